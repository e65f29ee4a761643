import SourceText
import Testing

@testable import GuideCheck

/// The text that the fingerprints of figures are made of is frozen: saved states keep them.
struct CanonicalTextTests {
  @Test func `every field of a figure is in it, as it was when the first sessions were kept`() {
    let arms: [Figure.Arm] = [
      Figure.Arm(name: "drip", count: .people(12, of: 40)),
      Figure.Arm(name: "shock", count: .range(61, 75, of: 100)),
      Figure.Arm(name: "nothing", count: .percent(Fraction(554, over: 10) ?? .zero)),
    ]
    let figure = Figure(
      name: "f-1",
      outcome: "Felt better, in the person's own words",
      about: ["benefit of ketamine", "driving"],
      population: "adults in “usual” care",
      horizon: "one day",
      comparedWith: "a \"sham\" drip",
      arms: arms,
      interval: "from 40 to 60",
      certainty: "very low",
      sponsor: "a maker \\ a fund",
      sources: ["a-study"],
      verified: Day("2026-11-21"),
      reviewBy: nil,
      conflicts: ["f-2"],
      note: "日本 und Ähnliches",
      missing: nil,
      measurement: nil
    )
    #expect(
      figure.canonicalText
        == #"""
        Figure(name: "f-1", outcome: "Felt better, in the person\'s own words", \#
        about: ["benefit of ketamine", "driving"], population: "adults in “usual” care", \#
        horizon: "one day", comparedWith: Optional("a \"sham\" drip"), \#
        arms: [GuideCheck.Figure.Arm(name: "drip", \#
        count: GuideCheck.Figure.Count.people(12, of: 40)), \#
        GuideCheck.Figure.Arm(name: "shock", \#
        count: GuideCheck.Figure.Count.range(61, 75, of: 100)), \#
        GuideCheck.Figure.Arm(name: "nothing", \#
        count: GuideCheck.Figure.Count.percent(55.4))], \#
        interval: Optional("from 40 to 60"), certainty: "very low", \#
        sponsor: Optional("a maker \\ a fund"), sources: ["a-study"], \#
        verified: Optional(2026-11-21), conflicts: ["f-2"], note: Optional("日本 und Ähnliches"))
        """#
    )
  }

  @Test func `what a figure does not have is said to be missing`() {
    #expect(
      bare(name: "f").canonicalText
        == #"""
        Figure(name: "f", outcome: "", about: [], population: "", horizon: "", comparedWith: nil, \#
        arms: [], interval: nil, certainty: "", sponsor: nil, sources: [], verified: nil, \#
        conflicts: [], note: nil)
        """#
    )
  }

  @Test func `why there is no comparison is at the end, and only if the record says it`() {
    let text = bare(name: "f", missing: "the label's secret").canonicalText
    #expect(text.hasSuffix(#"conflicts: [], note: nil, missing: "the label\'s secret")"#))
  }

  @Test func `a number that counts no people is at the end, to the last digit`() {
    let scale = Measurement.Scale(
      name: "MADRS",
      lowest: .zero,
      highest: Fraction(60),
      lowerIsBetter: true
    )
    let value = Fraction(-68, over: 10) ?? .zero
    let arm = Measurement.Arm(
      name: "spray",
      value: value,
      interval: value...Fraction(-4),
      range: nil,
      average: nil
    )
    let points = Measurement(kind: .points(on: scale), arms: [arm], smallestNoticed: Fraction(2))
    #expect(
      bare(name: "f", measurement: points).canonicalText.hasSuffix(
        #"""
        note: nil, measurement: points(scale: "MADRS" 0/1 60/1 true, smallestNoticed: 2/1, \#
        arms: ["spray" -34/5 interval: -34/5 -4/1]))
        """#
      )
    )
    let time = Measurement.Arm(
      name: "ect",
      value: Fraction(28),
      interval: nil,
      range: Fraction(1)...Fraction(365),
      average: .median
    )
    let days = Measurement(kind: .days, arms: [time], smallestNoticed: nil)
    #expect(
      bare(name: "f", measurement: days).canonicalText.hasSuffix(
        #"measurement: days(arms: ["ect" median 28/1 range: 1/1 365/1]))"#
      )
    )
  }

  @Test(arguments: [
    ("\u{301}a", #"\u{0301}a"#), ("it's", #"it\'s"#), ("\"\u{301}", #"\"\u{0301}"#),
    ("e\u{301}", "e\u{301}"), ("\u{7F}\t", #"\u{7F}\t"#), ("\u{1}", #"\u{01}"#),
    ("'\u{1F3FB}", #"\'\u{0001F3FB}"#),
  ])
  func `marks and accents are escaped so that no two texts are alike`(text: String, quoted: String)
  {
    #expect(bare(name: text).canonicalText.hasPrefix("Figure(name: \"\(quoted)\", outcome"))
  }

  private func bare(name: String, missing: String? = nil, measurement: Measurement? = nil) -> Figure
  {
    Figure(
      name: name,
      outcome: "",
      about: [],
      population: "",
      horizon: "",
      comparedWith: nil,
      arms: [],
      interval: nil,
      certainty: "",
      sponsor: nil,
      sources: [],
      verified: nil,
      reviewBy: nil,
      conflicts: [],
      note: nil,
      missing: missing,
      measurement: measurement
    )
  }
}
