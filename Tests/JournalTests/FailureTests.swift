import Foundation
import GRDB
import TestSupport
import Testing

@testable import Journal

/// Each failure of the world is one case of `JournalError`, and takes nothing with it.
@Suite(.serialized)
struct FailureTests {
  @Test func `a second writer is told so, and readers are not kept out`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    #expect(throws: JournalError.busy) { try JournalWriter(scratch.path) }
    #expect(throws: JournalError.busy) { try JournalWriter.setAside(scratch.path, at: noon) }
    for number in 1...5 {
      try appender.append([answer("a")], at: noon)
      #expect(try JournalReader(scratch.path).events(of: appender.handle).count == number + 1)
    }
  }

  @Test func `another process keeps writers out until it ends, however it ends`() throws {
    let scratch = Scratch()
    _ = try JournalWriter(scratch.path)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import fcntl, os, sys, time
      fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
      print("locked", flush=True)
      time.sleep(60)
      """, scratch.path,
    ]
    process.standardOutput = pipe
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    #expect(throws: JournalError.busy) { try JournalWriter(scratch.path) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    _ = try JournalWriter(scratch.path)
  }

  @Test func `SQLite's locks outlive whatever else this program reads`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    _ = try JournalReader(scratch.path).sessions()
    _ = try writer.begin([began], at: noon)
    try writer.begin([began], at: noon).forget(at: noon)
    // Where SQLite says that somebody has a journal and its log open.
    let locks = [("journal.sqlite", 0x4000_0002), ("journal.sqlite-shm", 128)]
    for (name, place) in locks {
      let asked = try run(
        "python3",
        [
          "-c",
          """
          import fcntl, sys
          try: fcntl.lockf(open(sys.argv[1], "r+b"), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, int(sys.argv[2]))
          except OSError: print("locked", end="")
          """, scratch.file(name), "\(place)",
        ]
      )
      #expect(asked.output == "locked", "\(name)")
    }
    #expect(try writer.reader.verify().isSound)
  }

  @Test func `every open is durable, wipes what it frees and trusts no file`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let pragmas = try writer.store.queue.read { database in
      try ["synchronous", "journal_mode", "secure_delete", "trusted_schema", "cell_size_check"].map
      {
        try String.fetchOne(database, sql: "SELECT CAST(\($0) AS TEXT) FROM pragma_\($0)")
      }
    }
    #expect(pragmas == ["2", "wal", "1", "0", "1"])
  }

  @Test func `a journal from a later version is left alone`() throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    let queue = try DatabaseQueue(path: scratch.journal)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 7") }
    try queue.close()
    #expect(throws: JournalError.newer(version: 7)) { try JournalReader(scratch.path) }
    #expect(throws: JournalError.newer(version: 7)) { try JournalWriter(scratch.path) }
  }

  @Test(arguments: [[], [UInt8](repeating: 7, count: 9000), Array("SQLite format 3\0".utf8)])
  func `a file that is not a journal is reported, set aside, and replaced`(bytes: [UInt8]) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try scratch.put(bytes, "journal.sqlite")
    let damaged = JournalError.damaged(IntegrityViolation(.unreadable))
    #expect(throws: damaged) { try JournalReader(scratch.path) }
    #expect(throws: damaged) { try JournalWriter(scratch.path) }
    let noted = try scratch.bytes("journal.head")
    let name = try JournalWriter.setAside(scratch.path, at: noon)
    #expect(name == "journal-damaged-2026-11-21-1.sqlite")
    #expect(try scratch.bytes(name) == bytes)
    #expect(try scratch.bytes("journal-damaged-2026-11-21-1.head") == noted)
    // Chained: its first record has the end of the old journal.
    let writer = try JournalWriter(scratch.path)
    let first = try writer.store.queue.read { try writer.store.record($0, at: 1) }
    let end = try #require(HeadCheckpoint(noted, writer: writer.store.writer).heads.first)
    #expect(first?.body.suffix(32) == end.hash)
    #expect(first?.body.count == 120)
    try writer.begin([began], at: noon).append([.finished], at: noon)
    #expect(try writer.reader.verify().isSound)
  }

  @Test func `a second damaged journal does not take the place of the first`() throws {
    let scratch = Scratch()
    for number in 1...3 {
      _ = try scratch.filled()
      try scratch.put([UInt8(number)], "journal.sqlite")
      let name = try JournalWriter.setAside(scratch.path, at: noon)
      #expect(name == "journal-damaged-2026-11-21-\(number).sqlite")
      #expect(try scratch.bytes(name) == [UInt8(number)])
    }
  }

  @Test func `setting aside that was cut short is gone on with, under one name`() throws {
    let scratch = try DamageTests.journals()[1]
    try scratch.put([], "journal.sqlite")
    let log = try scratch.bytes("journal.sqlite-wal")
    let noted = try scratch.bytes("journal.head")
    let stem = "journal-damaged-2026-11-20-1"
    func move(_ name: String, _ other: String) throws {
      try FileManager.default.moveItem(atPath: scratch.file(name), toPath: scratch.file(other))
    }
    // The journal was moved, but not its log.
    try move("journal.sqlite", stem + ".sqlite")
    #expect(throws: JournalError.damaged(IntegrityViolation(.fileMissing))) {
      try JournalWriter(scratch.path)
    }
    #expect(try JournalWriter.setAside(scratch.path, at: noon) == stem + ".sqlite")
    #expect(try scratch.bytes(stem + ".sqlite-wal") == log)
    #expect(try scratch.bytes(stem + ".head") == noted)
    // The new journal stood, but the old note still did too.
    let made = try scratch.bytes("journal.sqlite")
    try move(stem + ".head", "journal.head")
    #expect(throws: JournalError.self) { try JournalWriter(scratch.path) }
    #expect(try JournalWriter.setAside(scratch.path, at: noon) == stem + ".sqlite")
    #expect(try scratch.bytes(stem + ".head") == noted)
    #expect(try scratch.bytes("journal.sqlite") == made)
    #expect(try JournalWriter(scratch.path).reader.verify().isSound)
    // What is whole is not added to.
    try scratch.put([1], "journal.sqlite")
    let next = try JournalWriter.setAside(scratch.path, at: noon)
    #expect(next == "journal-damaged-2026-11-21-1.sqlite")
  }

  @Test func `a journal that is gone is missed`() throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try FileManager.default.removeItem(atPath: scratch.journal)
    let damaged = JournalError.damaged(IntegrityViolation(.fileMissing))
    #expect(throws: damaged) { try JournalReader(scratch.path) }
    #expect(throws: damaged) { try JournalWriter(scratch.path) }
    _ = try JournalWriter.setAside(scratch.path, at: noon)
    _ = try JournalWriter(scratch.path)
  }

  /// How a note can say nothing: it was never made, made and not written, or cut.
  ///
  /// Not a file, or a file of zeros.
  static let silentNotes: [Int?] = [nil, 0, 1024]

  @Test(arguments: silentNotes)
  func `a first run cut short before its first note is sound`(zeros: Int?) throws {
    let scratch = Scratch()
    _ = try JournalWriter(scratch.path)
    try scratch.leave(zeros.map { Array(repeating: 0, count: $0) }, "journal.head")
    #expect(try JournalReader(scratch.path).verify().violations == [])
    let writer = try JournalWriter(scratch.path)
    try writer.begin([began], at: noon).append([.finished], at: noon)
    #expect(try writer.reader.verify().isSound)
    #expect(try scratch.bytes("journal.head").count == 1024)
  }

  @Test(arguments: silentNotes)
  func `a note that says nothing beside a longer journal is reported`(zeros: Int?) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try scratch.leave(zeros.map { Array(repeating: 0, count: $0) }, "journal.head")
    #expect(try JournalReader(scratch.path).verify().violations.map(\.kind) == [.headCheckpoint])
  }

  @Test func `looking at a damaged journal does not change it, nor its log`() throws {
    let scratch = try DamageTests.journals()[1]
    var log = try scratch.bytes("journal.sqlite-wal")
    log[log.count - 2000] ^= 1
    try scratch.put(log, "journal.sqlite-wal")
    let before = try scratch.bytes("journal.sqlite")
    #expect(throws: JournalError.self) { try JournalWriter(scratch.path) }
    #expect(try scratch.bytes("journal.sqlite-wal") == log)
    #expect(try scratch.bytes("journal.sqlite") == before)
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "\(SmallDisk.need)"))
  func `a full disk stops the session, and nothing that was kept is lost`() throws {
    try SmallDisk.with(size: "400k") { disk in
      let scratch = Scratch(in: disk)
      var kept = 0
      let dead = try JournalWriter(scratch.path)
      let appender = try dead.begin([began], at: noon)
      #expect(throws: JournalError.diskFull) {
        while true {
          try appender.append([answer("\(kept)")], at: noon)
          kept += 1
        }
      }
      #expect(kept > 0)
      // Room alone does not bring the writer back to life.
      _ = try run("mount", ["-o", "remount,size=4m", disk])
      #expect(throws: JournalError.diskFull) { try appender.append([.finished], at: noon) }
      #expect(throws: JournalError.diskFull) { try appender.forget(at: noon) }
      #expect(throws: JournalError.diskFull) { try dead.begin([began], at: noon) }
      #expect(throws: JournalError.diskFull) { try dead.resume(appender.handle) }
      // Nor does it stand in the way of a new one.
      try withExtendedLifetime(dead) {
        let writer = try JournalWriter(scratch.path)
        let (next, events) = try writer.resume(appender.handle)
        #expect(events.count == kept + 1)
        try next.append([.finished], at: noon)
        #expect(try writer.reader.verify().isSound)
      }
    }
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "\(SmallDisk.need)"))
  func `a first run on a full disk leaves nothing that hinders the next`() throws {
    for size in [4, 8, 16, 24, 32, 48, 64, 96, 128] {
      try SmallDisk.with(size: "\(size)k") { disk in
        let scratch = Scratch(in: disk)
        do {
          _ = try JournalWriter(scratch.path)
        } catch {
          #expect(
            [.diskFull, .cannotCreate(code: ENOSPC)].contains(error as? JournalError),
            "\(size)"
          )
        }
        _ = try run("mount", ["-o", "remount,size=4m", disk])
        let writer = try JournalWriter(scratch.path)
        try writer.begin([began], at: noon).append([.finished], at: noon)
        #expect(try writer.reader.verify().isSound)
      }
    }
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "\(SmallDisk.need)"))
  func `a disk that turned read-only is said to be`() throws {
    try SmallDisk.with(size: "4m") { disk in
      let scratch = Scratch(in: disk)
      let handles = try scratch.filled()
      _ = try run("mount", ["-o", "remount,ro", disk])
      #expect(throws: JournalError.readOnly) { try JournalWriter(scratch.path) }
      #expect(throws: JournalError.readOnly) { try JournalReader(scratch.path) }
      #expect(throws: JournalError.readOnly) { try JournalWriter(disk + "/other") }
      #expect(throws: JournalError.noJournal) { try JournalReader(disk + "/other") }
      _ = handles
    }
  }

  @Test func `where no folder can be made is said with the system's number`() throws {
    let scratch = Scratch()
    _ = try JournalWriter(scratch.path)
    #expect(throws: JournalError.cannotCreate(code: ENOTDIR)) {
      try JournalWriter(scratch.journal + "/under-a-file")
    }
  }
}
