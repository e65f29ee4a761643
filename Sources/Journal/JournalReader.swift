import Foundation
import GRDB
public import SourceText

/// A journal open for reading, with or without a writer at the same time.
///
/// - `sessions()`, `latestOpen()`, `latest(among:)`: which sessions there are.
/// - `intactSessions()`, `intactEvents(of:)`: what is left of a damaged journal.
/// - `events(of:)`, `text(of:)`, `exported(_:)`: what is in it.
/// - `verify()`: whether all of it is as it was written.
public final class JournalReader {
  let store: Store
  private let keys: Keys?
  /// Whether it was set aside; a journal known to be damaged is read as far as possible.
  private let isSetAside: Bool

  /// Opens the journal in the data folder at `path`.
  public convenience init(_ path: String) throws(JournalError) {
    try self.init(path, .known)
  }

  /// Opens the journal in the data folder at `path`, for a program that knows these layouts.
  package convenience init(_ path: String, _ layouts: JournalLayouts) throws(JournalError) {
    try self.init(
      path,
      file: FileName.journal,
      headCheckpoint: FileName.headCheckpoint,
      layouts
    )
  }

  /// Opens a damaged journal that was set aside under this name, to read what is left of it.
  public convenience init(_ path: String, setAside name: String) throws(JournalError) {
    let stem = name.hasSuffix(".sqlite") ? String(name.dropLast(7)) : name
    try self.init(path, file: name, headCheckpoint: stem + ".head", .known)
  }

  private init(
    _ path: String,
    file: String,
    headCheckpoint: String,
    _ layouts: JournalLayouts
  ) throws(JournalError) {
    isSetAside = file != FileName.journal
    let folder = try DataFolder(path, isMade: false)
    guard try folder.contains(file) else {
      let isLost = try folder.contains(headCheckpoint)
      throw isLost ? .damaged(IntegrityViolation(.fileMissing)) : .noJournal
    }
    if try folder.isEmpty(file) { throw .damaged(IntegrityViolation(.unreadable)) }
    do {
      store = try storing {
        try Store(
          Schema.reading("\(path)/\(file)", layouts),
          path: path,
          layouts,
          headCheckpoint: headCheckpoint
        )
      }
    } catch .storage(let code) {
      // Even to read a log, SQLite keeps an index next to it.
      try folder.checkWritable()
      throw .storage(code: code)
    }
    keys = try Keys(in: path)
    if let signer = keys?.signer, signer != store.writer { throw .wrongKey }
  }

  init(_ store: Store, _ keys: Keys) {
    isSetAside = false
    self.store = store
    self.keys = keys
  }

  /// What is known about a session without reading all of it.
  public struct Session: Hashable, Sendable {
    /// The status of a session.
    public enum Condition: String, Hashable, Sendable {
      /// It can be resumed.
      case open
      /// It reached its end.
      case finished
      /// The person ended it.
      case stopped
      /// It was erased, so nobody can read it.
      case erased
      /// The key that opens it is not here.
      case sealed
      /// Part of it is not as it was written.
      case damaged
    }

    /// Its name.
    public let handle: SessionName
    /// The date it began.
    public let day: Day
    /// How many of its events are kept.
    public let events: Int
    /// Its status.
    public let condition: Condition
    /// Whether the key that opens it is here.
    public var isReadable: Bool { [.open, .finished, .stopped].contains(condition) }
  }

  /// Returns the sessions, in the order they began.
  public func sessions() throws(JournalError) -> [Session] {
    let headCheckpoint = try store.headCheckpoint()
    if !isSetAside {
      try storing { _ = try store.queue.read { try store.checkedHead($0, headCheckpoint) } }
    }
    return try intactSessions()
  }

  /// Returns the sessions of a damaged journal, as far as they can be read.
  public func intactSessions() throws(JournalError) -> [Session] {
    try storing {
      try store.queue.read { database in
        let rows = try store.sessionRows(database)
        var counts: [Int: Int] = [:]
        var lasts: [Int: Int] = [:]
        let records = try Row.fetchCursor(
          database,
          sql: "SELECT position, session, kind FROM event ORDER BY position"
        )
        while let record = try records.next() {
          let session = try record.number(1)
          lasts[session] = try record.number(0)
          if try record.number(2) == ChainRecord.Kind.event.rawValue {
            counts[session, default: 0] += 1
          }
        }
        return try rows.map { row in
          let last = try lasts[row.session].flatMap { try store.record(database, at: $0) }
          return Session(
            handle: row.handle,
            day: Day(daysSinceEpoch: row.day),
            events: counts[row.session] ?? 0,
            condition: try condition(row, last, database)
          )
        }
      }
    }
  }

  /// The status of a session, by its last record.
  private func condition(
    _ row: SessionRow,
    _ last: ChainRecord?,
    _ database: Database
  ) throws -> Session.Condition {
    guard let last else { return .damaged }
    if last.kind == ChainRecord.Kind.erased.rawValue { return .erased }
    if last.kind == ChainRecord.Kind.session.rawValue { return .open }
    do {
      let key = try store.key(database, of: row, keys)
      guard let data = key.opened(last.body, sequence: last.sequence) else { return .damaged }
      switch try EventText.kept(data, sequence: last.sequence).event {
      case .finished: return .finished
      case .stopped: return .stopped
      case .began, .carriedOver, .drafted, .input, .left: return .open
      }
    } catch JournalError.noKey, JournalError.wrongKey, JournalError.newer {
      return .sealed
    } catch JournalError.damaged, JournalError.erased {
      return .damaged
    }
  }

  /// Returns the most recent session that can be resumed.
  public func latestOpen() throws(JournalError) -> SessionName? { try latest(among: [.open]) }

  /// Returns the most recent session that can be resumed and began with a guide, and the day it began.
  ///
  /// - Parameter guide: The name of the guide.
  /// - Returns: The session; nil if there is none.
  /// - Throws: Why the journal cannot be read.
  public func latestOpen(
    begunWith guide: String
  ) throws(JournalError) -> (handle: SessionName, day: Day)? {
    let open = try sessions().filter { $0.condition == .open }
    return try storing {
      try store.queue.read { database in
        for session in open.reversed() {
          let row = try store.session(database, of: session.handle)
          let first = try store.firstEvent(row, database, store.key(database, of: row, keys))
          if case .began(guide, _, _)? = first { return (session.handle, session.day) }
        }
        return nil
      }
    }
  }

  /// Returns the most recent session with one of these statuses.
  public func latest(
    among conditions: Set<Session.Condition>
  ) throws(JournalError) -> SessionName? {
    let headCheckpoint = try store.headCheckpoint()
    return try storing {
      try store.queue.read { database in
        _ = try store.checkedHead(database, headCheckpoint)
        let rows = Dictionary(
          try store.sessionRows(database).map { ($0.session, $0) },
          uniquingKeysWith: { $1 }
        )
        var known: Set<Int> = [0]
        let records = try Row.fetchCursor(
          database,
          sql: "SELECT \(ChainRecord.columns) FROM event ORDER BY position DESC"
        )
        while known.count <= rows.count, let next = try records.next() {
          // The first record found of a session is its last.
          let record = try ChainRecord(next)
          guard known.insert(record.session).inserted, let row = rows[record.session] else {
            continue
          }
          if conditions.contains(try condition(row, record, database)) { return row.handle }
        }
        return nil
      }
    }
  }

  /// Returns the events of a session.
  ///
  /// Every record from its first to the journal's last is checked; if one is damaged, nothing is
  /// returned.
  public func events(of handle: SessionName) throws(JournalError) -> [KeptEvent] {
    try opened(handle).events
  }

  func opened(
    _ handle: SessionName
  ) throws(JournalError) -> (session: Store.Session, key: SessionKey, events: [KeptEvent]) {
    let headCheckpoint = try store.headCheckpoint()
    return try storing {
      try store.queue.read { database in
        let session = try store.session(handle, database, headCheckpoint)
        if session.isErased { throw JournalError.erased }
        let key = try store.key(database, of: session.row, keys)
        return (session, key, try store.events(session, key))
      }
    }
  }

  /// Returns the undamaged events of a session in a damaged journal.
  public func intactEvents(of handle: SessionName) throws(JournalError) -> [KeptEvent] {
    try storing {
      try store.queue.read { database in
        let row = try store.session(database, of: handle)
        return try store.intactEvents(row, database, store.key(database, of: row, keys))
      }
    }
  }

  /// Returns a kept text by its fingerprint, the SHA-256 of its bytes in hexadecimal.
  public func text(of fingerprint: String) throws(JournalError) -> [UInt8]? {
    try storing {
      try store.queue.read { database in
        let sql = "SELECT position, bytes FROM text WHERE fingerprint = ?"
        guard let wanted = Data(hexadecimal: fingerprint),
          let row = try Row.fetchOne(database, sql: sql, arguments: [wanted])
        else { return nil }
        let bytes = try row.data(1)
        guard bytes.fingerprint == wanted else {
          throw JournalError.damaged(IntegrityViolation(.textAltered, at: try row.number(0)))
        }
        return Array(bytes)
      }
    }
  }
}
