public import GuideCheck
import GuideEngine
public import Journal
public import SessionCore

/// A kept session that goes on where the person left it.
public struct ResumedSession {
  /// The session, at the question where the person left it.
  public let session: Session
  /// The recorder for everything that follows.
  public let recorder: SessionRecorder

  /// Opens the journal and restores a session to where it was left.
  ///
  /// If the text has changed since then, the answers that still fit are carried over, and this is saved
  /// before anything is shown.
  ///
  /// - Parameters:
  ///   - name: The session; nil for the most recent session that can be resumed.
  ///   - path: The data folder.
  ///   - text: The text that the person reads.
  ///   - library: The library checked from that text.
  ///   - setting: The terminal, and how the session uses it.
  ///   - options: The options that name the data folder on another command line.
  ///   - read: Makes a library from a kept text; returns nil if this program cannot read it.
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
  ///   - read: Makes a library from a kept text.
  /// - Returns: The library; nil if the text was not kept or cannot be read.
  /// - Throws: Why the journal cannot be read.
  public func library(
    of restored: RestoredSession,
    reading read: ([UInt8]) -> Library?
  ) throws(JournalError) -> Library? {
    try text(of: restored.fingerprint).flatMap(read)
  }
}
