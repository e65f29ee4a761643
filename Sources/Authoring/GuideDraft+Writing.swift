import ContentFolder
import GuideProof
public import SourceText

extension GuideDraft {
  /// Writes the guide, and transcripts that cover all of it, to the content folder.
  ///
  /// Never overwrites a file.
  ///
  /// - Parameters:
  ///   - location: Where the content folder is.
  ///   - today: The day that decides whether a review is due.
  /// - Returns: The paths of the new files, the guide first.
  /// - Throws: An error if the guide already exists, cannot be created, or has problems.
  public func write(in location: ContentLocation, today: Day) throws(AuthoringError) -> [String] {
    let path = "\(try location.folder().path)/guides/\(name).guide"
    try create(path, text)
    let inspection = try Inspection([path], in: location, today: today) {
      prove($0).diagnostics
    }
    guard let library = inspection.libraries.first, inspection.diagnostics.isEmpty else {
      throw .writtenWithProblems(path: path, problems: inspection.diagnostics)
    }
    let missing = Coverage(of: library, guides: [name]).missing
    let tests = SuggestedTranscripts(for: missing, in: library)
    return [path] + (try tests.write(in: location.transcripts()))
  }
}
