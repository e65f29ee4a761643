import Foundation
import GRDB

extension Store {
  /// A complete session.
  struct Session {
    let row: SessionRow
    /// Its records after the first, in order.
    let records: [ChainRecord]
    var isErased: Bool { records.last?.kind == ChainRecord.Kind.erased.rawValue }
  }

  /// Returns a session, after every record from its first to the journal's last was checked.
  ///
  /// So none of its records can be missing.
  func session(
    _ handle: SessionName,
    _ database: Database,
    _ headCheckpoint: HeadCheckpoint
  ) throws -> Session {
    let head = try checkedHead(database, headCheckpoint)
    let row = try session(database, of: handle)
    var records: [ChainRecord] = []
    var position = row.position
    var previous: Data?
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(ChainRecord.columns) FROM event WHERE position >= ? ORDER BY position",
      arguments: [position]
    )
    while let next = try rows.next() {
      let record = try ChainRecord(next)
      let isOwn = record.session == row.session
      func violation(_ kind: IntegrityViolation.Kind) -> JournalError {
        .damaged(
          IntegrityViolation(
            kind,
            at: position,
            of: isOwn ? handle : nil,
            sequence: isOwn ? record.sequence : nil
          )
        )
      }
      guard record.position == position else { throw violation(.missing) }
      let covered = try covered(by: record, row, database)
      guard record.isIntact(in: journal, covering: covered) else { throw violation(.altered) }
      guard record.previous == previous ?? record.previous else { throw violation(.broken) }
      if isOwn {
        guard record.sequence == (records.last?.sequence ?? -1) + 1 else {
          throw violation(.misplaced)
        }
        records.append(record)
      }
      previous = record.hash
      position += 1
    }
    guard position - 1 == head.count, previous == head.hash,
      records.first?.kind == ChainRecord.Kind.session.rawValue
    else { throw JournalError.damaged(IntegrityViolation(.end, at: position - 1)) }
    return Session(row: row, records: Array(records.dropFirst()))
  }

  /// The data that the hash of a session's first record covers is in the session's row.
  private func covered(
    by record: ChainRecord,
    _ own: SessionRow,
    _ database: Database
  ) throws -> Data? {
    guard record.kind == ChainRecord.Kind.session.rawValue else { return nil }
    if record.session == own.session { return own.covered }
    let sql = "SELECT \(SessionRow.columns) FROM session WHERE session = ?"
    return try Row.fetchOne(database, sql: sql, arguments: [record.session])
      .map { try SessionRow($0).covered }
  }

  /// Returns the events of a session, opened.
  func events(_ session: Session, _ key: SessionKey) throws(JournalError) -> [KeptEvent] {
    var events: [KeptEvent] = []
    for record in session.records where record.kind == ChainRecord.Kind.event.rawValue {
      guard let data = key.opened(record.body, sequence: record.sequence) else {
        throw .damaged(
          IntegrityViolation(
            .altered,
            at: record.position,
            of: session.row.handle,
            sequence: record.sequence
          )
        )
      }
      events.append(try EventText.kept(data, sequence: record.sequence))
    }
    return events
  }

  /// Returns the first event of a session; nil if it cannot be opened.
  func firstEvent(
    _ row: SessionRow,
    _ database: Database,
    _ key: SessionKey
  ) throws -> Event? {
    let sql =
      "SELECT \(ChainRecord.columns) FROM event WHERE session = ? AND kind = ? ORDER BY position LIMIT 1"
    return try Row.fetchOne(
      database,
      sql: sql,
      arguments: [row.session, ChainRecord.Kind.event.rawValue]
    )
    .map { try ChainRecord($0) }
    .flatMap { record in
      key.opened(record.body, sequence: record.sequence).flatMap {
        try? EventText.kept($0, sequence: record.sequence).event
      }
    }
  }

  /// Returns the undamaged events of a session, no matter what else is damaged.
  ///
  /// Each is checked separately, wherever it is found: its seal is valid only for what was sealed at this
  /// position of this session.
  func intactEvents(
    _ row: SessionRow,
    _ database: Database,
    _ key: SessionKey
  ) throws
    -> [KeptEvent]
  {
    var events: [Int: KeptEvent] = [:]
    try salvage(database) { found in
      guard case .record(let record) = found, record.session == row.session,
        let data = key.opened(record.body, sequence: record.sequence)
      else { return }
      events[record.sequence] = try EventText.kept(data, sequence: record.sequence)
    }
    return events.values.sorted { $0.sequence < $1.sequence }
  }

  /// What is at a position of the journal.
  enum Found {
    case record(ChainRecord)
    case unreadable(Int)
  }

  /// A journal is never this long.
  private static let farthest = 1 << 40

  /// Reads record after record, and skips those that cannot be read.
  func salvage(_ database: Database, _ visit: (Found) throws -> Void) throws {
    var position = 0
    do {
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT \(ChainRecord.columns) FROM event WHERE position >= 0 ORDER BY position"
      )
      while let row = try rows.next() {
        let place = try row.number(0)
        // A damaged table can lead in a circle, or anywhere.
        if place < position || place > Self.farthest { break }
        if let record = try? ChainRecord(row) {
          try visit(.record(record))
        } else {
          try visit(.unreadable(place))
        }
        position = place + 1
      }
      return
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw error }
    }
    let noted = try headCheckpoint().heads.first?.count ?? 0
    // It cannot have more records than bytes either.
    let bytes = try Int.fetchOne(
      database,
      sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    )
    let last = min(max((try? head(database).count) ?? 0, noted), bytes ?? 0)
    while position <= last {
      do {
        if let record = try record(database, at: position) {
          try visit(.record(record))
        }
      } catch is DatabaseError {
        try visit(.unreadable(position))
      }
      position += 1
    }
  }
}
