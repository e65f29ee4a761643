import Phrases
import Testing

@testable import GuideCheck
@testable import GuideEngine

struct MeasurementWordsTests {
  @Test(arguments: [
    (49, "about half as many people (0.49 times as many)", "about twice as many people"),
    (47, "fewer people (0.47 times as many)", nil),
    (53, "about half as many people (0.53 times as many)", "about twice as many people"),
    (33, "about a third as many people (0.33 times as many)", "about 3 times as many people"),
    (25, "about a quarter as many people (0.25 times as many)", "about 4 times as many people"),
    (85, "fewer people (0.85 times as many)", nil),
    (98, "about as many people (0.98 times as many)", nil), (100, "just as many people", nil),
    (140, "more people (1.4 times as many)", nil),
    (200, "about twice as many people (2 times as many)", "about half as many people"),
    (310, "about 3 times as many people (3.1 times as many)", "about a third as many people"),
    (1, "fewer people (0.01 times as many)", nil),
    (99_999_999, "more people (999999.99 times as many)", nil),
  ])
  func `a ratio is told in common words only if they are near`(
    hundredths: Int,
    words: String,
    other: String?
  ) throws {
    let lines = self.words(.ratio, try #require(Fraction(hundredths, over: 100)))
    let around = other.map { ["The other way around: \($0) in the other group."] } ?? []
    #expect(lines == ["Group: \(words)"] + around)
  }

  @Test func `a ratio that may be on either side of one is told so`() throws {
    let (low, high) = (try #require(Fraction(9, over: 10)), try #require(Fraction(3, over: 2)))
    #expect(
      words(.ratio, Fraction(1), low...high) == [
        "Group: just as many people", "The true number may be 0.9 to 1.5 times as many.",
        "So there may be fewer people, or more.",
      ]
    )
  }

  @Test(arguments: [
    (-2, true, "2 points lower, which is better"), (-2, false, "2 points lower, which is worse"),
    (2, true, "2 points higher, which is worse"), (1, false, "1 point higher, which is better"),
    (0, true, "the same score"),
  ])
  func `a difference is better or worse as the scale says`(
    value: Int,
    lowerIsBetter: Bool,
    words: String
  ) {
    let scale = Measurement.Scale(
      name: "S",
      lowest: .zero,
      highest: Fraction(10),
      lowerIsBetter: lowerIsBetter
    )
    #expect(self.words(.points(on: scale), Fraction(value)) == ["Group: \(words)"])
  }

  @Test func `days are an average or a middle`() {
    #expect(
      words(.days, Fraction(1), average: .median) == [
        "Group: 1 day or less for half of the people, 1 day or more for the other half"
      ]
    )
    #expect(words(.days, Fraction(1200), average: .mean) == ["Group: 1,200 days on average"])
  }

  private func words(
    _ kind: Measurement.Kind,
    _ value: Fraction,
    _ interval: ClosedRange<Fraction>? = nil,
    average: Measurement.Average? = nil
  ) -> [String] {
    let arm = Measurement.Arm(
      name: "group",
      value: value,
      interval: interval,
      range: nil,
      average: average
    )
    let measurement = Measurement(kind: kind, arms: [arm], smallestNoticed: nil)
    let figure = Figure.made(arms: [], comparedWith: "group", measurement: measurement)
    return FigureWords(figure, English()).numbers
  }
}
