import Documents
import GuideCheck
import GuideEngine
import Reports
import TestSupport
import Testing

@testable import SessionCore

/// How figures that do not count people read on a wide and on a narrow screen.
struct MeasurementScreenTests {
  private static let points = """
    figure score: Depression score after four weeks
      measure: points
      scale: MADRS, 0 to 60, lower is better
      smallest-noticed: 2 points
      compared-with: placebo spray
      arm spray-84: 6.8 points lower
      interval spray-84: 4.1 to 9.5 points lower
      arm spray-56: 1 point lower
      interval spray-56: 2.5 points lower to 0.5 points higher
    """

  private static let ratio = """
    figure again: Became depressed again after ECT
      measure: ratio
      compared-with: placebo tablets
      arm medicine: 0.49 times as many
      interval: 0.39 to 0.62 times as many
    """

  private static let days = """
    figure until: Time until depression came back
      measure: days
      compared-with: none
      missing: Everyone in the study had ECT.
      arm ect: median 28 days
      range: 1 to 365 days
      interval: 20 to 41 days
    """

  @Test func `a difference in points says on which scale, and what is better`() throws {
    #expect(
      try screen(Self.points, width: 80) == [
        "Depression score after four weeks:",
        "  Spray 84: 6.8 points lower, which is better",
        "  The true difference may be 4.1 to 9.5 points lower.",
        "  Spray 56: 1 point lower",
        "  The true difference may be anything from 2.5 lower to 0.5 higher.",
        "  Compared with: placebo spray.",
        "  Scale: MADRS, from 0 to 60. Lower is better.",
        "  The smallest difference that people notice is about 2 points.",
        "  Who: adults. When: one month.",
        "  How sure this is: low. The true number may be quite different. No maker",
        "    paid for it.",
      ]
    )
    #expect(
      try screen(Self.points, width: 40) == [
        "Depression score after four weeks:",
        "  Spray 84: 6.8 points lower, which is",
        "    better",
        "  The true difference may be 4.1 to 9.5",
        "    points lower.",
        "  Spray 56: 1 point lower",
        "  The true difference may be anything",
        "    from 2.5 lower to 0.5 higher.",
        "  Compared with: placebo spray.",
        "  Scale: MADRS, from 0 to 60. Lower is",
        "    better.",
        "  The smallest difference that people",
        "    notice is about 2 points.",
        "  Who: adults. When: one month.",
        "  How sure this is: low. The true number",
        "    may be quite different. No maker",
        "    paid for it.",
      ]
    )
  }

  @Test func `a ratio is told both ways, and is not a chance`() throws {
    #expect(
      try screen(Self.ratio, width: 80) == [
        "Became depressed again after ECT:",
        "  Medicine: about half as many people (0.49 times as many)",
        "  The other way around: about twice as many people in the other group.",
        "  The true number may be 0.39 to 0.62 times as many.",
        "  Compared with: placebo tablets.",
        "  This compares two groups. It does not say how many people it happened to.",
        "  Who: adults. When: one month.",
        "  How sure this is: low. The true number may be quite different. No maker",
        "    paid for it.",
      ]
    )
    #expect(
      try screen(Self.ratio, width: 40) == [
        "Became depressed again after ECT:",
        "  Medicine: about half as many people",
        "    (0.49 times as many)",
        "  The other way around: about twice as",
        "    many people in the other group.",
        "  The true number may be 0.39 to 0.62",
        "    times as many.",
        "  Compared with: placebo tablets.",
        "  This compares two groups. It does not",
        "    say how many people it happened to.",
        "  Who: adults. When: one month.",
        "  How sure this is: low. The true number",
        "    may be quite different. No maker",
        "    paid for it.",
      ]
    )
  }

  @Test func `a time is told for both halves of the people`() throws {
    #expect(
      try screen(Self.days, width: 80) == [
        "Time until depression came back:",
        "  ECT: 28 days or less for half of the people, 28 days or more for the other",
        "    half",
        "  The shortest was 1 day. The longest was 365 days.",
        "  The true number may be 20 to 41 days.",
        "  Who: adults. When: one month.",
        "  Everyone in the study had ECT.",
        "  How sure this is: low. The true number may be quite different. No maker",
        "    paid for it.",
      ]
    )
    #expect(
      try screen(Self.days, width: 40) == [
        "Time until depression came back:",
        "  ECT: 28 days or less for half of the",
        "    people, 28 days or more for the",
        "    other half",
        "  The shortest was 1 day. The longest",
        "    was 365 days.",
        "  The true number may be 20 to 41 days.",
        "  Who: adults. When: one month.",
        "  Everyone in the study had ECT.",
        "  How sure this is: low. The true number",
        "    may be quite different. No maker",
        "    paid for it.",
      ]
    )
  }

  @Test func `none of them is drawn`() throws {
    for figure in [Self.points, Self.ratio, Self.days] {
      let blocks = try blocks(figure).blocks
      #expect(!blocks.contains { if case .picture = $0 { true } else { false } })
    }
  }

  @Test func `the page has the same numbers`() throws {
    let (library, state, _) = try blocks(Self.ratio)
    let page = Page(of: library, state, sources: [:], fingerprint: nil, handle: nil)
    #expect(
      page.numbers.first?.lines == [
        "Medicine: about half as many people (0.49 times as many)",
        "The other way around: about twice as many people in the other group.",
        "The true number may be 0.39 to 0.62 times as many.", "Compared with: placebo tablets.",
        "This compares two groups. It does not say how many people it happened to.",
        "Who: adults. When: one month.", "How sure this is: low. No maker paid for it.",
      ]
    )
  }

  @Test func `beside another, the scale and the people are told once`() throws {
    let second = Self.points.replacing("figure score:", with: "figure second:")
      .replacing("6.8", with: "7.5")
    let result = try blocks(Self.points, second, show: "show score, second")
    let lines = TerminalRenderer(width: 80).lines(result.blocks)
    #expect(lines.filter { $0.contains("Scale:") }.count == 1)
    #expect(lines.filter { $0.contains("Who:") }.count == 1)
    #expect(lines.filter { $0.contains("which is better") }.count == 2)
  }

  private func screen(_ figure: String, width: Int) throws -> [String] {
    TerminalRenderer(width: width).lines(try blocks(figure).blocks)
      .filter { $0 != "" && $0 != "== Welcome ==" }
  }

  private func blocks(
    _ figures: String...,
    show: String? = nil
  ) throws -> (library: Library, state: State, blocks: [Block]) {
    var folder = plainFolder
    let name = figures.first?.split(separator: " ").dropFirst().first?.dropLast() ?? ""
    let rest = """

        about: driving
        population: adults
        horizon: one month
        certainty: low
        sponsor: none
        source: a-study
        verified: 2026-11-21
      """
    folder["evidence/figures.guide"] =
      "title: Figures\nkind: evidence\n\n" + figures.map { $0 + rest }.joined(separator: "\n\n")
    folder["guides/visit.guide"] =
      "title: A visit\nkind: form\n\n# start: Welcome\n\(show ?? "show \(name)")\n"
    let result = folder.checked()
    #expect(result.text == "")
    let library = try #require(result.library)
    let transition = library.step(
      State(of: library),
      .began(try #require(library.guide(named: "visit")))
    )
    return (library, transition.state, Screen(of: library).blocks(transition.effects))
  }
}
