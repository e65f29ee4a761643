import ContentFolder
import GuideCheck
import SourceText

/// The content folder while somebody writes in it.
struct ContentWatcher {
  /// What became of the text since it was read last.
  enum Change: Sendable {
    case none
    /// It is another, and without errors.
    case new(Library)
    /// It has errors; what was read before goes on to hold.
    case broken([Diagnostic])
    /// It cannot be read just now.
    case unreadable
  }

  private let folder: Folder
  private var files: [SourceFile] = []

  init(_ options: ContentOptions) throws { folder = try options.folder() }

  /// Where transcripts are kept.
  var transcripts: String { folder.path + "/transcripts" }

  /// Reads the folder again if anything in it is another.
  mutating func read() -> Change {
    guard let text = try? folder.read(.everything) else { return .unreadable }
    let found = text.files.map(\.source)
    if found == files { return .none }
    files = found
    guard let checked = CheckedContent(text) else { return .broken(text.diagnostics) }
    if let library = checked.library { return .new(library) }
    return .broken(checked.errors)
  }
}
