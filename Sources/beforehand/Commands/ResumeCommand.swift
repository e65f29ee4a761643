import ArgumentParser
import ContentFolder
import Journal
import SessionRecording
import Terminal

/// `beforehand resume`: continues a kept session at the exact question.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Continue a kept session where you left it.",
    discussion: "Without a name, this continues the session that you left last."
  )

  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String?

  @OptionGroup
  var place: ContentOptions

  @OptionGroup
  var data: DataOptions

  func run() throws {
    LineEditor.forbidOtherPrograms()
    let path = try data.path()
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    let library = try shelf.library()
    let setting = try shelf.setting(options: data.typed + place.typed)
    let resumed: ResumedSession
    do throws(JournalError) {
      resumed = try ResumedSession(
        named,
        in: path,
        text: shelf.recordedText,
        library: library,
        setting: setting,
        options: data.typed,
        reading: ContentText.library(kept:)
      )
    } catch {
      throw Failure(error.words(of: named, in: data), exit: error.exit)
    }
    try shelf.run(resumed.session, keeping: resumed.recorder)
  }
}

extension JournalError {
  /// The message for a person who wants to continue a session.
  fileprivate func words(of handle: SessionName?, in data: DataOptions) -> String {
    guard case .damaged = self, let handle else { return words(in: data) }
    return "\(words) To see what is left of yours: beforehand journal show \(handle)\(data.typed)"
  }
}
