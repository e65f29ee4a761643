import Crypto
import Foundation
import GRDB
import GuideEngine
import Journal

let timestamp = Timestamp(seconds: 1_795_262_400, offset: 0)

/// What is kept at each place of every session of the probe, so that anybody can tell what is wrong.
func expected(_ place: Int) -> Event {
  place == 0
    ? .began(guide: "probe", fingerprint: "00")
    : .input(.answered(question: "probe/number", .text("\(place)")))
}

/// A writer that says what is kept when it is: `kept SESSION COUNT`, sessions counted from 1.
final class Sitting {
  private let path: String
  private let tell: (String) -> Void
  private let writer: JournalWriter
  private var appender: SessionAppender
  private var session: Int
  private var count: Int

  /// Takes the session up again that was left open, or begins the first.
  init(
    _ path: String,
    _ layouts: JournalLayouts = .known,
    telling tell: @escaping (String) -> Void
  ) throws {
    self.path = path
    self.tell = tell
    writer = try JournalWriter(path, layouts)
    if let handle = try writer.reader.latestOpen() {
      let resumed = try writer.resume(handle)
      appender = resumed.appender
      count = resumed.events.count
    } else {
      appender = try writer.begin([expected(0)], keeping: Array("text".utf8), at: timestamp)
      count = 1
    }
    session =
      try writer.reader.sessions().firstIndex { [appender] in $0.handle == appender.handle }
      .map { $0 + 1 } ?? 0
    tell("kept \(session) \(count)")
  }

  /// Keeps so many answers more.
  func answer(_ times: Int) throws {
    for _ in 0..<times {
      try appender.append([expected(count)], at: timestamp)
      count += 1
      tell("kept \(session) \(count)")
    }
  }

  /// Keeps an answer no prompt would take.
  func answer(words: String) throws {
    try appender.append([.input(.answered(question: "probe/number", .text(words)))], at: timestamp)
  }

  /// Says that answers are kept before they are.
  func answerHastily(_ times: Int) throws {
    for _ in 0..<times {
      tell("kept \(session) \(count + 1)")
      try appender.append([expected(count)], at: timestamp)
      count += 1
    }
  }

  /// Keeps answers until there are so many events.
  func answer(upTo wanted: Int) throws { try answer(max(0, wanted - count)) }

  /// Begins another session, on a text of its own.
  func beginAnother() throws {
    let sessions = try writer.reader.sessions().count
    let text = Array("text \(sessions)".utf8)
    appender = try writer.begin([expected(0)], keeping: text, at: timestamp)
    session = sessions + 1
    count = 1
    tell("kept \(session) \(count)")
  }

  /// Erases a session; says first which key is to be found nowhere after.
  func erase(_ session: Int) throws {
    let key = try DatabaseQueue(path: "\(path)/journal.sqlite").read { database in
      try String.fetchOne(
        database,
        sql: "SELECT hex(wrapped) FROM sessionkey WHERE session = ?",
        arguments: [session]
      )
    }
    tell("erasing \(session) \(key ?? "")")
    try writer.erase(writer.reader.sessions()[session - 1].handle, at: timestamp)
    tell("erased \(session)")
  }

  /// Sets a damaged journal aside, as the program does, and begins a new one.
  static func anew(_ path: String, telling tell: @escaping (String) -> Void) throws -> Sitting {
    _ = try JournalWriter.setAside(path, at: timestamp)
    tell("set-aside")
    return try Sitting(path, telling: tell)
  }

  /// Empties the journal file; says what of it has to stand somewhere after all: its log.
  private static func violation(_ path: String) throws {
    let log = try Data(contentsOf: URL(filePath: "\(path)/journal.sqlite-wal"))
    say("damaged \(SHA256.hash(data: log).map { "\($0) " }.joined())")
    let file = try FileHandle(forUpdating: URL(filePath: "\(path)/journal.sqlite"))
    try file.truncate(atOffset: 0)
    try file.synchronize()
  }

  /// One of the sessions that together use everything a journal can do.
  static func run(_ part: String, _ path: String) throws {
    if part == "moving" {
      say("moving to another layout")
      let sitting = try Sitting(path, .trial, telling: say)
      say("moved to another layout")
      return try sitting.answer(2)
    }
    if part == "anew" {
      try violation(path)
      return try anew(path, telling: say).answer(2)
    }
    let sitting = try Sitting(path, telling: say)
    switch part {
    case "hasty": try sitting.answerHastily(5)
    case "odd": try sitting.answer(words: "\u{1B}[31mred\u{7}\r\u{9B}2J\u{202E}\nend")
    case "first":
      try sitting.answer(5)
    case "killed":
      try sitting.answer(3)
      try sitting.beginAnother()
      try sitting.answer(3)
      kill(getpid(), SIGKILL)
    case "erasing":
      try sitting.answer(2)
      try sitting.beginAnother()
      try sitting.answer(2)
      try sitting.erase(3)
      try sitting.erase(1)
      try sitting.beginAnother()
      try sitting.answer(2)
    case "long":
      // Long enough for SQLite to move its log into the journal and to start it again.
      try sitting.answer(500)
    default: exit(64)
    }
  }
}

func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
