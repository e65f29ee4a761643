import Foundation
import GRDB
import Testing

@testable import Journal

/// Records that must never change cannot be changed by any program: the tables refuse.
struct AppendOnlyTests {
  static let changes = [
    "UPDATE meta SET journal = zeroblob(16)", "DELETE FROM meta",
    "UPDATE event SET sealed = zeroblob(9) WHERE position = 3", "UPDATE event SET kind = 3",
    "UPDATE event SET position = 900 WHERE position = 3", "UPDATE OR IGNORE event SET hash = x''",
    "UPDATE OR REPLACE event SET position = 4 WHERE position = 3",
    "DELETE FROM event WHERE position = 3", "DELETE FROM event",
    "DELETE FROM event WHERE position = (SELECT max(position) FROM event)",
    """
    REPLACE INTO event SELECT position, session, sequence, kind, previous, sealed, x'' \
    FROM event WHERE position = 3
    """,
    """
    INSERT INTO event SELECT position + 2, session, sequence, kind, previous, sealed, hash \
    FROM event ORDER BY position DESC LIMIT 1
    """,
    "UPDATE session SET day = 1 WHERE session = 3", "UPDATE session SET handle = 5",
    "DELETE FROM session WHERE session = 3", "DELETE FROM session",
    "UPDATE text SET bytes = x''", "DELETE FROM text",
    "UPDATE head SET hash = zeroblob(32)", "UPDATE head SET count = count - 1", "DELETE FROM head",
    "UPDATE sessionkey SET wrapped = zeroblob(80)",
    "UPDATE sessionkey SET session = 2 WHERE session = 3",
  ]

  @Test(arguments: changes)
  func `no row that was written is changed or deleted`(change: String) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    let queue = try DatabaseQueue(path: scratch.journal)
    let before = try queue.read { try rows($0) }
    // Alone, in a transaction that is given up, and in one that is kept in spite of the refusal.
    for (start, end) in [(nil, nil), ("BEGIN", "ROLLBACK"), ("BEGIN", "COMMIT")] {
      try queue.inDatabase { database in
        if let start { try database.execute(sql: start) }
        let refusal = #expect(throws: DatabaseError.self) { try database.execute(sql: change) }
        #expect(refusal?.message == "append only")
        if let end { try database.execute(sql: end) }
      }
      #expect(try queue.read { try rows($0) } == before)
    }
    try queue.close()
    #expect(try JournalReader(scratch.path).verify().isSound)
    // It is the triggers that refuse.
    try scratch.forge(change)
    #expect(try DatabaseQueue(path: scratch.journal).read { try rows($0) } != before)
  }

  private func rows(_ database: Database) throws -> [[Row]] {
    try ["meta", "head", "event", "session", "sessionkey", "text"].map { table in
      try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
    }
  }
}
