import Foundation
import GRDB

extension JournalReader {
  /// Reads the whole journal and reports what is not as it was written.
  ///
  /// It does not need a key that opens sessions, because the chain covers sealed data.
  public func verify() throws(JournalError) -> Verification {
    let headCheckpoint = try store.headCheckpoint()
    return try storing {
      try store.queue.read { database in
        var audit = try Audit(store, database)
        try store.salvage(database) { audit.take($0) }
        try audit.finish(database, headCheckpoint)
        return audit.verification
      }
    }
  }
}

/// A reading of the whole journal, record after record.
private struct Audit {
  private(set) var verification = Verification()
  private let store: Store
  private var rows: [Int: SessionRow] = [:]
  private var next: [Int]
  private var intact: [Int]
  private var damaged: [Int]
  private var hasBegun: [Bool]
  private var isErased: [Bool]
  private var texts: [Int: Data] = [:]
  private var position = 1
  private var previous: Data?
  private var hashes: [Int: Data] = [:]
  private let noted: Set<Int>
  private var hasGap = false

  init(_ store: Store, _ database: Database) throws {
    self.store = store
    for row in (try? store.sessionRows(database)) ?? [] { rows[row.session] = row }
    // A damaged number cannot make these large, because sessions are counted from 1.
    let count = rows.count + 1
    next = Array(repeating: 0, count: count)
    intact = next
    damaged = next
    hasBegun = Array(repeating: false, count: count)
    isErased = hasBegun
    noted = Set(try store.headCheckpoint().heads.map(\.count))
    verification.sessions = rows.count
    if store.isAltered { report(.tables, at: nil, nil) }
  }

  private mutating func report(
    _ kind: IntegrityViolation.Kind,
    at position: Int?,
    _ record: ChainRecord?
  ) {
    let session = record?.session ?? 0
    report(kind, at: position, of: session, sequence: session > 0 ? record?.sequence : nil)
  }

  private mutating func report(
    _ kind: IntegrityViolation.Kind,
    at position: Int?,
    of session: Int = 0,
    sequence: Int? = nil
  ) {
    if damaged.indices.contains(session) { damaged[session] += 1 }
    if verification.violations.count < 1000 {
      verification.violations.append(
        IntegrityViolation(kind, at: position, of: rows[session]?.handle, sequence: sequence)
      )
    }
  }

  mutating func take(_ found: Store.Found) {
    switch found {
    case .unreadable(let place):
      skip(to: place)
      report(.unreadable, at: place, nil)
      position = place + 1
      previous = nil
      hasGap = true
    case .record(let record):
      skip(to: record.position)
      check(record)
      position = record.position + 1
      previous = record.hash
      if noted.contains(record.position) { hashes[record.position] = record.hash }
    }
  }

  /// Reports the positions without a record.
  private mutating func skip(to place: Int) {
    guard position < place else { return }
    for missing in position..<min(place, position + 1000) { report(.missing, at: missing, nil) }
    previous = nil
    hasGap = true
  }

  private mutating func check(_ record: ChainRecord) {
    verification.records += 1
    let kind = ChainRecord.Kind(rawValue: record.kind)
    let row = rows[record.session]
    let covered = kind == .session ? row?.covered : nil
    guard record.isIntact(in: store.journal, covering: covered) else {
      report(.altered, at: record.position, record)
      hasGap = true
      if next.indices.contains(record.session) { next[record.session] = record.sequence &+ 1 }
      return
    }
    if let previous, previous != record.previous { report(.broken, at: record.position, record) }
    guard next.indices.contains(record.session) else {
      return report(.misplaced, at: record.position, record)
    }
    let expected = next[record.session]
    if record.sequence < expected || (record.sequence > expected && !hasGap) {
      report(.misplaced, at: record.position, record)
    }
    next[record.session] = record.sequence &+ 1
    intact[record.session] += 1
    switch kind {
    case .session:
      hasBegun[record.session] = true
    case .erased:
      isErased[record.session] = true
      verification.erased += 1
    case .text:
      texts[record.position] = record.body
      verification.texts += 1
    case .journal:
      if record.body.prefix(64) != store.reader + store.writer {
        report(.tables, at: record.position, nil)
      }
    default: break
    }
  }

  /// Checks everything that is not a record: the end, the note, keys, and texts.
  mutating func finish(_ database: Database, _ headCheckpoint: HeadCheckpoint) throws {
    finishEnd(try? store.head(database), headCheckpoint)
    try finishKeys(database)
    try finishTexts(database)
    verification.damagedSessions = rows.values.sorted { $0.session < $1.session }
      .filter { damaged.indices.contains($0.session) && damaged[$0.session] > 0 }
      .map { row in
        Verification.DamagedSession(
          handle: row.handle,
          intact: intact[row.session],
          damaged: damaged[row.session]
        )
      }
    // Records that can be read one after another may still not be found by their positions.
    let isOrdered = try? String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
    if verification.isSound, isOrdered != true { report(.unreadable, at: nil, nil) }
  }

  private mutating func finishEnd(_ head: SignedHead?, _ headCheckpoint: HeadCheckpoint) {
    if let head, head.isSigned(by: store.writer) {
      skip(to: head.count + 1)
      if position != head.count + 1 || (previous ?? head.hash) != head.hash {
        report(.end, at: head.count, nil)
      }
      for noted in headCheckpoint.heads {
        let isElsewhere = noted.journal != store.journal || noted.count > head.count
        if isElsewhere || hashes[noted.count].map({ $0 != noted.hash }) == true {
          report(.endMissing, at: noted.count, nil)
        }
      }
    } else {
      report(.end, at: nil, nil)
    }
    let isNoteGone = headCheckpoint.heads.isEmpty && (head?.count ?? 0) > 1
    if headCheckpoint.isDamaged || isNoteGone { report(.headCheckpoint, at: nil, nil) }
  }

  private mutating func finishKeys(_ database: Database) throws {
    var found: [Int: Data] = [:]
    do {
      let keys = try Row.fetchCursor(database, sql: "SELECT session, wrapped FROM sessionkey")
      while let key = try keys.next() { found[try key.number(0)] = try key.data(1).fingerprint }
    } catch {
      report(.unreadable, at: nil, nil)
    }
    for row in rows.values.sorted(by: { $0.session < $1.session }) {
      guard hasBegun.indices.contains(row.session), hasBegun[row.session] else {
        report(.misplaced, at: row.position, of: row.session)
        continue
      }
      let key = found.removeValue(forKey: row.session)
      if isErased[row.session] {
        if key != nil { report(.keyLeft, at: row.position, of: row.session) }
      } else if key == nil {
        report(.keyMissing, at: row.position, of: row.session)
      } else if key != row.key {
        report(.keyAltered, at: row.position, of: row.session)
      }
    }
    for _ in found { report(.keyAltered, at: nil, nil) }
  }

  private mutating func finishTexts(_ database: Database) throws {
    var found: [Int: Bool] = [:]
    do {
      let rows = try Row.fetchCursor(database, sql: "SELECT position, fingerprint, bytes FROM text")
      while let row = try rows.next() {
        let place = try row.number(0)
        let fingerprint = try row.data(2).fingerprint
        found[place] = try row.data(1) == fingerprint && texts[place] == fingerprint
      }
    } catch {
      report(.unreadable, at: nil, nil)
    }
    for place in texts.keys.sorted() {
      switch found.removeValue(forKey: place) {
      case true?: break
      case false?: report(.textAltered, at: place, nil)
      case nil: report(.textMissing, at: place, nil)
      }
    }
    for place in found.keys.sorted() { report(.textAltered, at: place, nil) }
  }
}
