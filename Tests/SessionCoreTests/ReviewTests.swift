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

  @Test func `done is first; answers follow by guide; what is on the page follows`() throws {
    let shown = reviewed().1.lines
    let start = try #require(shown.firstIndex(of: "== Your answers =="))
    #expect(
      shown[start...] == [
        "== Your answers ==", "  1  Show my page",
        "To change an answer, type its number. To take an answer off your page, type",
        "off and its number, like: off 5. To put it back: on 5.",
        "== For every guide ==",
        "  2  Have you ever had bipolar disorder? – Yes",
        "  3  What do you want to say first? – I am tired.",
        "== Drip or shock? ==",
        "  4  What worries you? – left out",
        "  5  Keeping my memory as clear as it is now – 4 of 5",
        "  6  Feeling better soon – left out",
        "  7  Fewer visits – 5 of 5",
        "  8  What is one visit? – left out",
        "== Your page for the visit ==",
        "Type the number of a line to take it off your page, or to put it back.",
        "  9  To ask: What do you watch for?",
        " 10  To ask: Can we test my memory first?",
        " 11  To ask: What happens if it does not work?",
        " 12  To tell: Bipolar disorder, or not sure",
        " 13  For my counselor: Said yes or unsure about bipolar disorder.",
        " 14  A number I read: Felt sick (drip)",
        " 15  A number I read: Felt sick (shock)",
        " 16  Help: Something is wrong with your body",
        "When all of this looks right, type done. Your page comes next.",
      ]
    )
  }

  @Test func `the guide to read next is offered to those who answered nothing, too`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form
      next: other

      # start: Welcome
      Bring someone with you.

      """
    folder["guides/other.guide"] = "title: Other\nkind: form\n\n# words: Other\nMore words here.\n"
    folder["house.guide"].append("\n  => other\n")
    let library = try #require(folder.checked().library)
    var held = HeldSession(at: "visit", of: library)
    #expect(held.begin().lines.contains("  2  Read next: Other"))
    #expect(held.take("what").lines.contains("Type 1 to go on, or 2 to do something else."))
    #expect(held.take("read next: other").lines.contains("More words here."))
  }

  @Test func `what is taken off is not on the page; the page ends the session`() throws {
    var (held, _) = reviewed()
    let flag = number(of: "For my counselor: Said yes", in: held)
    var reply = held.take(flag)
    #expect(reply.text.contains("Taken off your page: For my counselor: Said yes or unsure about"))
    #expect(reply.text.contains("To put it back, type \(flag)."))
    #expect(reply.lines.contains { $0.contains("\(flag)  (taken off) For my counselor: Said") })
    #expect(reply.lines.last == "  1  Show my page")
    #expect(reply.inputs.count == 1)
    let rating = number(of: "4 of 5", in: held)
    reply = held.take("off \(rating)")
    #expect(reply.inputs.count == 1)
    #expect(held.take("review").lines.contains { $0.hasSuffix("4 of 5 (not on your page)") })
    reply = held.take("done")
    #expect(held.session.ending == .finished)
    let page = reply.lines
    #expect(page.dropFirst().first == "== My page for the visit ==")
    #expect(page.contains("- I am tired."))
    #expect(!page.contains("== For my counselor =="))
    #expect(!page.contains { $0.hasSuffix(": 4 of 5") })
    #expect(page.contains { $0.hasSuffix(": 5 of 5") })
  }

  /// The number of a line of the review.
  private func number(of words: String, in held: HeldSession) -> String {
    var held = held
    let line = held.take("review").lines.first { $0.contains(words) } ?? ""
    return line.split(separator: " ").first.map(String.init) ?? "none"
  }

  @Test func `a person who keeps their answers is told how to print the page`() {
    var (held, _) = reviewed(consent: .given(name: "maple-river-7"))
    #expect(held.take("1").lines.contains("To print this page: beforehand page maple-river-7"))
  }

  @Test func `put back, it is on the page again`() throws {
    var (held, _) = reviewed()
    let flag = number(of: "For my counselor: Said yes", in: held)
    held.take(flag)
    held.take(flag)
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
    #expect(reply.lines.contains { $0.contains("For my counselor: Said yes or unsure about") })
    held.take("1")
    #expect(held.session.ending == .stopped)
  }
}
