import ContentFolder
import GuideCheck
import TerminalUI

/// The content a sitting is held over, read for a person.
struct Shelf {
  let folder: Folder
  let text: ContentText
  let output: Output

  init(_ place: ContentOptions) throws {
    let output = Output(isTerminal: LineEditor.hasTerminal, environment: environment())
    self.output = output
    do {
      folder = try place.folder()
      text = try folder.read(.sitting(country: Talk.country))
    } catch {
      try Self.refuse(to: output)
      throw error
    }
  }

  /// The library, or help and the end: guides with errors are not opened.
  func library() throws -> Library {
    if let library = text.library { return library }
    try Self.refuse(to: output)
    throw Exit.content
  }

  /// What is shown when there is nothing to open: help all the same.
  private static func refuse(to output: Output) throws {
    try output.write(
      output.layout(columns: LineEditor.terminalSize?.columns).lines(Sitting.refusal)
    )
  }

  /// The works that claims rest on, read only when somebody asks for them.
  func sources() -> [String: Source] {
    let text = try? folder.read(.everything)
    let sources = text.flatMap { CheckedContent.parsed($0)?.content().sources } ?? []
    return Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
