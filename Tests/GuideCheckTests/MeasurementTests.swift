import SourceText
import TestSupport
import Testing

@testable import GuideCheck

/// What authors can write in figures that do not count people.
struct MeasurementTests {
  @Test(arguments: [
    (
      "points", "arm a: 6.8 points lower", "interval: 4.1 to 9.5 points lower", "-34/5 -19/2 -41/10"
    ),
    (
      "points", "arm a: 6.8 points lower", "interval: 4.1 points to 9.5 points lower",
      "-34/5 -19/2 -41/10"
    ),
    ("points", "arm a: 1 point higher", "interval: 2 lower to 3 points higher", "1/1 -2/1 3/1"),
    (
      "points", "arm a: 1 point higher", "interval a: 3 points higher to 2 points lower",
      "1/1 -2/1 3/1"
    ),
    ("points", "arm a: 0 points lower", "interval: 0 to 2.25 points lower", "0/1 -9/4 0/1"),
    (
      "ratio", "arm a: 0.49 times as many", "interval: 0.39 to 0.62 times as many",
      "49/100 39/100 31/50"
    ),
    ("days", "arm a: median 28 days", "range: 1 to 365 days", "28/1 1/1 365/1"),
    ("days", "arm a: mean 1 day", "range a: 1 day to 2.5 days", "1/1 1/1 5/2"),
  ])
  func `a number and its ends are read`(
    measure: String,
    arm: String,
    ends: String,
    numbers: String
  ) throws {
    let measurement = try #require(
      environment(measure, arm, ends).evidence.figures.last?.measurement
    )
    let found = try #require(measurement.arms.first)
    let range = try #require(found.interval ?? found.range)
    let all = [found.value, range.lowerBound, range.upperBound]
    #expect(all.map { "\($0.numerator)/\($0.denominator)" }.joined(separator: " ") == numbers)
  }

  @Test(arguments: [
    ("points", "arm a: 6.8", "unit-missing"), ("points", "arm a: 6.8 lower", "unit-missing"),
    ("points", "arm a: 6.8 points", "measure-shape"),
    ("points", "arm a: -6.8 points lower", "measure-shape"),
    ("points", "arm a: 6,8 points lower", "measure-shape"),
    ("points", "arm a: 6.875 points lower", "measure-shape"),
    ("points", "arm a:", "measure-shape"), ("points", "arm: 6.8 points lower", "measure-shape"),
    ("points", "arm a: 6 points lower\n  interval: 5 to 7", "unit-missing"),
    ("points", "arm a: 6 points lower\n  interval: 5 points lower", "measure-shape"),
    ("points", "arm a: 6 points lower\n  interval: 7 to 5 points lower", "range-upside-down"),
    (
      "points", "arm a: 6 points lower\n  interval: 7 points lower to 5 points lower",
      "range-upside-down"
    ),
    ("points", "arm a: 6 points lower\n  interval: 5 to 7 points higher", "interval-misses-number"),
    ("points", "arm a: 6 points lower\n  interval: 5 to 70 points lower", "larger-than-scale"),
    ("points", "arm a: 6 points lower\n  smallest-noticed: 2", "unit-missing"),
    ("points", "arm a: 6 points lower\n  smallest-noticed: 0 points", "measure-shape"),
    ("points", "arm a: 6 points lower\n  smallest-noticed: two points", "measure-shape"),
    ("points", "arm a: 6 points lower\n  smallest-noticed: 61 points", "larger-than-scale"),
    ("points", "arm a: 6 points lower\n  range: 5 to 7 points lower", "unknown-field"),
    (
      "points",
      "arm a: 6 points lower\n  interval: 5 to 7 points lower\n  interval a: 5 to 7 points lower",
      "duplicate-field"
    ),
    ("ratio", "arm a: 0.49", "unit-missing"), ("ratio", "arm a: 0 times as many", "measure-shape"),
    ("ratio", "arm a: 49% as many", "measure-shape"),
    ("ratio", "arm a: 2 times as many\n  interval: 3 to 1 times as many", "range-upside-down"),
    ("ratio", "arm a: 2 times as many\n  smallest-noticed: 2 points", "unknown-field"),
    ("days", "arm a: median 28", "unit-missing"), ("days", "arm a: 28 days", "measure-shape"),
    ("days", "arm a: median 4 weeks", "measure-shape"),
    ("days", "arm a: median 28 days\n  range: 1 to 365", "unit-missing"),
    ("days", "arm a: median 28 days\n  range: 365 days to 1 day", "range-upside-down"),
    ("days", "arm a: median 28 days\n  range: 30 to 365 days", "interval-misses-number"),
    ("days", "arm a: median 28 days\n  range b: 1 to 365 days", "unknown-arm"),
  ])
  func `what cannot be read has one message`(measure: String, lines: String, id: String) {
    #expect(environment(measure, lines).diagnostics.found.map(\.id) == [id])
  }

  @Test func `a figure without a measure, or with the measure chance, counts people`() throws {
    for line in ["", "measure: chance\n  "] {
      let figures = environment(nil, "\(line)arm a: 12 of 40").evidence.figures
      let figure = try #require(figures.last)
      #expect(figure.arms.count == 1 && figure.measurement == nil)
    }
  }

  @Test func `figures of two kinds, or on two scales, are never compared`() throws {
    let first = try figure("points", "arm a: 1 point lower")
    #expect(first.isComparable(with: try figure("points", "arm b: 2 points lower")))
    #expect(first.differences(from: try figure("ratio", "arm a: 2 times as many")) == ["measure"])
    #expect(first.differences(from: try figure(nil, "arm a: 1 of 2")) == ["measure"])
    let other = try figure(
      "points",
      "arm a: 1 point lower",
      scale: "PHQ-9, 0 to 27, lower is better"
    )
    #expect(first.differences(from: other) == ["scale"])
    let before = try figure("points", "arm a: 1 point lower", comparedWith: "before treatment")
    #expect(first.differences(from: before) == ["compared-with"])
  }

  private func figure(
    _ measure: String?,
    _ lines: String,
    scale: String = Self.scale,
    comparedWith: String = "placebo"
  ) throws -> Figure {
    let environment = environment(measure, lines, scale: scale, comparedWith: comparedWith)
    #expect(environment.diagnostics.found.map(\.id) == [])
    return try #require(environment.evidence.figures.last)
  }

  private static let scale = "MADRS, 0 to 60, lower is better"

  private func environment(
    _ measure: String?,
    _ lines: String...,
    scale: String = Self.scale,
    comparedWith: String = "placebo"
  ) -> Environment {
    var folder = plainFolder
    let scale = measure == "points" ? "  scale: \(scale)\n" : ""
    folder["evidence/figures.guide"] = """
      title: Figures
      kind: evidence

      figure measured: Felt better
      \(measure.map { "  measure: \($0)\n" } ?? "")\(scale)  about: driving
        population: adults
        horizon: one month
        compared-with: \(comparedWith)
        \(lines.joined(separator: "\n  "))
        certainty: low
        sponsor: none
        source: a-study
        verified: 2026-11-21
      """
    return Environment(of: folder.parsed().content)
  }
}
