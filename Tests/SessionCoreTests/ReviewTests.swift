import GuideCheck
import TestSupport
import Testing

@testable import SessionCore

/// The last look at answers and lines, and the page after it.
struct ReviewTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  private static let way = [
    "yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", "I am tired.",
  ]

  /// A session that has reached its last look.
  private func reviewed(
    consent: RetentionConsent = .declined(asksAgain: false)
  ) -> (HeldSession, HeldSession.Reply) {
    var held = HeldSession(at: "choice", of: library, consent: consent)
    held.begin()
    let reply = held.take(Self.way)
    return (held, reply)
  }

  @Test func `the lines of the page follow the answers, each with its number`() throws {
    let shown = reviewed().1.lines
    let start = try #require(shown.firstIndex(of: "== Your lines for the visit =="))
    #expect(
      shown[start...] == [
        "== Your lines for the visit ==",
        "Type the number of a line to take it off your page, or to put it back.",
        "  9  To ask: What do you watch for?",
        " 10  To ask: Can we test my memory first?",
        " 11  To ask: What happens if it does not work?",
        " 12  To tell: Bipolar disorder, or not sure",
        " 13  For my counselor: Said yes or unsure about bipolar disorder.",
        // Last, where the line is typed: a long list has scrolled away by then.
        "  1  Show my page",
      ]
    )
  }

  @Test func `a line taken off is not on the page; the page ends the session`() throws {
    var (held, reply) = reviewed()
    reply = held.take("13")
    #expect(
      reply.lines == [
        "> 13",
        "Taken off your page: Said yes or unsure about bipolar disorder. To put it",
        "back, type 13.", "  1  Show my page",
      ]
    )
    #expect(reply.inputs.count == 1)
    let again = held.take("review").lines
    #expect(again.contains { $0.hasPrefix(" 13  (taken off) For my counselor: Said") })
    reply = held.take("1")
    #expect(held.session.ending == .finished)
    let page = reply.lines
    #expect(page.dropFirst().first == "== What I want to say first ==")
    #expect(page.contains("- I am tired."))
    #expect(!page.contains("== For my counselor =="))
    #expect(page.contains("  From: Doe and others. A study. 2024."))
    #expect(page.contains("== Questions I skipped =="))
  }

  @Test func `a person who keeps their answers is told how to print the page`() {
    var (held, _) = reviewed(consent: .given(name: "maple-river-7"))
    #expect(held.take("1").lines.contains("To print this page: beforehand page maple-river-7"))
  }

  @Test func `put back, it is on the page again`() throws {
    var (held, _) = reviewed()
    held.take("13")
    held.take("13")
    #expect(held.take("1").lines.contains("- Said yes or unsure about bipolar disorder."))
  }

  @Test func `a person who stops with a line for the counselor sees it before it is told`() {
    var held = HeldSession(at: "choice", of: library)
    held.begin()
    var stopped = held
    stopped.take("stop here")
    #expect(stopped.session.ending == .stopped)
    held.take("yes")
    let reply = held.take("stop here")
    #expect(!reply.ends)
    #expect(
      reply.lines.contains("  4  For my counselor: Said yes or unsure about bipolar disorder.")
    )
    held.take("1")
    #expect(held.session.ending == .stopped)
  }
}
