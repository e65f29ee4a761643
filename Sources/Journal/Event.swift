public import GuideEngine

/// Something that happened in a session and is kept.
///
/// What it speaks of it calls by the names that stand in the scripts, so that it can be read beside
/// another edition of them.
public enum Event: Equatable, Sendable {
  /// A sitting began at a guide, on the text of this fingerprint.
  case began(guide: String, fingerprint: String)
  /// The person did something.
  case input(RecordedInput)
  /// The session went on, on the text of another fingerprint, from what of it still fitted.
  case carriedOver(SavedState, fingerprint: String)
  /// What stood in the line when the terminal went away, typed and not sent.
  ///
  /// It is for the person alone, who finds it there again.
  case drafted(String)
  /// The person or the terminal left; the session can be taken up again.
  case left(Leaving)
  /// The walk came to its end.
  case finished
  /// The person ended it before its end.
  case stopped

  /// How a session was left.
  public enum Leaving: String, Hashable, Sendable, CaseIterable {
    /// The person said so.
    case quit
    /// The input came to its end.
    case endOfInput
    /// The terminal went away.
    case hangUp
    /// The system ended the program.
    case terminated
  }
}

/// An event as it was kept.
public struct KeptEvent: Equatable, Sendable {
  /// Its place in the session: what has the smaller one came first, whatever the clock said.
  public let sequence: Int
  /// What happened.
  public let event: Event
  /// When, by the clock on the wall.
  public let timestamp: Timestamp
  /// Whether that clock stood earlier than it had before.
  public let isClockSuspect: Bool
}
