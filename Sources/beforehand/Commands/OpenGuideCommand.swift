import ArgumentParser
import GuideCheck
import Journal
import SessionCore
import SessionRecording
import SourceText
import Terminal

/// Opens the shelf, or one guide.
struct OpenGuideCommand: ParsableCommand {
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

  func validate() throws {
    if keep, keepNothing {
      throw ValidationError("Use either --keep or --keep-nothing, not both.")
    }
  }

  func run() throws {
    LineEditor.forbidOtherPrograms()
    let shelf = try Shelf(place)
    let library = try shelf.library()
    let start = try Shelf.guide(named: guide, in: library)
    // A person who keeps nothing needs no place to keep it.
    let path = keep ? try data.path() : try? data.path()
    let session = Session(
      at: start,
      of: library,
      setting: shelf.setting(options: data.typed + place.typed),
      consent: keep ? .requested : keepNothing ? .declined(asksAgain: false) : .undecided,
      isReadHere: { path.map { (try? JournalReader.hasKey($0)) ?? false } ?? true }
    )
    let recorder = SessionRecorder(
      path: path,
      text: shelf.recordedText,
      library: library,
      options: data.typed
    )
    try shelf.hold(session, keeping: recorder)
  }
}
