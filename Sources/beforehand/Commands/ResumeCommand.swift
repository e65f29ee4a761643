import ArgumentParser
import ContentFolder
import GuideCheck
import Journal
import SessionCore
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
    let named = try handle.map { try SessionName(typed: $0, in: data) }
    let shelf = try Shelf(place)
    let library = try shelf.library()
    let setting = try shelf.setting(options: data.typed + place.typed)
    try shelf.resume(named, over: library, setting, data)
  }
}

extension Shelf {
  /// Continues a kept session until it ends.
  ///
  /// - Parameters:
  ///   - named: The session; nil for the most recent one.
  ///   - library: The guides.
  ///   - setting: The terminal, and how the session uses it.
  ///   - data: The data folder.
  /// - Throws: Why the session cannot be continued.
  func resume(
    _ named: SessionName?,
    over library: Library,
    _ setting: SessionSetting,
    _ data: DataOptions
  ) throws {
    let path = try data.path()
    let resumed: ResumedSession
    do throws(JournalError) {
      resumed = try ResumedSession(
        named,
        in: path,
        text: recordedText,
        library: library,
        setting: setting,
        options: data.typed,
        reading: ContentText.library(kept:)
      )
    } catch {
      throw Failure(error.words(of: named, in: data), exit: error.exit)
    }
    try run(resumed.session, keeping: resumed.recorder)
  }
}

extension JournalError {
  /// The message for a person who wants to continue a session.
  fileprivate func words(of handle: SessionName?, in data: DataOptions) -> String {
    guard case .damaged = self, let handle else { return words(in: data) }
    return "\(words) To see what is left of yours: beforehand journal show \(handle)\(data.typed)"
  }
}
