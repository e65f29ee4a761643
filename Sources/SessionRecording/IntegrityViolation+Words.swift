public import Journal
import SourceText

extension IntegrityViolation {
  /// What is wrong, and where, in words for the staff who look after the journal.
  public var words: String {
    let place = position.map { "record \($0)" } ?? "the journal"
    let session = handle.map { ", of \($0)" } ?? ""
    return "\(place)\(session): \(kind.words)"
  }
}

extension IntegrityViolation.Kind {
  fileprivate var words: String {
    switch self {
    case .unreadable: "cannot be read"
    case .tables: "its tables are not the ones this program made"
    case .fileMissing: "its file is gone"
    case .endMissing: "it was kept, and is gone from the end"
    case .missing: "it is missing"
    case .altered: "it was changed"
    case .misplaced: "it is not where it belongs"
    case .broken: "it does not follow the record before it"
    case .end: "its signed end does not fit the records"
    case .headCheckpoint: "the note of its end, journal.head, is missing or was changed"
    case .keyMissing: "the key of the session is gone, and nobody erased it"
    case .keyAltered: "the key of the session was changed"
    case .keyLeft: "the session was erased, and its key is still there"
    case .textMissing: "the text of the guides is missing"
    case .textAltered: "the text of the guides was changed"
    }
  }
}

extension Verification {
  /// A line on how much there is.
  public var summary: String {
    "\(count(sessions, "session")), \(erased) erased; \(count(records, "record"))."
  }
}

extension Verification.DamagedSession {
  /// What is left of it, as a line.
  public var words: String {
    "\(handle): \(count(intact, "record")) can be read, \(damaged) cannot."
  }
}

extension JournalReader.Session {
  /// The session as one line of a list: its day, name, and condition, and how much is saved.
  public var line: String {
    "\(day)  \(handle)  \(condition.rawValue)  \(count(events, "entry", "entries"))"
  }
}
