import Foundation
import GRDB
import GuideCheck
import GuideEngine
import Journal

/// What keeping answers costs, in a folder on the disk that holds nothing else.
struct JournalFigures {
  let folder: String
  private let noon = Timestamp(seconds: 1_795_262_400, offset: 0)
  private let began = Event.began(guide: "corridor", fingerprint: "00")

  /// One answer kept, beside one bare commit of as many bytes, in turns.
  func keeping() throws {
    let bare = try DatabaseQueue(path: "\(folder)/bare.sqlite", configuration: durable)
    try bare.write { try $0.execute(sql: "CREATE TABLE kept (bytes BLOB NOT NULL) STRICT") }
    let appender = try JournalWriter("\(folder)/keeping").begin([began], at: noon)
    let answer = Event.input(.answered(question: "house/bipolar", .options(["unsure"])))
    // As many bytes as the journal's record of that answer takes: sealed, and two hashes.
    let bytes = Data(repeating: 7, count: 12 + 256 + 16 + 2 * 32)
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for _ in 0..<4000 {
      theirs.append(
        try milliseconds {
          try bare.write {
            try $0.cachedStatement(sql: "INSERT INTO kept VALUES (?)").execute(arguments: [bytes])
          }
        }
      )
      ours.append(try milliseconds { try appender.append([answer], at: noon) })
    }
    let figures = "\(decimals(1000 * median(ours), 0)) µs; \(decimals(1000 * median(theirs), 0)) µs"
    Goal("one answer kept, against one bare commit", "under 1.5 times").came(
      to: "\(decimals(median(ours) / median(theirs), 2)) times (\(figures))"
    )
  }

  private var durable: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// A million events, read from the disk and each one looked at.
  func verifying() throws {
    let path = "\(folder)/verifying"
    let writer = try JournalWriter(path)
    for session in 0..<1000 {
      let appender = try writer.begin([began], at: noon)
      let answers = (1..<1000).map { number in
        Event.input(.answered(question: "corridor/q\(session)", .text("\(number)")))
      }
      try appender.append(answers, at: noon)
    }
    let reader = try JournalReader(path)
    var times: [Double] = []
    var records = 0
    for _ in 0..<3 {
      times.append(
        try milliseconds {
          let found = try reader.verify()
          if !found.isSound { throw JournalError.storage(code: 0) }
          records = found.records
        }
      )
    }
    Goal("journal of \(grouped(Double(records))) records, verified", "200,000 a second").came(
      to: "\(grouped(1000 * Double(records) / median(times))) a second"
    )
  }

  /// A session of a thousand answers: the journal opened, read, and every answer taken again.
  func resuming(over library: Library) throws {
    let path = "\(folder)/resuming"
    let handle = try recorded(over: library, in: path)
    let times = try (0..<21).map { _ in
      try milliseconds {
        let (_, events) = try JournalWriter(path).resume(handle)
        var state = State(of: library)
        _ = library.advance(&state, .began(library.guide(named: "corridor") ?? .house))
        for case .input(let input) in events.map(\.event) {
          guard let input = input.input(in: library) else { throw JournalError.noSuchSession }
          _ = library.advance(&state, input)
        }
      }
    }
    Goal("a session of 1,000 answers, taken up again", "under 50 ms").came(to: spread(times))
  }

  private func recorded(over library: Library, in path: String) throws -> SessionName {
    let appender = try JournalWriter(path).begin([began], at: noon)
    var state = State(of: library)
    _ = library.advance(&state, .began(library.guide(named: "corridor") ?? .house))
    for number in 0..<1000 {
      guard let question = state.awaiting.question else { break }
      let input = Input.answered(question, .options(OptionMask(place: number % 2)))
      try appender.append([Event(input, in: library, fingerprint: "00")], at: noon)
      _ = library.advance(&state, input)
    }
    return appender.handle
  }
}
