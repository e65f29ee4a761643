/// Something in the journal that is not as it was written.
public struct IntegrityViolation: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable {
    /// The file cannot be read as a journal, in whole or from some position on.
    case unreadable
    /// The tables are not the ones this program created.
    case tables
    /// The file is gone, though there was one.
    case fileMissing
    /// Acknowledged records are missing from the end: the file was replaced by a shorter or older one.
    case endMissing
    /// A record is missing.
    case missing
    /// A record was changed.
    case altered
    /// A record is not where it belongs.
    case misplaced
    /// A record does not follow the one before it.
    case broken
    /// The signed end does not match its signature or the records.
    case end
    /// The note with the last end, stored next to the journal, cannot be read.
    case headCheckpoint
    /// The key of a session is missing although it was not erased.
    case keyMissing
    /// The key of a session was changed.
    case keyAltered
    /// The key of an erased session is still there.
    case keyLeft
    /// A kept text is missing.
    case textMissing
    /// A kept text was changed.
    case textAltered
  }

  /// What is wrong.
  public let kind: Kind
  /// The position of the record in the journal, from 1.
  public let position: Int?
  /// The session it belongs to, if that is known.
  public let handle: SessionName?
  /// Its position in the session.
  public let sequence: Int?

  init(_ kind: Kind, at position: Int? = nil, of handle: SessionName? = nil, sequence: Int? = nil) {
    self.kind = kind
    self.position = position
    self.handle = handle
    self.sequence = sequence
  }
}

/// The result of reading the whole journal.
public struct Verification: Hashable, Sendable {
  /// A session with damage.
  public struct DamagedSession: Hashable, Sendable {
    /// The session.
    public let handle: SessionName
    /// How many of its records are unchanged.
    public let intact: Int
    /// How many are damaged or missing, as far as that can be known.
    public let damaged: Int
  }

  /// How many records there are, including the journal's own.
  public internal(set) var records = 0
  /// How many sessions there are, including erased ones.
  public internal(set) var sessions = 0
  /// How many of them were erased.
  public internal(set) var erased = 0
  /// How many texts of guides are kept.
  public internal(set) var texts = 0
  /// The problems, in the order of the records; at most a thousand are listed.
  public internal(set) var violations: [IntegrityViolation] = []
  /// The damaged sessions, and what is left of each.
  public internal(set) var damagedSessions: [DamagedSession] = []

  /// Whether there are no problems.
  public var isSound: Bool { violations.isEmpty }
}
