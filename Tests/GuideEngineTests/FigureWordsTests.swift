import Phrases
import TestSupport
import Testing

@testable import GuideCheck
@testable import GuideEngine

struct FigureWordsTests {
  @Test(arguments: [
    (108, 195, "about 55 out of 100 people; 45 did not (108 of 195 people)"),
    (70, 170, "about 41 out of 100 people; 59 did not (70 of 170 people)"),
    (60, 200, "30 out of 100 people; 70 did not (60 of 200 people)"),
    (1, 200, "5 out of 1,000 people; 995 did not (1 of 200 people)"),
    (1, 3000, "fewer than 1 out of 1,000 people; more than 999 did not (1 of 3,000 people)"),
    (2999, 3000, "more than 999 out of 1,000 people; fewer than 1 did not (2,999 of 3,000 people)"),
    (0, 50, "0 out of 100 people; 100 did not (0 of 50 people)"),
    (100, 100, "100 out of 100 people; 0 did not"), (55, 100, "55 out of 100 people; 45 did not"),
    (4, 8, "4 of 8 people; 4 did not"), (49, 49, "49 of 49 people; 0 did not"),
    // Halves go up, and the other frame follows.
    (25, 200, "about 13 out of 100 people; 87 did not (25 of 200 people)"),
  ])
  func `a count is told in both frames`(part: Int, whole: Int, words: String) {
    #expect(share(.people(part, of: whole)).words(English()) == words)
  }

  @Test func `a range is told in both frames`() {
    #expect(
      share(.range(61, 84, of: 100)).words(English())
        == "61 to 84 out of 100 people; 16 to 39 did not"
    )
    #expect(
      share(.range(3, 4, of: 1000)).words(English())
        == "3 to 4 out of 1,000 people; 996 to 997 did not"
    )
  }

  @Test func `numbers that are alike only when they are rounded are not called the same`() {
    func difference(_ first: Figure.Count, _ second: Figure.Count) -> String? {
      let figure = Figure.made(arms: [("scope", first), ("kit", second)])
      return FigureWords(figure, English()).difference
    }
    #expect(
      difference(.people(72, of: 28_220), .people(157, of: 56_365))
        == "The numbers look the same only because they are rounded."
    )
    #expect(
      difference(.people(10, of: 100), .people(20, of: 200))
        == "That is the same number in both groups."
    )
  }

  @Test func `figures side by side are out of one number of people`() throws {
    func figure(_ name: String, _ arm: String) -> String {
      """
      figure \(name): Felt sick
        about: harm
        population: adults
        horizon: after one month
        compared-with: none
        arm \(name): \(arm)
        certainty: low
        sponsor: none
        source: a-study
        verified: 2026-11-21
        checked: Made up.


      """
    }
    var guides = SmallGuides("# start: Start\nshow tablet, course\n\nshow alone\n")
    guides.evidence =
      figure("tablet", "3 of 1000") + figure("course", "1 of 60") + figure("alone", "1 of 60")
    let library = try guides.library()
    let words = library.figures.map { FigureWords($0, English()).numbers[0] }
    #expect(
      words == [
        "Tablet: 3 out of 1,000 people; 997 did not",
        "Course: about 17 out of 1,000 people; 983 did not (1 of 60 people)",
        "Alone: about 2 out of 100 people; 98 did not (1 of 60 people)",
      ]
    )
  }

  @Test func `the groups of a figure are told out of one number`() {
    let figure = Figure.made(arms: [
      ("spray", .people(1, of: 400)), ("placebo", .people(40, of: 400)),
    ])
    #expect(
      FigureWords(figure, English()).arms.map(\.words) == [
        "Spray: about 3 out of 1,000 people; 997 did not (1 of 400 people)",
        "Placebo: 100 out of 1,000 people; 900 did not (40 of 400 people)",
      ]
    )
  }

  @Test func `one small group turns all into counts`() {
    let figure = Figure.made(arms: [("iv", .people(20, of: 49)), ("ect", .people(40, of: 400))])
    #expect(
      FigureWords(figure, English()).arms.map(\.words) == [
        "IV: 20 of 49 people; 29 did not", "ECT: 40 of 400 people; 360 did not",
      ]
    )
    #expect(FigureWords(figure, English()).difference == nil)
  }

  @Test func `the difference is that of the numbers as printed`() {
    // 55.5 and 41.4 in a hundred: 14.1 apart, and printed as 56 and 41.
    let figure = Figure.made(
      arms: [("ketamine", .people(111, of: 200)), ("ect", .people(414, of: 1000))]
    )
    #expect(
      FigureWords(figure, English()).difference == "That is about 15 more out of 100 with ketamine."
    )
  }

  @Test func `every figure says who, when, compared with what, how sure and who paid`() {
    let figure = Figure.made(
      arms: [("spray", .percent(Fraction(46)))],
      comparedWith: "placebo spray",
      interval: "40 to 52 out of 100",
      certainty: "moderate",
      sponsor: "Janssen"
    )
    #expect(
      FigureWords(figure, English()).lines == [
        "Spray: about 46 out of 100 people; 54 did not",
        "Who: adults. When: after 4 weeks.", "Compared with: placebo spray.",
        "The true number may be 40 to 52 out of 100.",
        "How sure this is: moderate. The true number is likely close, but it may not be. Paid for by "
          + "the maker, Janssen.",
      ]
    )
  }

  @Test(arguments: [
    (
      "The label gives no number for the placebo spray",
      "The label gives no number for the placebo spray."
    ),
    ("No one was left untreated.", "No one was left untreated."),
    (nil, "There is no number here for people who did not get it."),
  ])
  func `why there is no comparison is told if it is known`(missing: String?, words: String) {
    let figure = Figure.made(arms: [("spray", .people(12, of: 40))], missing: missing)
    #expect(FigureWords(figure, English()).comparison == words)
    #expect(FigureWords(figure, English()).shortLines.contains(words))
  }

  /// Against a second way to work it out: whole tenths, then halves up.
  @Test func `the frames of 20,000 random counts add up, and are rounded right`() {
    var dice = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let whole = Int.random(in: 1...(Bool.random(using: &dice) ? 120 : 100_000), using: &dice)
      let part = Int.random(in: 0...whole, using: &dice)
      let share = share(.people(part, of: whole))
      #expect(share.had.lowerBound + share.hadNot.lowerBound == share.people)
      if whole < 50 {
        #expect(share.had == part...part && share.people == whole)
        continue
      }
      let percent = Double(part) / Double(whole) * 100
      let isSmall = percent > 0 && percent < 1 || percent > 99 && percent < 100
      #expect(share.people == (isSmall ? 1000 : 100), "\(part) of \(whole)")
      let off = Double(share.had.lowerBound) - percent * Double(share.people) / 100
      #expect(off > -0.5 - 1e-9 && off <= 0.5 + 1e-9, "\(part) of \(whole)")
    }
  }

  @Test func `no count is too large`() {
    let most = Int.max
    #expect(share(.people(most, of: most)).had == 100...100)
    #expect(share(.people(most / 2, of: most)).had == 50...50)
    #expect(share(.range(0, most, of: most)).had == 0...100)
  }

  private func share(_ count: Figure.Count) -> Share {
    Share(count, Share.Scale(for: Figure.made(arms: [("group", count)])))
  }
}

extension Figure {
  /// A figure of these groups; all else is plain.
  static func made(
    arms: [(String, Count)],
    comparedWith: String? = nil,
    interval: String? = nil,
    certainty: String = "low",
    sponsor: String? = nil,
    missing: String? = nil,
    measurement: Measurement? = nil
  ) -> Figure {
    Figure(
      name: "made",
      outcome: "Got well",
      about: [],
      population: "adults",
      horizon: "after 4 weeks",
      comparedWith: comparedWith,
      arms: arms.map { Arm(name: $0, count: $1) },
      interval: interval,
      certainty: certainty,
      sponsor: sponsor,
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
