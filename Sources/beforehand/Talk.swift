import ArgumentParser
import ContentFolder
import GuideCheck
import SourceText
import TerminalUI

/// Opens the shelf, or one guide.
struct Talk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talk",
    abstract: "Open the shelf, or one guide. This is what happens when no command is named.",
    discussion: "Type ? at any prompt for the words you can use, and help for help."
  )

  @Argument(
    help: ArgumentHelp(
      "The name of a guide, such as what-to-expect; without it, the shelf.",
      valueName: "guide"
    )
  )
  var guide: String?

  @Flag(help: "Keep nothing of what is typed. Nothing is kept without it either, so far.")
  var keepNothing = false

  @OptionGroup
  var place: ContentOptions

  /// The country whose help lines and currency are used.
  static let country = "us"

  func run() throws {
    let isTerminal = LineEditor.hasTerminal
    let output = Output(isTerminal: isTerminal, environment: environment())
    let folder = try place.folder()
    guard let library = try library(of: folder) else {
      let layout = output.layout(columns: LineEditor.terminalSize?.columns)
      try output.write(layout.lines(Sitting.refusal))
      throw Exit.content
    }
    let setting = Sitting.Setting(isKiosk: false, isTerminal: isTerminal)
    let start = try start(in: library)
    var conversation = Conversation(over: library, setting: setting, output: output) {
      sources(in: folder)
    }
    do {
      try conversation.hold(at: start)
    } catch {
      // A terminal that is gone is the end of a sitting, not a fault.
      if !isTerminal { throw Failure("Nothing more could be written.", exit: .disk) }
    }
  }

  private func library(of folder: Folder) throws(ContentError) -> Library? {
    let text = try folder.read(.sitting(country: Self.country))
    let (content, diagnostics) = text.parsed(country: Self.country)
    return content.flatMap { check($0, after: text.diagnostics + diagnostics).library }
  }

  private func start(in library: Library) throws(Failure) -> GuideID {
    guard let guide else { return .house }
    if let found = library.guide(named: guide), found != .house { return found }
    let names = library.guides.dropFirst().map(\.name)
    let near = suggestions(for: guide, among: names)
    let offer =
      near.isEmpty
      ? "The guides are: \(names.joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: " or "))?"
    throw Failure("There is no guide called \(visible(guide)). \(offer)", exit: .noInput)
  }

  /// The works that claims rest on, read only when somebody asks for them.
  private func sources(in folder: Folder) -> [String: Source] {
    let content = try? folder.read(.everything).parsed(country: Self.country).content
    let sources = content?.sources ?? []
    return Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
