import Documents
import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

struct FigureScreenTests {
  @Test func `two studies that disagree stand one under the other, with why`() throws {
    let lines = try screen(
      show: "show first\nshow second",
      second: "  horizon: one year\n  conflicts: first\n  note: The second one lasted longer."
    )
    #expect(
      lines == [
        "Felt better:", "  Spray: 30 out of 100 people; 70 did not",
        "  Who: adults. When: one year.",
        "  There is no number here for people who did not get it.",
        "  How sure this is: high. The true number is likely close to this. No maker",
        "    paid for it.",
        "The next study does not agree with the one above. The second one lasted",
        "longer.",
        "Felt better:", "  IV: 60 out of 100 people; 40 did not",
        "  Who: adults. When: one year.",
        "  There is no number here for people who did not get it.",
        "  How sure this is: high. The true number is likely close to this. No maker",
        "    paid for it.",
      ]
    )
  }

  @Test func `figures of one line are told as one: who and when once`() throws {
    let lines = try screen(show: "show first, second", second: "  horizon: one year")
    #expect(lines.filter { $0 == "Felt better:" }.count == 1)
    #expect(lines.filter { $0.contains("Who:") }.count == 1)
    #expect(lines.filter { $0.contains("out of 100 people") }.count == 2)
  }

  @Test func `a rule with an end says until when`() throws {
    let lines = try screen(
      show: "You can have this visit by video. [@tele-1]",
      second: "  horizon: one year"
    )
    #expect(
      lines == [
        "You can have this visit by video.",
        "This is the rule until December 31, 2026. Ask what holds after that day.",
      ]
    )
  }

  private func screen(show: String, second: String) throws -> [String] {
    var folder = plainFolder
    let record =
      "  about: driving\n  population: adults\n  compared-with: none\n  certainty: high\n"
      + "  sponsor: none\n  source: a-study\n  verified: 2026-11-21\n"
    folder["evidence/figures.guide"] = """
      title: Figures
      kind: evidence

      figure first: Felt better
      \(record)  horizon: one year
        arm spray: 30 of 100

      figure second: Felt better
      \(record)\(second)
        arm iv: 60 of 100
      """
    folder["evidence/rules.guide"] = """
      title: Rules
      kind: evidence

      claim tele-1: Video visits for this are allowed until the end of 2026.
        about: driving
        source: a-study
        certainty: not graded
        verified: 2026-08-21
        ends: 2026-12-31
      """
    folder["guides/visit.guide"] = "title: A visit\nkind: form\n\n# start: Welcome\n\(show)\n"
    let result = folder.checked()
    #expect(result.text == "")
    let library = try #require(result.library)
    let transition = library.step(
      State(of: library),
      .began(try #require(library.guide(named: "visit")))
    )
    return TerminalRenderer(width: 76).lines(Screen(of: library).blocks(transition.effects))
      .filter { $0 != "" && $0 != "== Welcome ==" }
  }
}
