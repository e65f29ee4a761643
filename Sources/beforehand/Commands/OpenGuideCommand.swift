import ArgumentParser
import GuideCheck
import Journal
import SessionCore
import SessionRecording
import SourceText
import Terminal

/// `beforehand`, or `beforehand GUIDE`: opens the shelf or one guide.
struct OpenGuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talk",
    abstract: "Open the shelf or one guide. You can leave out `talk`.",
    discussion: "At any prompt, type ? to see what you can type, or help to see who to turn to."
  )

  @Argument(
    help: ArgumentHelp(
      "The name of a guide, such as what-to-expect. By default, the shelf.",
      valueName: "guide"
    )
  )
  var guide: String?

  @Flag(help: "Keep the answers, sealed, without asking first.")
  var keep = false

  @Flag(help: "Keep nothing, without asking.")
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
    let start = try shelf.guide(named: guide, in: library)
    // A person who keeps nothing does not need a folder for it.
    let path = keep ? try data.path() : try? data.path()
    // Nobody is asked who wants nothing kept, or who sends lines through a pipe.
    let unfinished =
      keepNothing || !shelf.output.isTerminal
      ? nil
      : path.flatMap { try? JournalReader($0).latestOpen(begunWith: library[start].name) }
    let setting = try shelf.setting(options: data.typed + place.typed)
    let session = Session(
      at: start,
      of: library,
      setting: setting,
      consent: keep ? .requested : keepNothing ? .declined(asksAgain: false) : .undecided,
      unfinishedSince: unfinished?.day,
      isReadHere: { path.map { (try? JournalReader.hasKey($0)) ?? false } ?? true }
    )
    let recorder = SessionRecorder(
      path: path,
      text: shelf.recordedText,
      library: library,
      options: data.typed
    )
    let ended = try shelf.run(session, keeping: recorder)
    if ended.wantsToResume {
      try shelf.resume(unfinished?.handle, over: library, setting, data)
    }
  }
}
