import Foundation
import GRDB
import Testing

@testable import Journal

/// Whatever is done to the files, nothing wrong is read and nothing is missing without a word.
///
/// `JOURNAL_FLIPS` sets how many bits of each file are tried; 0 means all of them.
struct DamageTests {
  /// A journal that was closed, and one whose writer was killed: its last records are in the log.
  static func journals() throws -> [Scratch] {
    let closed = Scratch()
    _ = try closed.filled()
    let killed = Scratch()
    let writer = try JournalWriter(killed.path)
    let recorder = try writer.begin(
      [began, answer("a")],
      keeping: Array("the text of edition 0".utf8),
      at: noon
    )
    _ = try writer.begin([began], keeping: Array("the text of edition 1".utf8), at: noon)
    try recorder.append([answer("b")], at: noon)
    return try withExtendedLifetime(writer) { [closed, try killed.copy()] }
  }

  /// SQLite makes these anew: what a test left of them must not help or hinder the next.
  private func clear(_ scratch: Scratch, _ kept: Set<String>) {
    for name in ["journal.sqlite-shm", "journal.sqlite-wal"] where !kept.contains(name) {
      try? FileManager.default.removeItem(atPath: scratch.file(name))
    }
  }

  @Test(arguments: [0, 1])
  func `every bit that flips is reported or harmless`(kind: Int) throws {
    let scratch = try Self.journals()[kind]
    let truth = try Truth(of: scratch)
    let files = scratch.files.filter { $0 != "journal.sqlite-shm" }
    var verdicts: [Truth.Verdict: Int] = [:]
    var generator = SystemRandomNumberGenerator()
    for name in files {
      let bytes = try scratch.bytes(name)
      let wanted = Journaled.flips(of: bytes.count * 8, short: name.hasPrefix("keys") ? 20 : 250)
      for place in wanted(&generator) {
        var flipped = bytes
        flipped[place / 8] ^= 1 << UInt8(place % 8)
        try scratch.put(flipped, name)
        clear(scratch, Set(files))
        let verdict = truth.verdict(on: scratch.path)
        verdicts[verdict, default: 0] += 1
        if verdict == .silent { Issue.record("\(name), bit \(place)") }
      }
      try scratch.put(bytes, name)
    }
    print("flips:", verdicts)
    #expect((verdicts[.partly] ?? 0) > 0 && (verdicts[.harmless] ?? 0) > 0)
    clear(scratch, Set(files))
    #expect(truth.verdict(on: scratch.path) == .harmless)
  }

  @Test(arguments: [0, 1])
  func `a file cut anywhere is reported`(kind: Int) throws {
    let scratch = try Self.journals()[kind]
    let truth = try Truth(of: scratch)
    for name in scratch.files where !name.hasSuffix("-shm") {
      let bytes = try scratch.bytes(name)
      let step = name.hasPrefix("keys") ? 16 : 512
      for length in stride(from: 0, to: bytes.count, by: step) {
        let cut = try scratch.copy()
        try cut.put(Array(bytes[..<length]), name)
        clear(cut, name.hasSuffix("-wal") || kind == 1 ? ["journal.sqlite-wal"] : [])
        let verdict = truth.verdict(on: cut.path)
        // The end of the note is only filled up, and what was cut may stand whole in the log.
        let mayBeWhole =
          (name == "journal.head" && length > 0) || (name == "journal.sqlite" && kind == 1)
        if verdict == .silent || (verdict == .harmless && !mayBeWhole) {
          Issue.record("\(name) cut at \(length): \(verdict)")
        }
      }
    }
  }

  @Test(arguments: ["journal.sqlite", "journal.sqlite-wal", "journal.head"])
  func `a file that is gone is reported`(name: String) throws {
    let scratch = try Self.journals()[1]
    let truth = try Truth(of: scratch)
    try FileManager.default.removeItem(atPath: scratch.file(name))
    clear(scratch, ["journal.sqlite-wal"])
    #expect([.closed, .partly].contains(truth.verdict(on: scratch.path)))
  }

  @Test func `an older copy put back is reported`() throws {
    let scratch = Scratch()
    let handle = try scratch.filled()[0]
    let older = try scratch.bytes("journal.sqlite")
    try JournalWriter(scratch.path).resume(handle).recorder.append([answer("c")], at: noon)
    try scratch.put(older, "journal.sqlite")
    let reader = try JournalReader(scratch.path)
    #expect(try reader.verify().damages.map(\.kind) == [.endMissing])
    #expect(throws: JournalError.self) { try reader.events(of: handle) }
    #expect(throws: JournalError.self) { try JournalWriter(scratch.path) }
  }

  /// What somebody with the file, but not the keys, can do with SQL; triggers do not stop them.
  static let forgeries: [(String, Damage.Kind)] = [
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
    let truth = try Truth(of: scratch)
    try forge(scratch, sql)
    let verdict = truth.verdict(on: scratch.path)
    #expect(verdict == .partly)
    let verification = try JournalReader(scratch.path).verify()
    #expect(verification.damages.contains { $0.kind == kind }, "\(verification.damages)")
  }

  @Test func `says which session, and what is left of it`() throws {
    let scratch = Scratch()
    let handles = try scratch.filled()
    try forge(scratch, "UPDATE event SET sealed = zeroblob(9) WHERE session = 1 AND sequence = 3")
    let verification = try JournalReader(scratch.path).verify()
    let damage = try #require(verification.damages.first)
    #expect(damage.kind == .altered && damage.handle == handles[0] && damage.sequence == 3)
    #expect(verification.damages.count == 1)
    #expect(verification.damagedSessions.map(\.handle) == [handles[0]])
    #expect(verification.damagedSessions.map(\.intact) == [5])
    let reader = try JournalReader(scratch.path)
    #expect(try reader.intactEvents(of: handles[0]).map(\.sequence) == [1, 2, 4, 5])
    #expect(try reader.events(of: handles[2]).count == 5)
  }

  /// Changes a journal as one would who has the file: without the triggers, then with them.
  private func forge(_ scratch: Scratch, _ sql: String) throws {
    let queue = try DatabaseQueue(path: scratch.journal)
    try queue.write { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
      )
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger[1]) }
    }
    try queue.close()
  }
}

enum Journaled {
  /// Which of so many bits to flip: the long form is all.
  static func flips(of bits: Int, short: Int) -> (inout SystemRandomNumberGenerator) -> [Int] {
    let wanted = count("JOURNAL_FLIPS", short)
    return { generator in
      if wanted == 0 || wanted >= bits { return Array(0..<bits) }
      return (0..<wanted).map { _ in Int.random(in: 0..<bits, using: &generator) }
    }
  }
}
