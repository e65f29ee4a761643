import Documents
import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

/// Texts too long for the screen: every line is read, none is typed past, and none is an answer.
struct PagerTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  private func held(rows: Int, columns: Int = 76, _ lines: String...) -> HeldSession {
    var held = HeldSession(at: "choice", of: library, isTerminal: true)
    held.handle(.resized(TerminalSize(columns: columns, rows: 10_000)))
    held.begin()
    held.take(lines)
    held.handle(.resized(TerminalSize(columns: columns, rows: rows)))
    return held
  }

  private func isReading(_ held: HeldSession) -> Bool {
    if case .reading = held.session.phase { true } else { false }
  }

  /// Reads on to the end; returns all that was written.
  private func read(_ held: inout HeldSession, after first: [String]) -> [String] {
    var written = first
    for _ in 0..<100 where isReading(held) { written += held.take("").written }
    #expect(!isReading(held))
    return written
  }

  @Test(arguments: [4, 5, 6, 8, 10, 12, 16, 24, 40], [40, 60, 80])
  func `a page fits the screen with its prompt, and all pages are the text`(
    _ rows: Int,
    _ columns: Int
  ) {
    var (paged, whole) = (held(rows: rows, columns: columns), held(rows: 10_000, columns: columns))
    for line in ["yes", "memory", "later", "1", "review", "1", "go on", "4", "2", "5", "250"] {
      let expected = whole.take(line).written
      var written: [String] = []
      var page = paged.take(line).written
      while isReading(paged) {
        // The prompt is below the page, after a blank line.
        #expect(page.count <= rows - 1, "\(page)")
        #expect(paged.session.prompt == "Press Enter to keep reading > ")
        written += page
        page = paged.take("").written
      }
      #expect(page.count <= rows - 1, "\(page)")
      written += page
      #expect(written.filter { !$0.isEmpty } == expected.filter { !$0.isEmpty })
      #expect(paged.session.walk == whole.session.walk && paged.session.mode == whole.session.mode)
    }
  }

  @Test func `a page never ends with a title, and never parts a question from its choices`() {
    var held = held(rows: 12, columns: 60)
    for line in ["yes", "memory", "later", "1", "go on", "4", "2", "5"] {
      var page = held.take(line).lines
      while true {
        #expect(page.last?.hasPrefix("== ") != true, "\(page)")
        #expect(page.last?.hasSuffix("?") != true || !isReading(held), "\(page)")
        guard isReading(held) else { break }
        page = held.take("").lines
      }
    }
  }

  @Test func `nothing typed at a pause is an answer, and nothing is lost by it`() {
    var standing = held(rows: 6)
    let first = standing.take("repeat").written
    #expect(isReading(standing))
    let walk = standing.session.walk
    for line in ["2", "yes", "250", "I am tired.", "skip", "same", "change 2", "why", "xyz"] {
      var held = standing
      let reply = held.take(line)
      #expect(reply.inputs == [] && held.session.walk == walk, "\(line)")
      let rest = read(&held, after: reply.written)
      var straight = standing
      let expected = read(&straight, after: [])
      #expect(
        rest.joined(separator: "\n").contains(expected.last { !$0.isEmpty } ?? "?"),
        "\(line)"
      )
      #expect(held.session.mode == standing.session.mode)
    }
    #expect(!first.isEmpty)
  }

  @Test func `help comes at a pause, and then the rest of what was being read`() {
    var held = held(rows: 6)
    held.take("repeat")
    let help = held.take("help")
    #expect(help.lines.first == "== Help now ==")
    let rest = read(&held, after: help.written)
    #expect(rest.contains("  3  I am not sure"))
  }

  @Test func `back at the first pause shows the text again from its first line`() {
    var held = held(rows: 6)
    let first = held.take("repeat").lines
    let stood = held.session.walk
    let back = held.take("back").lines
    #expect(back.first?.hasPrefix("This is the beginning.") == true)
    #expect(isReading(held) && held.session.walk == stood)
    var all = back
    while isReading(held) { all += held.take("").lines }
    #expect(all.contains(first[0]))
    held.take("repeat")
    #expect(held.take("menu").lines.first == "There is no menu to go back to.")
    #expect(held.session.walk == stood)
  }

  @Test(arguments: ["back", "stop here", "quit", "pause", "forget"])
  func `a word that leads away works at a pause`(_ word: String) {
    var held = held(rows: 6, "yes")
    held.take("repeat")
    #expect(isReading(held))
    held.take(word)
    switch word {
    case "back": #expect(held.session.history.last == .wentBack)
    case "pause": #expect(held.session.mode == .paused(over: .walk))
    case "forget": #expect(held.session.mode == .confirmingErasure(over: .walk))
    case "quit": #expect(held.session.mode == .leaving(over: .walk))
    default: #expect(held.session.mode != .walk)
    }
  }

  @Test func `if the width of the window changes, the rest is wrapped again, and no word is lost`()
  {
    for (before, after) in [(80, 40), (40, 80), (60, 132)] {
      var held = held(rows: 8, columns: before, "yes", "memory", "later")
      var written = held.take("1").written
      held.handle(.resized(TerminalSize(columns: after, rows: 8)))
      written = read(&held, after: written)
      let words = Set(written.joined(separator: " ").split(separator: " "))
      let whole = self.held(rows: 10_000, "yes", "memory", "later")
      var straight = whole
      for word in straight.take("1").written.joined(separator: " ").split(separator: " ")
      where !word.hasPrefix("─") { #expect(words.contains(word), "\(word)") }
    }
  }

  @Test func `a screen that grows large enough shows the rest at once`() {
    var held = held(rows: 5)
    held.take("repeat")
    #expect(isReading(held))
    held.handle(.resized(TerminalSize(columns: 76, rows: 10_000)))
    held.take("")
    #expect(!isReading(held))
  }

  @Test func `an end at a pause ends the session`() {
    var held = held(rows: 5)
    held.take("repeat")
    let reply = held.handle(.ended(.hangUp, draft: ""))
    #expect(reply.ends && held.session.ending == .left)
  }
}
