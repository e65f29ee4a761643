import Foundation
import Journal
import Testing

/// Who holds which key can do what.
struct KeyTests {
  private func filled() throws -> (Scratch, SessionName) {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    return (scratch, try writer.begin([began], at: noon).handle)
  }

  private func remove(_ name: String, _ scratch: Scratch) throws {
    try FileManager.default.removeItem(atPath: scratch.file(name))
  }

  @Test func `with the public key only, a kiosk writes and erases but cannot read`() throws {
    let (clinic, _) = try filled()
    let kiosk = Scratch()
    try FileManager.default.createDirectory(
      atPath: kiosk.file("keys"),
      withIntermediateDirectories: true
    )
    try kiosk.put(clinic.bytes("keys/reader.public"), "keys/reader.public")
    let handle = try {
      let writer = try JournalWriter(kiosk.path)
      let appender = try writer.begin([began], at: noon)
      try appender.append([answer("a")], at: noon)
      try writer.begin([began], at: noon).forget(at: noon)
      #expect(throws: JournalError.noKey) { try writer.reader.events(of: appender.handle) }
      #expect(throws: JournalError.noKey) { try writer.resume(appender.handle) }
      #expect(throws: JournalError.noKey) { try writer.reader.exported(appender.handle) }
      #expect(try writer.reader.sessions().map(\.condition) == [.sealed, .erased])
      #expect(try writer.reader.latestOpen() == nil)
      #expect(try writer.reader.verify().isSound)
      return appender.handle
    }()
    #expect(!kiosk.files.contains("keys/reader.private"))
    // The clinic's key opens what it wrote.
    try kiosk.put(clinic.bytes("keys/reader.private"), "keys/reader.private")
    #expect(try JournalReader(kiosk.path).events(of: handle).map(\.event) == [began, answer("a")])
  }

  @Test func `another person's keys do not open it, and nothing is changed`() throws {
    let (scratch, handle) = try filled()
    let (other, _) = try filled()
    for name in ["keys/reader.private", "keys/reader.public"] {
      try scratch.put(other.bytes(name), name)
    }
    #expect(throws: JournalError.wrongKey) {
      try JournalReader(scratch.path).events(of: handle)
    }
    #expect(try JournalReader(scratch.path).sessions().map(\.condition) == [.sealed])
    let before = try scratch.bytes("journal.sqlite")
    #expect(throws: JournalError.wrongKey) { try JournalWriter(scratch.path) }
    #expect(try scratch.bytes("journal.sqlite") == before)
    // A private key beside another's public one.
    try scratch.put(filled().0.bytes("keys/reader.public"), "keys/reader.public")
    #expect(throws: JournalError.wrongKey) { try JournalReader(scratch.path) }
  }

  @Test func `a journal signed by another writer is refused`() throws {
    let (scratch, _) = try filled()
    let (other, _) = try filled()
    for name in ["journal.sqlite", "journal.head"] { try scratch.put(other.bytes(name), name) }
    try? remove("journal.sqlite-wal", scratch)
    try? remove("journal.sqlite-shm", scratch)
    #expect(throws: JournalError.wrongKey) { try JournalReader(scratch.path) }
    #expect(throws: JournalError.wrongKey) { try JournalWriter(scratch.path) }
  }

  @Test func `missing keys are never created again for an existing journal`() throws {
    let (scratch, handle) = try filled()
    try remove("keys/writer.private", scratch)
    #expect(throws: JournalError.noKey) { try JournalWriter(scratch.path) }
    #expect(try JournalReader(scratch.path).events(of: handle).count == 1)
    try remove("keys", scratch)
    #expect(throws: JournalError.noKey) { try JournalWriter(scratch.path) }
    #expect(throws: JournalError.noKey) { try JournalReader(scratch.path).events(of: handle) }
    #expect(try JournalReader(scratch.path).verify().isSound)
  }

  @Test func `a key file that was changed is named`() throws {
    let (scratch, _) = try filled()
    for name in ["reader.private", "reader.public", "writer.private", "writer.public"] {
      let bytes = try scratch.bytes("keys/\(name)")
      for place in [0, bytes.count / 2, bytes.count - 1] {
        var changed = bytes
        changed[place] ^= 1
        try scratch.put(changed, "keys/\(name)")
        #expect(throws: JournalError.damagedKey(file: name)) { try JournalReader(scratch.path) }
        #expect(throws: JournalError.damagedKey(file: name)) { try JournalWriter(scratch.path) }
      }
      try scratch.put(bytes, "keys/\(name)")
    }
  }

  @Test func `a first run that was cut short is gone on with`() throws {
    let (done, _) = try filled()
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("keys"),
      withIntermediateDirectories: true
    )
    try scratch.put(done.bytes("keys/reader.private"), "keys/reader.private")
    try scratch.put([], "journal-new.sqlite")
    try JournalWriter(scratch.path).begin([began], at: noon).append([.finished], at: noon)
    #expect(try scratch.bytes("keys/reader.public") == done.bytes("keys/reader.public"))
    #expect(!scratch.files.contains("journal-new.sqlite"))
  }
}
