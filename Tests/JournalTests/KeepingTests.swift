import Foundation
import GuideCheck
import GuideEngine
import Journal
import Testing

/// What is kept is there, the same, in order, and can be gone on with.
struct KeepingTests {
  @Test func `keeps what was said, and gives it back in order`() throws {
    let scratch = Scratch()
    let events = [
      began, answer("hello"), .input(.answered(question: "house/bipolar", .options(["unsure"]))),
      .input(.answered(question: "house/price", .number(Fraction(5, over: 2) ?? .zero))),
      .input(.answered(question: "house/age", .skipped)), .input(.opened("risks/start")),
      .input(.readOn), .input(.wentBack), .input(.changed(question: "house/bipolar")),
      .drafted("half \"a\" line"), .left(.hangUp), .stopped, .finished,
    ]
    let handle = try {
      let writer = try JournalWriter(scratch.path)
      let appender = try writer.begin([events[0]], keeping: Array("text".utf8), at: noon)
      try appender.append(Array(events[1...]), at: noon)
      return appender.handle
    }()
    let reader = try JournalReader(scratch.path)
    let kept = try reader.events(of: handle)
    #expect(kept.map(\.event) == events)
    #expect(kept.map(\.sequence) == Array(1...events.count))
    #expect(kept.allSatisfy { $0.timestamp == noon && !$0.isClockSuspect })
    #expect(try reader.verify().violations == [])
    #expect(try reader.verify().records == events.count + 3)
    #expect(
      try reader.text(
        of: "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
      ) == Array("text".utf8)
    )
  }

  @Test func `a session is taken up again where it was left, as often as it is left`() throws {
    let scratch = Scratch()
    var handle = try JournalWriter(scratch.path).begin([began], at: noon).handle
    for number in 1...5 {
      let writer = try JournalWriter(scratch.path)
      handle = try #require(try writer.reader.latestOpen())
      let (appender, events) = try writer.resume(handle)
      #expect(events.count == number)
      try appender.append([answer("\(number)")], at: noon)
    }
    let sessions = try JournalReader(scratch.path).sessions()
    #expect(sessions.map(\.handle) == [handle])
    #expect(sessions.map(\.events) == [6])
    #expect(sessions.map(\.condition) == [.open])
    #expect(sessions.map { "\($0.day)" } == ["2026-11-21"])
  }

  @Test func `shows the status of each session`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let first = try writer.begin([began], at: noon)
    try writer.begin([began], at: noon).append([.finished], at: noon)
    try writer.begin([began], at: noon).append([.stopped], at: noon)
    let last = try writer.begin([began], at: noon)
    try last.forget(at: noon)
    try first.append([.left(.quit)], at: noon)
    let sessions = try writer.reader.sessions()
    #expect(sessions.map(\.condition) == [.open, .finished, .stopped, .erased])
    #expect(sessions.map(\.isReadable) == [true, true, true, false])
    #expect(try writer.reader.latestOpen() == first.handle)
  }

  @Test func `a text is kept once`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let text = Array("words words words".utf8)
    for _ in 0..<3 { _ = try writer.begin([began], keeping: text, at: noon) }
    let appender = try writer.begin([began], keeping: Array("others".utf8), at: noon)
    try appender.append([began], keeping: text, at: noon)
    #expect(try writer.reader.verify().texts == 2)
    #expect(try writer.reader.text(of: "00") == nil)
  }

  @Test func `a clock set back is noted, and the order stays`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    let earlier = Timestamp(seconds: noon.seconds - 3600, offset: 3600)
    try appender.append([answer("a")], at: earlier)
    try appender.append([answer("b")], at: Timestamp(seconds: noon.seconds + 1, offset: 0))
    let kept = try writer.reader.events(of: appender.handle)
    #expect(kept.map(\.isClockSuspect) == [false, true, false])
    #expect(kept.map(\.sequence) == [1, 2, 3])
    // A session that begins days before the latest one does is suspect from its start.
    let old = try writer.begin([began], at: Timestamp(seconds: noon.seconds - 300_000, offset: 0))
    #expect(try writer.reader.events(of: old.handle).map(\.isClockSuspect) == [true])
  }

  @Test(arguments: [
    (noon, "13:00"), (Timestamp(seconds: -1, offset: 0), "23:59"),
    (Timestamp(seconds: 59, offset: 0), "00:00"),
    (Timestamp(seconds: 3600, offset: -7200), "23:00"),
    (Timestamp(seconds: .min, offset: 0), "08:29"), (Timestamp(seconds: .min, offset: -1), "00:00"),
    (Timestamp(seconds: .max, offset: 0), "15:30"),
  ])
  func `the time of day is that of the place`(timestamp: Timestamp, time: String) {
    #expect(timestamp.time == time)
  }

  @Test func `a batch is kept whole or not at all, and one writer keeps two sessions apart`() throws
  {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let first = try writer.begin([began], at: noon)
    let second = try writer.begin([began], at: noon)
    for number in 0..<10 {
      try first.append([answer("a\(number)"), answer("b\(number)")], at: noon)
      try second.append([answer("c\(number)")], at: noon)
    }
    #expect(try writer.reader.events(of: first.handle).count == 21)
    #expect(try writer.reader.events(of: second.handle).count == 11)
    #expect(try writer.reader.verify().isSound)
  }

  @Test func `exports a session as JSON, with names and no positions`() throws {
    let scratch = Scratch()
    let writer = try JournalWriter(scratch.path)
    let appender = try writer.begin([began], at: noon)
    try appender.append([answer("a \"quoted\" word")], at: noon)
    let json = try writer.reader.exported(appender.handle)
    #expect(
      json == """
        {
          "day" : "2026-11-21",
          "events" : [
            {
              "at" : 1795262400,
              "fingerprint" : "00ff",
              "guide" : "what-to-expect",
              "kind" : "began",
              "offset" : 3600,
              "sequence" : 1,
              "version" : 1
            },
            {
              "at" : 1795262400,
              "kind" : "answered",
              "offset" : 3600,
              "question" : "house/hopes",
              "sequence" : 2,
              "version" : 1,
              "words" : "a \\"quoted\\" word"
            }
          ],
          "format" : "beforehand session 1",
          "handle" : "\(appender.handle)"
        }
        """
    )
  }

  @Test func `what is unknown is said to be`() throws {
    let scratch = Scratch()
    #expect(throws: JournalError.noJournal) { try JournalReader(scratch.path) }
    let writer = try JournalWriter(scratch.path)
    let handle = try writer.begin([began], at: noon).handle
    try writer.erase(handle, at: noon)
    #expect(throws: JournalError.erased) { try writer.reader.events(of: handle) }
    #expect(throws: JournalError.erased) { try writer.resume(handle) }
    let other = try SessionName(parsing: "maple-river-\(digit(of: "maple-river"))")
    #expect(throws: JournalError.noSuchSession) { try writer.reader.events(of: other) }
  }
}

/// The digit that belongs to two words.
func digit(of words: String) -> Int {
  (0...9).first { (try? SessionName(parsing: "\(words)-\($0)")) != nil } ?? -1
}
