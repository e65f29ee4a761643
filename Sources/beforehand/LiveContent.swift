import ContentFolder
import GuideCheck
import SourceText

/// The content folder while somebody writes in it.
struct LiveContent {
  /// What became of the text since it was read last.
  enum Change {
    case none
    /// It is another, and without errors.
    case new(Library)
    /// It has errors; what was read before goes on to hold.
    case broken([Diagnostic])
  }

  private let folder: Folder
  private var files: [SourceFile] = []

  init(_ options: ContentOptions) throws { folder = try options.folder() }

  /// Where transcripts are kept.
  var transcripts: String { folder.path + "/transcripts" }

  /// Reads the folder again if anything in it is another.
  mutating func read() throws -> Change {
    let text = try folder.read(.everything)
    let found = text.files.map(\.source)
    if found == files { return .none }
    files = found
    guard let checked = CheckedContent(text) else { return .broken(text.diagnostics) }
    if let library = checked.library { return .new(library) }
    return .broken(checked.errors)
  }
}
