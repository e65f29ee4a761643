import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import TerminalUI

/// What stands after a typed word: always a question that can be answered.
struct StandingTests {
  /// What leads from the first question, about keeping, to the last one, about the same.
  private static let way = [
    "2", "yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", "I am tired.", "1",
  ]

  private static let words =
    CommandWord.allCases.map(\.rawValue) + ["change 2", "define drip", "help", "xyz"]

  /// A sitting after so many lines of the way, and what was said last.
  private func sitting(after lines: Int, isTerminal: Bool) throws -> (Sitting, Sitting.Reply) {
    let library = try #require(decisionFolder.checked().library)
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: isTerminal),
      keeping: .undecided
    )
    sitting.sources = [:]
    var reply = sitting.begin(at: try #require(library.guide(named: "choice")))
    for line in Self.way.prefix(lines) { reply = sitting.take(line) }
    return (sitting, reply)
  }

  /// Whether what is shown ends in something to answer: a choice, or a question in other words.
  private func asks(_ reply: Sitting.Reply) -> Bool {
    reply.isOver
      || reply.blocks.contains { block in
        switch block {
        case .choice, .prompt: true
        case .note(let words):
          words.hasPrefix("Type 1 ") || words.hasPrefix("Type a number from 1 ")
        default: false
        }
      }
  }

  @Test(arguments: 0...way.count, [true, false])
  func `whatever word was typed, a question stands, and answering leads to the end`(
    _ lines: Int,
    _ isTerminal: Bool
  ) throws {
    let (standing, first) = try sitting(after: lines, isTerminal: isTerminal)
    #expect(!first.isOver && asks(first))
    for word in Self.words {
      var sitting = standing
      let reply = sitting.take(word)
      #expect(asks(reply), "\(word)")
      guard !reply.isOver else { continue }
      for next in Self.words + ["1", ""] {
        var further = sitting
        #expect(asks(further.take(next)), "\(word), then \(next)")
      }
      var isOver = false
      for _ in 0..<60 where !isOver { isOver = sitting.take("1").isOver }
      #expect(isOver, "\(word), then 1 and 1 again")
    }
  }

  @Test(arguments: ["back", "skip", "menu", "pause", "review", "change", "forget"])
  func `the first question is asked until it is answered`(_ word: String) throws {
    var (sitting, _) = try sitting(after: 0, isTerminal: true)
    var reply = sitting.take(word)
    if !reply.blocks.contains(.prompt("What should happen to your answers?")) {
      reply = sitting.take("1")
    }
    #expect(reply.blocks.contains(.prompt("What should happen to your answers?")))
    reply = sitting.take("1")
    #expect(reply.wishesToKeep && reply.inputs.count == 1)
  }

  @Test func `whoever comes back to the last look sees it, and a flag can be taken off`() throws {
    let (left, _) = try sitting(after: Self.way.count - 1, isTerminal: true)
    var back = Sitting(
      of: left.library,
      setting: left.setting,
      resuming: left.state,
      kept: "maple-river-7"
    )
    back.sources = [:]
    let reply = back.welcomeBack(reworded: [], hasChanged: false)
    #expect(asks(reply) && !reply.isOver)
    #expect(reply.blocks.contains(.heading("Your lines for the visit")))
    let flag = try #require(back.listed.firstIndex { $0.list == .flag })
    let number = String(back.reviewable.count + flag + 2)
    #expect(back.take(number).inputs == [.tookOff(back.listed[flag])])
    #expect(back.take("1").ending == .finished)
  }

  @Test func `whoever comes back where nothing is to be looked over gets the page`() throws {
    let library = try #require(reading.checked().library)
    let guide = try #require(library.guide(named: "reading"))
    var state = State(of: library)
    _ = library.advance(&state, .began(guide))
    while !state.isFinished { _ = library.advance(&state, .readOn) }
    var back = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: true),
      resuming: state,
      kept: "maple-river-7"
    )
    #expect(back.welcomeBack(reworded: [], hasChanged: false).ending == .finished)
  }

  private let reading = Folder([
    "house.guide": """
    title: House
    kind: house

    # shelf: What would you like to look at?
    menu
      => reading
    """,
    "guides/reading.guide": """
    title: Reading
    kind: form

    # one: One
    Only something to read.
    """,
  ])

  @Test(arguments: 0...way.count)
  func `nobody at a terminal is moved on by a word, however often they type it`(
    _ lines: Int
  ) throws {
    let (standing, _) = try sitting(after: lines, isTerminal: true)
    for word in ["", "repeat", "why", "?", "help", "define drip"] {
      var sitting = standing
      for _ in 0..<150 { #expect(sitting.take(word).inputs == []) }
      #expect(sitting.page == standing.page && sitting.state == standing.state)
    }
  }

  @Test(arguments: 0...way.count, ["", "review"])
  func `Enter alone asks again, on every page, and then says what there is to type`(
    _ lines: Int,
    _ word: String
  ) throws {
    var (sitting, _) = try sitting(after: lines, isTerminal: true)
    if !word.isEmpty { _ = sitting.take(word) }
    var asked = Sitting.Reply()
    sitting.askAgain(&asked)
    #expect(sitting.take("").blocks == asked.blocks)
    let hint = ScreenBlock.note("Type ? to see what you can type, or help for help.")
    let isOwnPage = sitting.page != .walk
    #expect(sitting.take(" ").blocks == (isOwnPage ? [] : [hint]) + asked.blocks)
  }

  @Test func `whoever keeps nothing and stops early is asked once more, and may go on`() throws {
    for lines in [1, 3, 6] {
      var (sitting, _) = try sitting(after: lines, isTerminal: true)
      let stood = sitting.state
      var reply = sitting.take("stop here")
      // What the counselor would be told is looked over first.
      if case .review = sitting.page { reply = sitting.take("1") }
      let again = "Nothing was kept. Do you want to keep your answers after all?"
      #expect(!reply.isOver && reply.blocks.contains(.prompt(again)), "\(lines)")
      var (kept, declined, returned, stopped) = (sitting, sitting, sitting, sitting)
      let keeps = kept.take("1")
      #expect(keeps.wishesToKeep && keeps.ending == .stopped)
      let leaves = declined.take("2")
      #expect(!leaves.wishesToKeep && leaves.ending == .stopped)
      #expect(stopped.take("stop here").ending == .stopped)
      #expect(!returned.take("back").isOver)
      #expect(returned.page == .walk && returned.state == stood)
    }
  }

  @Test func `whoever goes on after stopping early sees the last look at the end`() throws {
    var (sitting, _) = try sitting(after: 2, isTerminal: true)
    for line in ["stop here", "1", "back"] { _ = sitting.take(line) }
    for line in Self.way.dropFirst(2).dropLast() { _ = sitting.take(line) }
    #expect(sitting.page == .review(atEnd: true))
  }

  @Test func `whoever quits is not held up by a question`() throws {
    var (sitting, _) = try sitting(after: 3, isTerminal: true)
    #expect(sitting.take("quit").ending == .left)
  }

  @Test func `there is nothing before the first question`() throws {
    var (sitting, _) = try sitting(after: 0, isTerminal: true)
    #expect(sitting.take("back").blocks.first == .note("This is the beginning."))
    let reason = "These are your answers, so nothing is decided for you."
    #expect(sitting.take("why").blocks.first == .note(reason))
  }
}
