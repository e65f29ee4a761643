import ContentFolder
import GuideProof
public import SourceText

extension GuideDraft {
  /// Writes the guide, and transcripts that take all of it, to the content folder.
  ///
  /// No file is written over.
  ///
  /// - Parameters:
  ///   - location: Where the content folder is.
  ///   - today: The day for what is due to be read again.
  /// - Returns: The files that were written, the guide first.
  /// - Throws: That the guide is there already or cannot be made, or its faults.
  public func write(in location: ContentLocation, today: Day) throws(AuthoringError) -> [String] {
    let path = "\(try location.folder().path)/guides/\(name).guide"
    try create(path, text)
    let inspection = try Inspection([path], in: location, today: today) {
      prove($0).diagnostics
    }
    guard let library = inspection.libraries.first, inspection.diagnostics.isEmpty else {
      throw .writtenWithFaults(path: path, faults: inspection.diagnostics)
    }
    let missing = Coverage(of: library, guides: [name]).missing
    let tests = SuggestedTranscripts(for: missing, in: library)
    return [path] + (try tests.write(in: location.transcripts()))
  }
}
