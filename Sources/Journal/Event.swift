public import GuideEngine

/// Something that happened in a session and is kept.
///
/// It refers to things by their names in the scripts, so that it can be read with
/// another version of them.
public enum Event: Equatable, Sendable {
  /// A session began with a guide, on the text with this fingerprint.
  ///
  /// `told` is what the person read, before they said yes to keeping, of who can read their answers and
  /// how long they stay; nil if they were not asked.
  case began(guide: String, fingerprint: String, told: String? = nil)
  /// The person did something.
  case input(RecordedInput)
  /// The session went on with the text of another fingerprint, from what still fit.
  case carriedOver(SavedState, fingerprint: String)
  /// What was typed but not sent when the terminal went away.
  ///
  /// It is only for the person, who finds it in the line again.
  case drafted(String)
  /// The person or the terminal left; the session can be resumed.
  case left(Leaving)
  /// The walk reached its end.
  case finished
  /// The person ended it before its end.
  case stopped

  /// How a session was left.
  public enum Leaving: String, Hashable, Sendable, CaseIterable {
    /// The person said so.
    case quit
    /// The input ended.
    case endOfInput
    /// The terminal went away.
    case hangUp
    /// The system ended the program.
    case terminated
  }
}

/// A kept event.
public struct KeptEvent: Equatable, Sendable {
  /// Its position in the session: events with smaller numbers happened first, no matter what the clock
  /// said.
  public let sequence: Int
  /// What happened.
  public let event: Event
  /// When it happened, by the system clock.
  public let timestamp: Timestamp
  /// Whether that clock was earlier than for the event before.
  public let isClockSuspect: Bool
}
