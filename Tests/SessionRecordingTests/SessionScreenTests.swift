import Documents
import GuideCheck
import Journal
import SessionRecording
import TestSupport
import Testing

/// How a kept session is shown to the people who manage the journal.
struct SessionScreenTests {
  private let library: Library
  private let held: RecordedConversation
  private let name: SessionName

  init() throws {
    library = try #require(decisionFolder.checked().library)
    (held, name) = try RecordedConversation.kept(
      over: library,
      after: ["yes", "1 2", "back", "quit"]
    )
  }

  private func lines(
    width: Int = 80,
    isTerminal: Bool = false,
    from library: (String?) -> Library?
  ) throws -> [String] {
    SessionScreen(of: name, try held.events(of: name), from: library)
      .lines(TerminalRenderer(width: width), isTerminal: isTerminal)
  }

  /// The text after the number and the time of each entry.
  private func entries(_ lines: [String]) throws -> [String] {
    try lines.dropFirst().enumerated().map { place, line in
      let entry = try #require(line.wholeMatch(of: #/(\d+)  \d\d:\d\d  (.+)/#), "\(line)")
      #expect(entry.1 == "\(place + 1)")
      return String(entry.2)
    }
  }

  @Test func `each entry is a line, in the words that the person read`() throws {
    let lines = try lines { $0 == "00ff" ? library : nil }
    #expect(try #require(lines.first).wholeMatch(of: #/[a-z]+-[a-z]+-\d, \d{4}-\d\d-\d\d/#) != nil)
    #expect(
      try entries(lines) == [
        "began: Drip or shock?", "Have you ever had bipolar disorder? \u{2013} Yes",
        "What worries you? \u{2013} My memory; The price", "went back", "left",
      ]
    )
  }

  @Test func `where the words cannot be read, the names of the script stand for them`() throws {
    let entries = try entries(lines { _ in nil })
    #expect(
      entries == [
        "began: choice", "house/bipolar: yes", "choice/worries: memory, money", "went back", "left",
      ]
    )
  }

  @Test func `the current content gives the text of a session that has lost its beginning`() throws
  {
    let events = try Array(held.events(of: name).dropFirst())
    var asked: [String?] = []
    let screen = SessionScreen(of: name, events) { fingerprint in
      asked.append(fingerprint)
      return library
    }
    #expect(asked == [nil])
    let lines = screen.lines(TerminalRenderer(width: 80), isTerminal: false)
    #expect(lines.contains { $0.hasSuffix("Have you ever had bipolar disorder? \u{2013} Yes") })
  }

  @Test func `a terminal gets lines that fit, and a session without entries its name`() throws {
    let narrow = try lines(width: 40, isTerminal: true) { _ in library }
    #expect(narrow.allSatisfy { $0.count <= 40 } && narrow.first?.isEmpty == false)
    let empty = SessionScreen(of: name, []) { _ in nil }
    #expect(empty.lines(TerminalRenderer(width: 80), isTerminal: false) == ["\(name)"])
  }

  @Test func `a list has a line for each, and how much there is is counted in words`() throws {
    let session = try #require(try JournalReader(held.path).sessions().first)
    let pattern = #/\d{4}-\d\d-\d\d  [a-z-]+\d  open  5 entries/#
    #expect(session.line.wholeMatch(of: pattern) != nil, "\(session.line)")
    let found = try JournalReader(held.path).verify()
    #expect(found.isSound)
    #expect(
      found.summary.hasPrefix("1 session, 0 erased; ") && found.summary.hasSuffix(" records.")
    )
  }
}
