import ArgumentParser
import ContentFolder
import GuideCheck
import GuideEngine
import Journal
import SessionCore
import SessionRecording
import Terminal

/// Takes a kept sitting up again, at the exact question.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on where a kept sitting was left.",
    discussion: "Without a handle, the sitting that was left last."
  )

  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
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
    let (session, recorder) = try resumed(named, from: path, shelf, library)
    try shelf.hold(session, keeping: recorder)
  }

  /// Opens the journal, and stands where the session was left.
  private func resumed(
    _ named: SessionName?,
    from path: String,
    _ shelf: Shelf,
    _ library: Library
  ) throws(Failure) -> (Session, SessionRecorder) {
    do throws(JournalError) {
      let writer = try JournalWriter(path, isMade: false)
      var wanted = named
      if wanted == nil { wanted = try writer.reader.latestOpen() }
      guard let wanted else { throw .noOpenSession }
      let (appender, events) = try writer.resume(wanted)
      guard let restored = RestoredSession(events) else { throw .noSuchSession }
      let text = shelf.recordedText
      var state = State(of: library)
      var reworded: [QuestionID] = []
      let hasChanged = restored.fingerprint != text.fingerprint
      if hasChanged {
        let former = try writer.reader.library(of: restored)
        (state, reworded) = restored.carriedOver(to: library, from: former)
        try appender.append(
          [.carriedOver(library.saved(state), fingerprint: text.fingerprint)],
          keeping: text.archive(),
          at: .now
        )
      } else {
        state = restored.replayed(over: library)
      }
      let recorder = SessionRecorder(
        path: path,
        text: text,
        library: library,
        options: data.typed
      )
      recorder.goOn(with: appender, after: events.count + (hasChanged ? 1 : 0))
      let session = Session(
        standing: state,
        of: library,
        setting: shelf.setting(options: data.typed + place.typed),
        consent: .given(name: "\(wanted)"),
        welcome: Session.WelcomeBack(
          asksAgain: !reworded.isEmpty,
          hasChanged: hasChanged,
          draft: restored.draft
        )
      )
      return (session, recorder)
    } catch {
      throw Failure(error.words(of: named, in: data), exit: error.exit)
    }
  }
}

extension JournalReader {
  /// The library of the text a session was held over last; nil if it cannot be read any more.
  func library(of restored: RestoredSession) throws(JournalError) -> Library? {
    try text(of: restored.fingerprint).flatMap { ContentText(archive: $0) }?.library
  }
}

extension JournalError {
  /// What somebody is told who wanted to go on with a session.
  fileprivate func words(of handle: SessionName?, in data: DataOptions) -> String {
    guard case .damaged = self, let handle else { return words(in: data) }
    return "\(words) What is left of yours: beforehand journal show \(handle)\(data.typed)"
  }
}
