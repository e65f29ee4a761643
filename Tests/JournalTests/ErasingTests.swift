import Foundation
import GRDB
import Testing

@testable import Journal

/// Erasing takes the key, and nothing else.
struct ErasingTests {
  @Test func `no copy of the key is left in any file, however many sessions there are`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    var handles: [Handle] = []
    var keys: [Handle: Data] = [:]
    for number in 0..<count("JOURNAL_SESSIONS", 150) {
      let recorder = try writer.begin([began, answer("\(number)")], at: noon)
      handles.append(recorder.handle)
      let key = try writer.store.queue.read { database in
        try writer.store.wrappedKey(
          database,
          of: writer.store.session(database, of: recorder.handle).session
        )
      }
      keys[recorder.handle] = key
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
    let recorder = try writer.begin([began], at: noon)
    try recorder.forget(at: noon)
    let records = try writer.reader.verify().records
    try recorder.forget(at: noon)
    try writer.erase(recorder.handle, at: noon)
    #expect(try writer.reader.verify().records == records)
    #expect(try writer.reader.sessions().map(\.condition) == [.erased])
    // What is kept of an erased session could never be read.
    #expect(throws: JournalError.erased) { try recorder.append([.finished], at: noon) }
  }

  @Test func `while somebody reads, an erasure is not said to be done`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let recorder = try writer.begin([began], at: noon)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reading = try DatabaseQueue(path: scratch.journal, configuration: configuration)
    try reading.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
    }
    #expect(throws: JournalError.unproven(.busy)) { try writer.erase(recorder.handle, at: noon) }
    #expect(throws: JournalError.erased) { try writer.reader.events(of: recorder.handle) }
    try reading.inDatabase { try $0.execute(sql: "COMMIT") }
    try writer.erase(recorder.handle, at: noon)
    #expect(try writer.reader.verify().isSound)
  }
}
