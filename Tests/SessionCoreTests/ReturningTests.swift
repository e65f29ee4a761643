import GuideCheck
import Phrases
import SourceText
import TestSupport
import Testing

@testable import SessionCore

/// Starting a guide that was left unfinished.
struct ReturningTests {
  private let library: Library
  private let question = "If that was you, would you like to go on?"

  init() throws { library = try #require(decisionFolder.checked().library) }

  private func held(
    _ consent: RetentionConsent = .undecided,
    isTerminal: Bool = true
  ) -> (held: HeldSession, first: HeldSession.Reply) {
    var held = HeldSession(
      at: "choice",
      of: library,
      isTerminal: isTerminal,
      consent: consent,
      unfinishedSince: Day(year: 2026, month: 10, day: 21)
    )
    let first = held.begin()
    return (held, first)
  }

  @Test func `a person is asked first, and nothing else until they have said`() {
    let (_, first) = held()
    #expect(first.text.contains("on October 21, 2026 and did not finish it. \(question)"))
    #expect(first.lines.suffix(2) == ["  1  Go on where I left", "  2  Start new"])
    #expect(!first.text.contains("keep your answers"))
  }

  @Test(arguments: ["1", "go on", "yes", "Go on where I left", "first", "go on where i letf"])
  func `going on ends this session without a word`(line: String) {
    var (held, _) = held()
    let reply = held.take(line)
    #expect(held.session.wantsToResume && held.session.isOver)
    #expect(reply.lines == [] && reply.inputs == [] && reply.requests == [])
  }

  @Test(arguments: ["2", "start new", "second", "no", "start over"])
  func `starting new asks about keeping, as ever`(line: String) {
    var (held, _) = held()
    #expect(held.take(line).text.contains("Do you want this computer to keep your answers?"))
    #expect(!held.session.wantsToResume)
  }

  @Test func `Enter, help and commands leave the question as it is`() {
    var (held, _) = held()
    for line in [
      "", "", "", "", "help", "i want to die", "?", "back", "forget", "define ketamine", "pause",
      "",
      "why", "stop here", "keep", "save a.txt", "skip", "review",
    ] {
      let reply = held.take(line)
      #expect(!held.session.isOver, "\(line)")
      #expect(reply.text.contains(question) || line == "pause", "\(line): \(reply.text)")
      #expect(reply.inputs == [] && reply.requests == [], "\(line)")
    }
    #expect(held.take("quit").requests == [])
    #expect(held.session.isOver && !held.session.wantsToResume)
  }

  @Test func `after three lines that fit nothing, it starts new and nothing is lost`() {
    var (held, _) = held()
    held.take(["blue", "blue"])
    #expect(held.take("blue").text.contains("What was kept stays kept."))
    #expect(held.session.mode == .consent(.atStart(library.guide(named: "choice") ?? .house)))
  }

  @Test func `who has said that answers are kept is asked this, and then not about keeping`() {
    var (held, first) = held(.requested)
    #expect(first.text.contains(question))
    #expect(held.take("2").requests.count == 1)
    #expect(held.session.mode == .walk)
  }

  @Test func `through a pipe nobody is asked`() {
    let (held, first) = held(isTerminal: false)
    #expect(!first.text.contains(question))
    #expect(held.session.mode == .consent(.atStart(library.guide(named: "choice") ?? .house)))
  }
}
