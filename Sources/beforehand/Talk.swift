import ArgumentParser
import GuideCheck
import Journal
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

  @Flag(help: "Keep what is typed, sealed; do not ask first.")
  var keep = false

  @Flag(help: "Keep nothing of what is typed; do not ask.")
  var keepNothing = false

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  /// The country whose help lines and currency are used.
  static let country = "us"

  func validate() throws {
    if keep, keepNothing {
      throw ValidationError("--keep and --keep-nothing say two things at once.")
    }
  }

  func run() throws {
    LineEditor.forbidOtherPrograms()
    let shelf = try Shelf(place)
    let library = try shelf.library()
    let isTerminal = LineEditor.hasTerminal
    let start = try start(in: library)
    // Who keeps nothing needs no place to keep it.
    let path = keep ? try data.path() : try? data.path()
    let setting = Sitting.Setting(
      isKiosk: false,
      isTerminal: isTerminal,
      options: data.typed + place.typed
    )
    let keeping: Sitting.Keeping =
      keep ? .wished : keepNothing ? .nothing(asksAgain: false) : .undecided
    var conversation = Conversation(
      of: Sitting(of: library, setting: setting, keeping: keeping),
      over: library,
      keeper: Keeper(path: path, text: shelf.text, options: data.typed),
      output: shelf.output,
      readSources: shelf.sources
    )
    try conversation.hold(at: start)
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
}
