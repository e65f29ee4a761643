import ContentFolder
public import GuideCheck
public import SourceText

/// The content folder while somebody writes in it.
public struct ContentWatcher {
  /// What became of the text since it was read last.
  public enum Change: Sendable {
    /// Nothing.
    case none
    /// It is another, and without errors.
    case new(Library)
    /// It has errors; what was read before goes on to hold.
    case broken([Diagnostic])
    /// It cannot be read just now.
    case unreadable
  }

  private let folder: Folder
  private let reservedNames: Set<String>
  private var files: [SourceFile] = []

  /// A watcher that has read nothing yet.
  ///
  /// - Throws: ``AuthoringError/content(_:)`` if there is no content folder.
  public init(_ location: ContentLocation) throws(AuthoringError) {
    folder = try location.folder()
    reservedNames = location.reservedNames
  }

  /// Where transcripts are kept.
  public var transcripts: String { folder.transcripts }

  /// Reads the folder again if anything in it is another.
  public mutating func read() -> Change {
    guard let text = try? folder.read(.everything) else { return .unreadable }
    let found = text.files.map(\.source)
    if found == files { return .none }
    files = found
    guard let checked = CheckedContent(text, reservedNames: reservedNames) else {
      return .broken(text.diagnostics)
    }
    if let library = checked.library { return .new(library) }
    return .broken(checked.errors)
  }
}
