import Foundation
import GRDB
import Journal
import Synchronization

/// Damages of the files of a journal, one after the other, each looked at through everything that reads.
final class Damages: Sendable {
  /// One damage, and what may come of it.
  private struct IntegrityViolation: Sendable {
    let name: String
    /// Whether it can be that nothing is missing after it.
    var mayBeHarmless = false
    /// How many records it touches, if that is known: all others have to be read.
    var touched: Int?
    let work: @Sendable (DamagedFolder) throws -> Void
  }

  private struct Tally {
    var verdicts: [Truth.Verdict: Int] = [:]
    var wrong: [String] = []
  }

  private let files: [String: Data]
  private let truth: Truth
  private let tally = Mutex(Tally())

  init(_ path: String) throws {
    let keys = ["reader.private", "reader.public", "writer.private", "writer.public"]
    // SQLite creates its index of the log again.
    let names =
      ["journal.sqlite", "journal.sqlite-wal", "journal.head"] + keys.map { "keys/\($0)" }
    var files: [String: Data] = [:]
    for name in names { files[name] = try? Data(contentsOf: URL(filePath: "\(path)/\(name)")) }
    self.files = files
    let folder = DamagedFolder(files)
    truth = try withExtendedLifetime(folder) { try Truth(of: folder.path) }
  }

  /// Flips one bit in so many.
  func flip(every stride: Int) {
    run(
      files.sorted { $0.key < $1.key }.flatMap { name, bytes in
        Swift.stride(from: 0, to: bytes.count * 8, by: stride).map { bit in
          IntegrityViolation(name: "\(name), bit \(bit)", mayBeHarmless: true) { folder in
            var flipped = bytes
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            try folder.put(flipped, name)
          }
        }
      }
    )
  }

  /// Cuts each file off at every multiple of a length, shorter for short files, and takes it away.
  func cut(every stride: Int) {
    let isKilled = files["journal.sqlite-wal"] != nil
    run(
      files.sorted { $0.key < $1.key }.flatMap { name, bytes in
        let isKey = name.hasPrefix("keys")
        let step = isKey ? max(1, stride / 32) : stride
        let lengths = Array(Swift.stride(from: 0, to: bytes.count, by: step))
        let cuts = lengths.map { length in
          // The end of the note is only filled up, and what was cut may stand whole in the log.
          let mayBeWhole =
            (name == "journal.head" && length > 0) || (name == "journal.sqlite" && isKilled)
          return IntegrityViolation(name: "\(name), cut at \(length)", mayBeHarmless: mayBeWhole) {
            folder in
            try folder.put(bytes.prefix(length), name)
          }
        }
        // Without the key, the program can write but not read, which is not damage.
        return isKey
          ? cuts : cuts + [IntegrityViolation(name: "\(name), gone") { try $0.put(nil, name) }]
      }
    )
  }

  /// Takes each record away, cuts it, repeats it and lets it change places with each other.
  func takeRecords(every stride: Int) throws {
    let folder = DamagedFolder(files)
    let (count, length) = try folder.query { database in
      (
        try Int.fetchOne(database, sql: "SELECT max(position) FROM event") ?? 0,
        try Int.fetchOne(database, sql: "SELECT max(length(sealed)) FROM event") ?? 0
      )
    }
    var violations: [IntegrityViolation] = []
    func add(_ touched: Int?, _ sql: String) {
      violations.append(IntegrityViolation(name: sql, touched: touched) { try $0.forge(sql) })
    }
    let columns = "session, sequence, kind, previous, sealed, hash"
    for place in 1...count {
      add(1, "DELETE FROM event WHERE position = \(place)")
      add(count - place + 1, "DELETE FROM event WHERE position >= \(place)")
      add(
        0,
        "INSERT INTO event SELECT \(count + 1), \(columns) FROM event WHERE position = \(place)"
      )
      add(
        0,
        """
        UPDATE event SET position = -position WHERE position > \(place); \
        UPDATE event SET position = 1 - position WHERE position < 0; \
        INSERT INTO event SELECT \(place + 1), \(columns) FROM event WHERE position = \(place)
        """
      )
      for rest in Swift.stride(from: 0, to: length, by: stride) {
        let sql = "UPDATE event SET sealed = substr(sealed, 1, \(rest)) WHERE position = \(place)"
        let isShorter = try folder.query {
          try Int.fetchOne($0, sql: "SELECT length(sealed) FROM event WHERE position = \(place)")
        }
        if let isShorter, rest < isShorter { add(1, sql) }
      }
      for other in (1...count).dropFirst(place) {
        add(
          0,
          """
          UPDATE event SET position = -1 WHERE position = \(place); \
          UPDATE event SET position = \(place) WHERE position = \(other); \
          UPDATE event SET position = \(other) WHERE position = -1
          """
        )
      }
    }
    for table in ["meta", "head", "session", "sessionkey", "text"] {
      let rows = try folder.query { try Int.fetchAll($0, sql: "SELECT rowid FROM \(table)") }
      for row in rows { add(nil, "DELETE FROM \(table) WHERE rowid = \(row)") }
    }
    run(violations)
  }

  /// Says what came of it; whether everything was reported.
  func report() -> Bool {
    tally.withLock { tally in
      for example in tally.wrong.prefix(40) { say(example) }
      let counts = Truth.Verdict.allCases.map { "\($0.rawValue) \(tally.verdicts[$0] ?? 0)" }
      let all = tally.verdicts.values.reduce(0, +)
      say("damages \(all) \(counts.joined(separator: " ")) wrong \(tally.wrong.count)")
      return tally.wrong.isEmpty
    }
  }

  private func run(_ violations: [IntegrityViolation]) {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let folder = DamagedFolder(files)
      for place in stride(from: worker, to: violations.count, by: workers) {
        let violation = violations[place]
        let found = Result { try violation.work(folder) }.map { truth.verdict(on: folder.path) }
        var wrong: [String] = []
        switch found {
        case .failure(let error): wrong.append("\(error)")
        case .success(.silent): wrong.append("silent")
        case .success(.harmless) where !violation.mayBeHarmless: wrong.append("harmless")
        case .success:
          let (all, left) = truth.remains(on: folder.path)
          if let touched = violation.touched, left < all - touched {
            wrong.append("only \(left) left")
          }
        }
        tally.withLock { tally in
          if case .success(let verdict) = found { tally.verdicts[verdict, default: 0] += 1 }
          tally.wrong += wrong.map { "\(violation.name): \($0)" }
        }
        folder.restore()
      }
    }
  }
}

/// A folder with a copy of the files, for one thread.
private final class DamagedFolder {
  let path = "\(Shelf.place)/damages-\(UUID().uuidString)"
  private let files: [String: Data]
  private var touched: Set<String> = []

  init(_ files: [String: Data]) {
    self.files = files
    try? FileManager.default.createDirectory(
      atPath: path + "/keys",
      withIntermediateDirectories: true
    )
    touched = Set(files.keys)
    restore()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Puts a file there, or takes it away.
  func put(_ bytes: Data?, _ name: String) throws {
    touched.insert(name)
    if let bytes { return try bytes.write(to: URL(filePath: "\(path)/\(name)")) }
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  func query<Result>(_ work: (Database) throws -> Result) throws -> Result {
    defer { restore() }
    touched = ["journal.sqlite", "journal.sqlite-wal"]
    return try DatabaseQueue(path: "\(path)/journal.sqlite").write(work)
  }

  /// Changes records as one would who has the file: without the triggers, then with them.
  func forge(_ sql: String) throws {
    touched = ["journal.sqlite", "journal.sqlite-wal"]
    let queue = try DatabaseQueue(path: "\(path)/journal.sqlite")
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

  /// Puts everything back as it was, and takes away what SQLite made.
  func restore() {
    for name in ["journal.sqlite-shm", "journal.sqlite-wal"] where files[name] == nil {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for name in touched { try? files[name]?.write(to: URL(filePath: "\(path)/\(name)")) }
    touched = []
  }
}
