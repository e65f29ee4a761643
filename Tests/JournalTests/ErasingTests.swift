import Foundation
import GRDB
import Testing

@testable import Journal

/// Erasing takes the key, and nothing else.
struct ErasingTests {
  @Test func `no copy of the key is left in any file, however many sessions there are`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    var handles: [SessionName] = []
    var keys: [SessionName: Data] = [:]
    for number in 0..<count("JOURNAL_SESSIONS", 150) {
      let appender = try writer.begin([began, answer("\(number)")], at: noon)
      handles.append(appender.handle)
      let key = try writer.store.queue.read { database in
        try writer.store.wrappedKey(
          database,
          of: writer.store.session(database, of: appender.handle).session
        )
      }
      keys[appender.handle] = key
    }
    var generator = SystemRandomNumberGenerator()
    let erased = Set(handles.shuffled(using: &generator).prefix(handles.count / 3))
    for handle in erased {
      try writer.erase(handle, at: noon)
      let key = try #require(keys[handle])
      for name in scratch.files where name.hasPrefix("journal") {
        let bytes = Data(try scratch.bytes(name))
        #expect(bytes.range(of: key.prefix(32)) == nil && bytes.range(of: key.suffix(48)) == nil)
      }
    }
    let verification = try writer.reader.verify()
    #expect(verification.isSound && verification.erased == erased.count)
    for handle in handles {
      if erased.contains(handle) {
        #expect(throws: JournalError.erased) { try writer.reader.events(of: handle) }
        #expect(throws: JournalError.erased) { try writer.reader.intactEvents(of: handle) }
      } else {
        #expect(try writer.reader.events(of: handle).count == 2)
      }
    }
  }

  @Test func `erasing twice is erasing once, and handles are not given again`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    try appender.forget(at: noon)
    let records = try writer.reader.verify().records
    try appender.forget(at: noon)
    try writer.erase(appender.handle, at: noon)
    #expect(try writer.reader.verify().records == records)
    #expect(try writer.reader.sessions().map(\.condition) == [.erased])
    // What is kept of an erased session could never be read.
    #expect(throws: JournalError.erased) { try appender.append([.finished], at: noon) }
  }

  @Test func `while somebody reads, an erasure is not said to be done`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reading = try DatabaseQueue(path: scratch.journal, configuration: configuration)
    try reading.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
    }
    #expect(throws: JournalError.unproven(.busy)) { try writer.erase(appender.handle, at: noon) }
    #expect(throws: JournalError.erased) { try writer.reader.events(of: appender.handle) }
    try reading.inDatabase { try $0.execute(sql: "COMMIT") }
    try writer.erase(appender.handle, at: noon)
    #expect(try writer.reader.verify().isSound)
  }

  /// A journal of one session, its key, and a writer that saw it.
  private func session(
    in scratch: Scratch
  ) throws -> (writer: JournalWriter, handle: SessionName, key: Data) {
    let writer = try JournalWriter(scratch.path)
    let handle = try writer.begin([began], at: noon).handle
    let key = try writer.store.queue.read { database in
      try writer.store.wrappedKey(
        database,
        of: writer.store.session(database, of: handle).session
      )
    }
    return (writer, handle, try #require(key))
  }

  /// Puts a copy of a key among the texts, as an error in the program might.
  private func plant(_ key: Data, in scratch: Scratch) throws {
    let sql = "INSERT INTO text (position, fingerprint, bytes) VALUES (?, zeroblob(32), ?)"
    let queue = try DatabaseQueue(path: scratch.journal)
    try queue.write { database in
      for (place, bytes) in [(901, Data(count: 90)), (902, key), (903, Data(count: 90))] {
        try database.execute(sql: sql, arguments: [place, bytes])
      }
    }
    try queue.close()
  }

  private let pullingUp = "DELETE FROM text WHERE position > 900"

  private func holds(_ key: Data, _ scratch: Scratch) throws -> Bool {
    try scratch.files.filter { $0.hasPrefix("journal.sqlite") }.contains { name in
      Data(try scratch.bytes(name)).range(of: key.suffix(48)) != nil
    }
  }

  @Test func `a copy of the key that cannot be wiped is counted, not denied`() throws {
    let scratch = Scratch()
    let (writer, handle, key) = try session(in: scratch)
    try plant(key, in: scratch)
    for _ in 0..<2 {
      #expect(throws: JournalError.unproven(.keyLeft(copies: 2))) {
        try writer.erase(handle, at: noon)
      }
      #expect(throws: JournalError.erased) { try writer.reader.events(of: handle) }
    }
    try scratch.forge(pullingUp)
    try writer.erase(handle, at: noon)
    #expect(try !holds(key, scratch))
  }

  @Test func `a copy of the key in free space is wiped`() throws {
    let scratch = Scratch()
    let (writer, handle, key) = try session(in: scratch)
    try plant(key, in: scratch)
    try scratch.forge(pullingUp, wiping: false)
    try writer.erase(handle, at: noon)
    #expect(try !holds(key, scratch))
    #expect(try writer.reader.verify().isSound)
  }

  @Test func `a copy in free space is wiped by a writer that never saw the key`() throws {
    let scratch = Scratch()
    let (handle, key) = try {
      let (writer, handle, key) = try session(in: scratch)
      try plant(key, in: scratch)
      #expect(throws: JournalError.self) { try writer.erase(handle, at: noon) }
      return (handle, key)
    }()
    try scratch.forge(pullingUp, wiping: false)
    let writer = try JournalWriter(scratch.path)
    #expect(try holds(key, scratch))
    try writer.erase(handle, at: noon)
    #expect(try !holds(key, scratch))
    #expect(try writer.reader.verify().isSound)
  }
}
