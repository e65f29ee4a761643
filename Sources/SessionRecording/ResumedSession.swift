public import GuideCheck
import GuideEngine
public import Journal
public import SessionCore

/// A kept session that goes on where it was left.
public struct ResumedSession {
  /// The session, standing at the exact question.
  public let session: Session
  /// What keeps what follows.
  public let recorder: SessionRecorder

  /// Opens the journal, and stands where a session was left.
  ///
  /// If the text is no longer the one it was held over, what still fits of it is carried over, and that is
  /// kept before anything is shown.
  ///
  /// - Parameters:
  ///   - name: The session; nil for the one that can be taken up again and was worked on last.
  ///   - path: The data folder.
  ///   - text: What the person reads.
  ///   - library: The same, checked.
  ///   - setting: Where and how the session is held.
  ///   - options: What names the data folder again on another command line.
  ///   - read: Makes a library of a text that was kept; nil if it cannot be read any more.
  /// - Throws: Why there is no such session, or why it cannot be read or kept.
  public init(
    _ name: SessionName?,
    in path: String,
    text: SessionRecorder.Text,
    library: Library,
    setting: SessionSetting,
    options: String,
    reading read: ([UInt8]) -> Library?
  ) throws(JournalError) {
    let writer = try JournalWriter(path, isMade: false)
    var wanted = name
    if wanted == nil { wanted = try writer.reader.latestOpen() }
    guard let wanted else { throw .noOpenSession }
    let (appender, events) = try writer.resume(wanted)
    guard let restored = RestoredSession(events) else { throw .noSuchSession }
    var state = State(of: library)
    var reworded: [QuestionID] = []
    let fingerprint = text.fingerprint()
    let hasChanged = restored.fingerprint != fingerprint
    if hasChanged {
      let former = try writer.reader.library(of: restored, reading: read)
      (state, reworded) = restored.carriedOver(to: library, from: former)
      try appender.append(
        [.carriedOver(library.saved(state), fingerprint: fingerprint)],
        keeping: text.archive(),
        at: .now
      )
    } else {
      state = restored.replayed(over: library)
    }
    recorder = SessionRecorder(path: path, text: text, library: library, options: options)
    recorder.goOn(with: appender, after: events.count + (hasChanged ? 1 : 0))
    session = Session(
      standing: state,
      of: library,
      setting: setting,
      consent: .given(name: "\(wanted)"),
      welcome: Session.WelcomeBack(
        asksAgain: !reworded.isEmpty,
        hasChanged: hasChanged,
        draft: restored.draft
      )
    )
  }
}

extension JournalReader {
  /// The library of the text a session was held over last.
  ///
  /// - Parameters:
  ///   - restored: The session.
  ///   - read: Makes a library of a text that was kept.
  /// - Returns: The library; nil if it was not kept or cannot be read any more.
  /// - Throws: Why the journal cannot be read.
  public func library(
    of restored: RestoredSession,
    reading read: ([UInt8]) -> Library?
  ) throws(JournalError) -> Library? {
    try text(of: restored.fingerprint).flatMap(read)
  }
}
