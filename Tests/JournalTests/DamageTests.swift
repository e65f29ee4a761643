import Foundation
import GRDB
import Testing

@testable import Journal

/// What is done to a journal is reported as what it is; `Tests/Campaigns` does all that can be done.
struct DamageTests {
  /// A journal that was closed, and one whose writer was killed: its last records are in the log.
  static func journals() throws -> [Scratch] {
    let closed = Scratch()
    _ = try closed.filled()
    let killed = Scratch()
    let writer = try JournalWriter(killed.path)
    let appender = try writer.begin(
      [began, answer("a")],
      keeping: Array("the text of edition 0".utf8),
      at: noon
    )
    _ = try writer.begin([began], keeping: Array("the text of edition 1".utf8), at: noon)
    try appender.append([answer("b")], at: noon)
    return try withExtendedLifetime(writer) { [closed, try killed.copy()] }
  }

  @Test func `an older copy put back is reported`() throws {
    let scratch = Scratch()
    let handle = try scratch.filled()[0]
    let older = try scratch.bytes("journal.sqlite")
    try JournalWriter(scratch.path).resume(handle).appender.append([answer("c")], at: noon)
    try scratch.put(older, "journal.sqlite")
    let reader = try JournalReader(scratch.path)
    #expect(try reader.verify().violations.map(\.kind) == [.endMissing])
    #expect(throws: JournalError.self) { try reader.events(of: handle) }
    #expect(throws: JournalError.self) { try JournalWriter(scratch.path) }
  }

  @Test func `records that can be read in turn, but are not found at their places, are reported`()
    throws
  {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    for number in 0..<40 { try appender.append([answer("\(number)")], at: noon) }
    _ = try writer.checkpoint()
    var bytes = try scratch.bytes("journal.sqlite")
    // The first page that only leads to others, and the number that its first entry leads up to.
    let page = try #require(
      stride(from: 4096, to: bytes.count, by: 4096).first { bytes[$0] == 5 }
    )
    let entry = page + Int(bytes[page + 12]) << 8 + Int(bytes[page + 13])
    bytes[entry + 4] ^= 2
    try scratch.put(bytes, "journal.sqlite")
    #expect(try JournalReader(scratch.path).verify().violations.map(\.kind) == [.unreadable])
  }

  /// What somebody with the file, but not the keys, can do with SQL; triggers do not stop them.
  static let forgeries: [(String, IntegrityViolation.Kind)] = [
    ("DELETE FROM event WHERE position = 5", .missing),
    ("DELETE FROM event WHERE position = (SELECT max(position) FROM event)", .missing),
    ("DELETE FROM event WHERE position > 6", .missing),
    ("DELETE FROM event WHERE session = 1", .missing),
    ("DELETE FROM event", .missing),
    (
      "UPDATE event SET sealed = (SELECT sealed FROM event WHERE position = 6) WHERE position = 5",
      .altered
    ),
    ("UPDATE event SET sequence = 9 WHERE position = 5", .altered),
    ("UPDATE event SET session = 3 WHERE position = 5", .altered),
    ("UPDATE event SET kind = 3 WHERE position = 5", .altered),
    ("UPDATE event SET position = 9999 WHERE position = 5", .missing),
    (
      """
      UPDATE event SET position = -5 WHERE position = 5; \
      UPDATE event SET position = 5 WHERE position = 6; \
      UPDATE event SET position = 6 WHERE position = -5
      """, .altered
    ),
    (
      """
      INSERT INTO event SELECT (SELECT max(position) FROM event) + 1, session, sequence, kind, \
      previous, sealed, hash FROM event WHERE position = 5
      """, .altered
    ),
    ("UPDATE event SET previous = zeroblob(32) WHERE position = 5", .altered),
    ("UPDATE event SET hash = zeroblob(32) WHERE position = 5", .altered),
    ("UPDATE head SET count = count - 1", .end),
    ("UPDATE head SET signature = zeroblob(64)", .end),
    ("DELETE FROM head", .end),
    ("UPDATE session SET handle = 77 WHERE session = 1", .altered),
    ("UPDATE session SET day = 77 WHERE session = 1", .altered),
    ("DELETE FROM session WHERE session = 1", .altered),
    ("INSERT INTO session SELECT 9, 1, 5, 5, recipient, key FROM session LIMIT 1", .misplaced),
    ("DELETE FROM sessionkey WHERE session = 1", .keyMissing),
    (
      """
      UPDATE sessionkey SET wrapped = (SELECT wrapped FROM sessionkey WHERE session = 3) \
      WHERE session = 1
      """, .keyAltered
    ),
    ("INSERT INTO sessionkey SELECT 2, recipient, wrapped FROM sessionkey LIMIT 1", .keyLeft),
    ("DELETE FROM text", .textMissing),
    ("UPDATE text SET bytes = CAST('other words' AS BLOB)", .textAltered),
    ("UPDATE meta SET reader = zeroblob(32)", .tables),
    ("UPDATE meta SET journal = zeroblob(16)", .altered),
  ]

  @Test(arguments: forgeries.indices)
  func `what is done to records is reported as what it is`(place: Int) throws {
    let (sql, kind) = Self.forgeries[place]
    let scratch = Scratch()
    _ = try scratch.filled()
    try scratch.forge(sql)
    let verification = try JournalReader(scratch.path).verify()
    #expect(verification.violations.contains { $0.kind == kind }, "\(verification.violations)")
  }

  @Test func `says which session, and what is left of it`() throws {
    let scratch = Scratch()
    let handles = try scratch.filled()
    try scratch.forge("UPDATE event SET sealed = zeroblob(9) WHERE session = 1 AND sequence = 3")
    let verification = try JournalReader(scratch.path).verify()
    let violation = try #require(verification.violations.first)
    #expect(violation.kind == .altered && violation.handle == handles[0] && violation.sequence == 3)
    #expect(verification.violations.count == 1)
    #expect(verification.damagedSessions.map(\.handle) == [handles[0]])
    #expect(verification.damagedSessions.map(\.intact) == [5])
    let reader = try JournalReader(scratch.path)
    #expect(try reader.intactEvents(of: handles[0]).map(\.sequence) == [1, 2, 4, 5])
    #expect(try reader.events(of: handles[2]).count == 5)
  }

  /// Changes of the tables themselves that leave every event where it was.
  static let alterations = [
    "DROP TRIGGER event_delete", "DROP TABLE text", "DROP TABLE head", "PRAGMA user_version = 0",
    "ALTER TABLE event ADD COLUMN more INTEGER", "CREATE INDEX place ON event (session)",
    "CREATE TABLE another (one INTEGER)", "CREATE VIEW another AS SELECT 1",
    "CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM event; END",
  ]

  @Test(arguments: alterations)
  func `tables that are not the ones made here are reported, and read as far as they can be`(
    sql: String
  ) throws {
    let scratch = Scratch()
    let handles = try scratch.filled()
    try alter(scratch, sql)
    let before = try scratch.bytes("journal.sqlite")
    let reader = try JournalReader(scratch.path)
    #expect(try reader.verify().violations.first?.kind == .tables)
    #expect(try reader.intactEvents(of: handles[0]).map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(try reader.intactSessions().map(\.handle) == handles)
    let refused = JournalError.damaged(IntegrityViolation(.tables))
    #expect(throws: refused) { try reader.events(of: handles[0]) }
    #expect(throws: refused) { try reader.sessions() }
    #expect(throws: refused) { try reader.latestOpen() }
    #expect(throws: refused) { try JournalWriter(scratch.path) }
    #expect(try scratch.bytes("journal.sqlite") == before)
    let name = try JournalWriter.setAside(scratch.path, at: noon)
    let setAside = try JournalReader(scratch.path, setAside: name)
    #expect(try setAside.verify().violations.first?.kind == .tables)
    #expect(try setAside.sessions().map(\.handle) == handles)
    #expect(try JournalWriter(scratch.path).reader.verify().isSound)
  }

  @Test(arguments: ["event", "session", "sessionkey"])
  func `of a journal without one of its tables, the rest is still counted`(table: String) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try alter(scratch, "DROP TABLE \(table); UPDATE head SET count = 1 << 40")
    let verification = try JournalReader(scratch.path).verify()
    #expect(verification.violations.first?.kind == .tables && verification.violations.count > 3)
    #expect(verification.records == (table == "event" ? 0 : 22))
    #expect(verification.sessions == (table == "session" ? 0 : 3))
  }

  @Test(arguments: [
    "DROP TABLE meta", "DELETE FROM meta", "ALTER TABLE meta RENAME TO another",
    """
    DROP TABLE event; CREATE VIEW event AS WITH RECURSIVE place (position) AS \
    (SELECT 1 UNION ALL SELECT position + 1 FROM place) SELECT position, 1 AS session, \
    1 AS sequence, 2 AS kind, x'' AS previous, x'' AS sealed, x'' AS hash FROM place
    """,
  ])
  func `tables that say nothing, or have no end, are not read`(sql: String) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try alter(scratch, "DROP TRIGGER meta_delete; \(sql)")
    let refused = JournalError.damaged(IntegrityViolation(.tables))
    #expect(throws: refused) { try JournalReader(scratch.path) }
    #expect(throws: refused) { try JournalWriter(scratch.path) }
  }

  private func alter(_ scratch: Scratch, _ sql: String) throws {
    let queue = try DatabaseQueue(path: scratch.journal)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
