import ContentFolder
public import GuideCheck
public import SourceText

/// Watches the content folder while an author edits it.
public struct ContentWatcher {
  /// How the text has changed since it was last read.
  public enum Change: Sendable {
    /// It has not changed.
    case none
    /// It has changed, and has no errors.
    case new(Library)
    /// It has changed, and has errors; the text before the change stays in use.
    case broken([Diagnostic])
    /// It cannot be read right now.
    case unreadable
  }

  private let folder: Folder
  private let reservedNames: Set<String>
  private var files: [SourceFile] = []

  /// Creates a watcher that has not read anything yet.
  ///
  /// - Throws: ``AuthoringError/content(_:)`` if there is no content folder.
  public init(_ location: ContentLocation) throws(AuthoringError) {
    folder = try location.folder()
    reservedNames = location.reservedNames
  }

  /// The path of the folder for transcripts.
  public var transcripts: String { folder.transcripts }

  /// Reads the folder, and checks it if anything in it has changed.
  public mutating func read() -> Change {
    guard let text = try? folder.read(.everything) else { return .unreadable }
    let found = text.files.map(\.source)
    if found == files { return .none }
    files = found
    guard let checked = CheckedContent(text, reservedNames: reservedNames) else {
      return .broken(text.diagnostics)
    }
    if let library = checked.faultlessLibrary { return .new(library) }
    return .broken(checked.errors)
  }
}
