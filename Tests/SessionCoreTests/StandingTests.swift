import Documents
import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

/// What is asked after a typed word: always a question that can be answered.
struct StandingTests {
  /// What leads from the first question, about keeping, to the last one, about the same.
  private static let way = [
    "2", "yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", "I am tired.", "1",
  ]

  private static let words =
    [
      "back", "change", "define", "forget", "menu", "pause", "quit", "repeat", "review", "same",
      "skip", "sources", "stop here", "why", "?",
    ] + ["change 2", "define drip", "help", "xyz"]

  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  /// A session after so many lines of the way, and what was said last.
  private func held(after lines: Int, isTerminal: Bool = true) -> (HeldSession, HeldSession.Reply) {
    var held = HeldSession(at: "choice", of: library, isTerminal: isTerminal, consent: .undecided)
    var reply = held.begin()
    if lines > 0 { reply = held.take(Self.way.prefix(lines)) }
    return (held, reply)
  }

  /// Whether what is shown ends in something to answer: a choice, or a question in other words.
  private func asks(_ reply: HeldSession.Reply, _ session: Session) -> Bool {
    if reply.ends { return true }
    if session.takesSpace { return session.prompt == "Press Enter to keep reading > " }
    let prompts = session.renderer.lines(session.question).filter { !$0.isEmpty }
    return reply.lines.contains { line in
      let isChoice = line.prefixMatch(of: /\ {0,2}\d+\ \ /) != nil
      return isChoice || line.hasPrefix("Type 1 ") || line.hasPrefix("Type a number from 1 ")
        || line == prompts.first
    }
  }

  @Test(arguments: 0...way.count, [true, false])
  func `after any word there is a question, and answering leads to the end`(
    _ lines: Int,
    _ isTerminal: Bool
  ) {
    let (standing, first) = held(after: lines, isTerminal: isTerminal)
    #expect(!first.ends && asks(first, standing.session))
    for word in Self.words {
      var held = standing
      let reply = held.take(word)
      #expect(asks(reply, held.session), "\(word)")
      guard !reply.ends else { continue }
      for next in Self.words + ["1", ""] {
        var further = held
        let reply = further.take(next)
        #expect(asks(reply, further.session), "\(word), then \(next)")
      }
      var isOver = false
      for _ in 0..<60 where !isOver { isOver = held.take("1").ends }
      #expect(isOver, "\(word), then 1 and 1 again")
    }
  }

  @Test(arguments: ["back", "menu", "pause", "review", "change", "forget"])
  func `the first question is asked until it is answered`(_ word: String) {
    let question = "Do you want this computer to keep your answers?"
    var (held, _) = held(after: 0)
    var reply = held.take(word)
    if !reply.lines.contains(question) { reply = held.take("1") }
    #expect(reply.lines.contains(question))
    reply = held.take("1")
    guard case .begin(let inputs, ending: nil, told: _?)? = reply.requests.first else {
      Issue.record("\(reply.requests)")
      return
    }
    #expect(inputs.count == 1 && reply.inputs == inputs)
  }

  @Test func `a person who comes back to the last look sees it, and a flag can be taken off`()
    throws
  {
    let (left, _) = held(after: Self.way.count - 1)
    var back = HeldSession(
      Session(
        standing: left.session.walk,
        of: library,
        setting: left.session.setting,
        consent: .given(name: "maple-river-7"),
        welcome: Session.WelcomeBack()
      )
    )
    let reply = back.begin()
    #expect(asks(reply, back.session) && !reply.ends)
    #expect(reply.lines.contains("== Your page for the visit =="))
    let list = back.session.reviewList(atEnd: true)
    let flag = try #require(
      list.items.first { if case .line(let line) = $0 { line.list == .flag } else { false } }
    )
    #expect(back.take(list.number(of: .item(flag))).inputs == [.tookOff(flag)])
    back.take("1")
    #expect(back.session.ending == .finished)
  }

  @Test func `a person who comes back where nothing is to be looked over gets the page`() throws {
    let library = try #require(reading.checked().library)
    let guide = try #require(library.guide(named: "reading"))
    var state = State(of: library)
    _ = library.advance(&state, .began(guide))
    while !state.isFinished { _ = library.advance(&state, .readOn) }
    var back = HeldSession(
      Session(
        standing: state,
        of: library,
        setting: SessionSetting(isKiosk: false, isTerminal: true),
        consent: .given(name: "maple-river-7"),
        welcome: Session.WelcomeBack()
      )
    )
    back.begin()
    #expect(back.session.ending == .finished)
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
  func `nobody at a terminal is moved on by a word, however often they type it`(_ lines: Int) {
    let (standing, _) = held(after: lines)
    for word in ["", "repeat", "why", "?", "help", "define drip"] {
      var held = standing
      for _ in 0..<150 { #expect(held.take(word).inputs == []) }
      // At a question for the person's own words, the word can be their answer, so they are asked.
      if case .asking = held.session.mode {
        #expect(standing.session.mode == .walk)
      } else {
        #expect(held.session.mode == standing.session.mode)
      }
      #expect(held.session.walk == standing.session.walk)
    }
  }

  @Test(arguments: 0...way.count, ["", "review"])
  func `Enter alone asks again, on every page, and then says what there is to type`(
    _ lines: Int,
    _ word: String
  ) {
    var (held, _) = held(after: lines)
    if !word.isEmpty { held.take(word) }
    let asked = held.session.renderer.lines(held.session.question).filter { !$0.isEmpty }
    #expect(held.take("").lines == asked)
    let hint = "Type ? to see what you can type, or help for help."
    let isOwnPage = held.session.mode != .walk
    #expect(held.take(" ").lines == (isOwnPage ? [] : [hint]) + asked)
  }

  @Test func `a person who keeps nothing and stops early is asked once more, and may go on`() {
    for lines in [1, 3, 6] {
      var (held, _) = held(after: lines)
      let stood = held.session.walk
      var reply = held.take("stop here")
      // What the counselor would be told is looked over first.
      if case .review = held.session.mode { reply = held.take("1") }
      let again = "Nothing was kept. Do you want to keep your answers after all?"
      #expect(!reply.ends && reply.lines.contains(again), "\(lines)")
      var (kept, declined, returned, stopped) = (held, held, held, held)
      let keeps = kept.take("1").requests
      guard case .begin(_, ending: .stopped, told: _?)? = keeps.first else {
        Issue.record("\(keeps)")
        continue
      }
      #expect(kept.session.ending == .stopped)
      #expect(declined.take("2").requests == [] && declined.session.ending == .stopped)
      stopped.take("stop here")
      #expect(stopped.session.ending == .stopped)
      #expect(!returned.take("back").ends)
      #expect(returned.session.mode == .walk && returned.session.walk == stood)
    }
  }

  @Test func `a person who goes on after stopping early sees the last look at the end`() {
    var (held, _) = held(after: 2)
    held.take(["stop here", "1", "back"])
    held.take(Self.way.dropFirst(2).dropLast())
    #expect(held.session.mode == .review(atEnd: true, over: .walk))
  }

  @Test func `a person who quits with nothing kept is asked once, and quit again leaves`() {
    var (held, _) = held(after: 3)
    let question = "Nothing is kept. Do you want your page before you leave?"
    #expect(held.take("quit").lines.first == question)
    #expect(held.session.ending == nil)
    var paged = held
    paged.take("1")
    #expect(
      paged.session.mode == .consent(.atEnd) || paged.session.ending == .stopped
        || paged.session.mode == .review(atEnd: true, over: .walk)
    )
    held.take("quit")
    #expect(held.session.ending == .left)
  }

  @Test func `there is nothing before the first question`() {
    var (held, _) = held(after: 0)
    #expect(held.take("back").lines.first?.hasPrefix("This is the beginning.") == true)
    let reason = "These are your answers, so nothing is decided for you."
    #expect(held.take("why").lines.first == reason)
  }
}
