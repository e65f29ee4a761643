import Crypto
import Foundation
import GRDB

/// The names of a journal's files in the data folder.
enum FileName {
  static let journal = "journal.sqlite"
  /// SQLite's own files and the note with the last end are next to the journal.
  static let headCheckpoint = "journal.head"
  static let draft = "journal-new.sqlite"
  static let companions = ["-wal", "-shm"]
  /// The name of a damaged journal that was set aside, before the date and a number.
  static let setAside = "journal-damaged-"
  static let log = journal + "-wal"
  static let all = [journal, headCheckpoint] + companions.map { journal + $0 }
}

/// An open journal file, and what is known about it.
final class Store {
  let queue: DatabaseQueue
  let path: String
  private let headCheckpointName: String
  /// The random identity of this journal, which is part of every hash and seal.
  let journal: Data
  let reader: Data
  let writer: Data
  /// Whether the tables differ from those of the journal's layout, in which case nothing is added to them.
  let isAltered: Bool

  init(
    _ queue: DatabaseQueue,
    path: String,
    _ layouts: JournalLayouts,
    headCheckpoint: String = FileName.headCheckpoint
  ) throws {
    self.queue = queue
    self.path = path
    headCheckpointName = headCheckpoint
    let (row, isAltered) = try queue.read { database in
      let row = try Row.fetchOne(database, sql: "SELECT journal, reader, writer FROM meta")
      return (row, try layouts.isAltered(database))
    }
    self.isAltered = isAltered
    guard let row else { throw JournalError.damaged(IntegrityViolation(.tables)) }
    journal = try row.data(0)
    reader = try row.data(1)
    writer = try row.data(2)
  }

  /// Returns the note next to the journal.
  ///
  /// It is read before the journal, so that the journal is never older than the note.
  func headCheckpoint() throws(JournalError) -> HeadCheckpoint {
    let folder = try DataFolder(path, isMade: false)
    let bytes = try folder.bytes(of: headCheckpointName, limit: 2 * HeadCheckpoint.slotLength)
    return HeadCheckpoint(bytes, writer: writer)
  }

  func head(_ database: Database) throws -> SignedHead {
    guard let row = try Row.fetchOne(database, sql: "SELECT count, hash, signature FROM head")
    else { throw JournalError.damaged(IntegrityViolation(.end)) }
    return SignedHead(
      journal: journal,
      count: try row.number(0),
      hash: try row.data(1),
      signature: try row.data(2)
    )
  }

  /// Returns the end of the journal, after checking what can be checked without reading all of it.
  ///
  /// This includes its tables, its signature, the last record, and the note.
  func checkedHead(_ database: Database, _ headCheckpoint: HeadCheckpoint) throws -> SignedHead {
    if isAltered { throw JournalError.damaged(IntegrityViolation(.tables)) }
    let head = try head(database)
    guard head.isSigned(by: writer) else { throw JournalError.damaged(IntegrityViolation(.end)) }
    if let noted = headCheckpoint.heads.first {
      if noted.count > head.count || noted.journal != journal {
        throw JournalError.damaged(IntegrityViolation(.endMissing, at: head.count + 1))
      }
      let record = try record(database, at: noted.count)
      if record?.hash != noted.hash {
        throw JournalError.damaged(IntegrityViolation(.endMissing, at: noted.count))
      }
    }
    let last = try record(database, at: head.count)
    let count = try Int.fetchOne(database, sql: "SELECT max(position) FROM event")
    guard let last, last.hash == head.hash, count == head.count else {
      throw JournalError.damaged(IntegrityViolation(.end, at: head.count))
    }
    return head
  }

  func record(_ database: Database, at position: Int) throws -> ChainRecord? {
    let sql = "SELECT \(ChainRecord.columns) FROM event WHERE position = ?"
    return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position])
      .map { try ChainRecord($0) }
  }

  func lastRecord(_ database: Database, of session: Int) throws -> ChainRecord? {
    let sql = """
      SELECT \(ChainRecord.columns) FROM event WHERE session = ? ORDER BY position DESC LIMIT 1
      """
    return try Row.fetchOne(database, sql: sql, arguments: [session]).map { try ChainRecord($0) }
  }

  func sessionRows(_ database: Database) throws -> [SessionRow] {
    try Row.fetchAll(
      database,
      sql: "SELECT \(SessionRow.columns) FROM session ORDER BY session"
    ).map { try SessionRow($0) }
  }

  func session(_ database: Database, of handle: SessionName) throws -> SessionRow {
    let sql = "SELECT \(SessionRow.columns) FROM session WHERE handle = ?"
    let row = try Row.fetchOne(database, sql: sql, arguments: [handle.number])
    guard let row else { throw JournalError.noSuchSession }
    return try SessionRow(row)
  }

  func wrappedKey(_ database: Database, of session: Int) throws -> Data? {
    try Data.fetchOne(
      database,
      sql: "SELECT wrapped FROM sessionkey WHERE session = ?",
      arguments: [session]
    )
  }

  /// Returns the key of a session, opened.
  func key(_ database: Database, of row: SessionRow, _ keys: Keys?) throws -> SessionKey {
    guard let wrapped = try wrappedKey(database, of: row.session) else {
      throw JournalError.erased
    }
    guard wrapped.fingerprint == row.key else {
      throw JournalError.damaged(IntegrityViolation(.keyAltered, at: row.position, of: row.handle))
    }
    guard let opening = keys?.opening else { throw JournalError.noKey }
    if opening.publicKey.rawRepresentation != row.recipient { throw JournalError.wrongKey }
    return try SessionKey(wrapped, journal: journal, session: row.session, by: opening)
  }
}
