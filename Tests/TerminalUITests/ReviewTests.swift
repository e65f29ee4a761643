import GuideCheck
import TestSupport
import Testing

@testable import TerminalUI

/// The last look over answers and lines, and the page behind it.
struct ReviewTests {
  /// A sitting that has come to its last look.
  private func reviewed() throws -> (Sitting, Sitting.Reply) {
    let library = try #require(decisionFolder.checked().library)
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: false)
    )
    sitting.sources = ["a-study": aStudy]
    var reply = sitting.begin(at: try #require(library.guide(named: "choice")))
    for line in ["yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", "I am tired."] {
      #expect(!reply.isOver)
      reply = sitting.take(line)
    }
    return (sitting, reply)
  }

  private func lines(_ reply: Sitting.Reply) -> [String] {
    Layout(width: 76).lines(reply.blocks).filter { $0 != "" }
  }

  @Test func `the lines of the page stand behind the answers, each with its number`() throws {
    let (_, reply) = try reviewed()
    let shown = lines(reply)
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

  @Test func `a line taken off is not on the page; the page ends the sitting`() throws {
    var (sitting, reply) = try reviewed()
    reply = sitting.take("13")
    #expect(
      lines(reply) == [
        "Taken off your page: Said yes or unsure about bipolar disorder. To put it",
        "back, type 13.", "  1  Show my page",
      ]
    )
    #expect(reply.inputs.count == 1)
    let again = lines(sitting.take("review"))
    #expect(again.contains { $0.hasPrefix(" 13  (taken off) For my counselor: Said") })
    reply = sitting.take("1")
    #expect(reply.ending == .finished)
    let page = lines(reply)
    #expect(page.first == "== What I want to say first ==")
    #expect(page.contains("- I am tired."))
    #expect(!page.contains("== For my counselor =="))
    #expect(page.contains("  From: Doe and others. A study. 2024."))
    #expect(page.contains("== Questions I left out =="))
  }

  @Test func `whoever keeps their answers is told how to print the page`() throws {
    var (sitting, _) = try reviewed()
    sitting.keep(as: "maple-river-7")
    #expect(lines(sitting.take("1")).contains("To print this page: beforehand page maple-river-7"))
  }

  @Test func `put back, it is on the page again`() throws {
    var (sitting, _) = try reviewed()
    _ = sitting.take("13")
    _ = sitting.take("13")
    #expect(lines(sitting.take("1")).contains("- Said yes or unsure about bipolar disorder."))
  }

  @Test func `who stops with a line for the counselor sees it before it is told`() throws {
    let library = try #require(decisionFolder.checked().library)
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: false)
    )
    _ = sitting.begin(at: try #require(library.guide(named: "choice")))
    #expect(sitting.take("stop here").ending == .stopped)
    _ = sitting.take("yes")
    let reply = sitting.take("stop here")
    #expect(reply.ending == nil)
    #expect(
      lines(reply).contains("  4  For my counselor: Said yes or unsure about bipolar disorder.")
    )
    #expect(sitting.take("1").ending == .stopped)
  }

  @Test func `the sources of numbers are asked for before the page is shown`() throws {
    var (sitting, _) = try reviewed()
    sitting.sources = nil
    var trial = sitting
    #expect(trial.take("1").needsSources)
    sitting.sources = [:]
    #expect(lines(sitting.take("1")).contains("  From: a-study"))
  }
}
