import Foundation
import GRDB
import GuideEngine
import Journal

/// A data folder of its own for one test, removed with it.
final class Scratch {
  let path: String

  init(in parent: String = NSTemporaryDirectory()) {
    path = URL(filePath: parent).appending(path: "journal-\(UUID().uuidString)/data").path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  var journal: String { file("journal.sqlite") }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file(name))))
  }

  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  /// Leaves a file of these bytes, or none.
  func leave(_ bytes: [UInt8]?, _ name: String) throws {
    if let bytes { return try put(bytes, name) }
    try FileManager.default.removeItem(atPath: file(name))
  }

  /// The names of all files, those in `keys/` too.
  var files: [String] {
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return found.filter {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: file($0), isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    .sorted()
  }

  /// Another folder with the same files.
  func copy() throws -> Scratch {
    let other = Scratch()
    let parent = (other.path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: path, toPath: other.path)
    return other
  }

  /// Three sessions of some events each, one of them erased, and two texts; the writer closed.
  func filled(events: Int = 4) throws -> [SessionName] {
    let writer = try JournalWriter(path)
    var handles: [SessionName] = []
    for session in 0..<3 {
      let appender = try writer.begin(
        [began],
        keeping: Array("the text of edition \(session % 2)".utf8),
        at: noon
      )
      for number in 1...events {
        try appender.append([answer("words \(session) \(number)")], at: noon)
      }
      handles.append(appender.handle)
    }
    try writer.erase(handles[1], at: noon)
    return handles
  }
}

extension Scratch {
  /// Changes the journal as one would who has the file: without the triggers, then with them.
  ///
  /// Unless it is wiped, what is deleted can still be found in the file.
  func forge(_ sql: String, wiping isWiped: Bool = true) throws {
    let queue = try DatabaseQueue(path: journal)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA secure_delete = \(isWiped ? "ON" : "OFF")")
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
      )
      try database.inTransaction {
        for trigger in triggers {
          try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)")
        }
        try database.execute(sql: sql)
        for trigger in triggers { try database.execute(sql: trigger[1]) }
        return .commit
      }
    }
    try queue.close()
  }
}

let noon = Timestamp(seconds: 1_795_262_400, offset: 3600)
let began = Event.began(guide: "what-to-expect", fingerprint: "00ff")

func answer(_ words: String) -> Event {
  .input(.answered(question: "house/hopes", .text(words)))
}

/// Runs a program to its end and returns what it wrote.
@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// A number the environment sets, for the long form of a test.
func count(_ name: String, _ short: Int) -> Int {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? short
}
