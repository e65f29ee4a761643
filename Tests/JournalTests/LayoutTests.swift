import Foundation
import GRDB
import Testing

@testable import Journal

/// A journal moves from one layout to the next in one transaction, and only when it is opened to write.
@Suite struct LayoutTests {
  /// The layouts of a later program, with the changes that lead to its last one.
  static func following(_ changes: [String], adding tables: [String]) -> JournalLayouts {
    let next = JournalLayout(
      number: 2,
      changes: changes,
      schema: JournalLayout.first.schema + tables
    )
    return JournalLayouts([.first, next])
  }

  static let clinics = "CREATE TABLE clinic (name TEXT NOT NULL) STRICT"
  static let layouts = following(
    [clinics, "INSERT INTO clinic SELECT hex(journal) FROM meta"],
    adding: [clinics]
  )

  private func number(of scratch: Scratch) throws -> Int? {
    try DatabaseQueue(path: scratch.journal).read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
  }

  @Test func `a new journal has the latest layout, and its tables are as the layout says`() throws {
    for layouts in [JournalLayouts.known, Self.layouts] {
      let scratch = Scratch()
      _ = try JournalWriter(scratch.path, layouts)
      #expect(try number(of: scratch) == layouts.layouts.count)
    }
  }

  @Test func `reading leaves the layout as it is`() throws {
    let scratch = Scratch()
    let names = try scratch.filled()
    let before = try scratch.bytes("journal.sqlite")
    let reader = try JournalReader(scratch.path, Self.layouts)
    #expect(try reader.verify().isSound)
    #expect(try reader.events(of: names[0]).count == 5)
    #expect(try scratch.bytes("journal.sqlite") == before)
  }

  @Test func `a journal that is opened to write is moved, and all of it is read as before`() throws
  {
    let scratch = Scratch()
    let names = try scratch.filled()
    let before = try JournalReader(scratch.path).sessions()
    do {
      let writer = try JournalWriter(scratch.path, Self.layouts)
      #expect(try number(of: scratch) == 2)
      try writer.resume(names[2]).appender.append([answer("more")], at: noon)
    }
    let reader = try JournalReader(scratch.path, Self.layouts)
    #expect(try reader.verify().isSound)
    #expect(try reader.sessions().map(\.handle) == before.map(\.handle))
    #expect(try reader.events(of: names[2]).count == 6)
    #expect(throws: JournalError.newer(version: 2)) { try JournalReader(scratch.path) }
    #expect(throws: JournalError.newer(version: 2)) { try JournalWriter(scratch.path) }
  }

  @Test(arguments: [
    following([clinics, "INSERT INTO nowhere VALUES (1)"], adding: [clinics]),
    following([clinics], adding: []),
    following([], adding: [clinics]),
  ])
  func `a move that fails, or makes other tables, leaves the journal at its layout`(
    layouts: JournalLayouts
  ) throws {
    let scratch = Scratch()
    let names = try scratch.filled()
    #expect(throws: JournalError.self) { try JournalWriter(scratch.path, layouts) }
    #expect(try number(of: scratch) == 1)
    #expect(try JournalReader(scratch.path).verify().isSound)
    #expect(try JournalWriter(scratch.path).reader.events(of: names[0]).count == 5)
  }

  @Test(arguments: [-1, 0, 2])
  func `a number that is not that of its tables is found out`(number: Int) throws {
    let scratch = Scratch()
    _ = try scratch.filled()
    try scratch.forge("PRAGMA user_version = \(number)")
    let damaged = JournalError.damaged(IntegrityViolation(.tables))
    #expect(throws: damaged) { try JournalReader(scratch.path, Self.layouts).sessions() }
    #expect(throws: damaged) { try JournalWriter(scratch.path, Self.layouts) }
    let violations = try JournalReader(scratch.path, Self.layouts).verify().violations
    #expect(violations.map(\.kind) == [.tables])
  }
}
