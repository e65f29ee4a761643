/// Something in the journal that is not as it was written.
public struct IntegrityViolation: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable {
    /// The file cannot be read as a journal, in whole or from some place on.
    case unreadable
    /// The tables are not the ones this program made.
    case tables
    /// The file is gone, though there was one.
    case fileMissing
    /// Acknowledged records are gone from the end: a shorter or older file stands in its place.
    case endMissing
    /// A record is missing.
    case missing
    /// A record was changed.
    case altered
    /// A record is not where it belongs.
    case misplaced
    /// A record does not follow the one before it.
    case broken
    /// The signed end does not fit its signature or the records.
    case end
    /// The note of the last end, kept beside the journal, cannot be read.
    case headCheckpoint
    /// The key of a session is missing, and nobody erased it.
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
  /// The place of the record in the journal, from 1.
  public let position: Int?
  /// The session it belongs to, if that is known.
  public let handle: SessionName?
  /// Its place in the session.
  public let sequence: Int?

  init(_ kind: Kind, at position: Int? = nil, of handle: SessionName? = nil, sequence: Int? = nil) {
    self.kind = kind
    self.position = position
    self.handle = handle
    self.sequence = sequence
  }
}

/// What was found on reading the whole journal.
public struct Verification: Hashable, Sendable {
  /// A session of which something is damaged.
  public struct DamagedSession: Hashable, Sendable {
    /// The session.
    public let handle: SessionName
    /// How many of its records are as they were written.
    public let intact: Int
    /// How many are not, as far as that can be known.
    public let damaged: Int
  }

  /// How many records there are, sessions' and the journal's own.
  public internal(set) var records = 0
  /// How many sessions there are, erased ones too.
  public internal(set) var sessions = 0
  /// How many of them were erased.
  public internal(set) var erased = 0
  /// How many texts of guides are kept.
  public internal(set) var texts = 0
  /// What is wrong, in the order of the records; after a thousand no more are listed.
  public internal(set) var violations: [IntegrityViolation] = []
  /// The sessions of which something is wrong, and what is left of each.
  public internal(set) var damagedSessions: [DamagedSession] = []

  /// Whether nothing is wrong.
  public var isSound: Bool { violations.isEmpty }
}
