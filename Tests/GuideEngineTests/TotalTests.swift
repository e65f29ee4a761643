import Foundation
import GuideCheck
import TestSupport
import Testing

@testable import GuideEngine

/// The total of a person's own figures, compared with a spreadsheet.
struct TotalTests {
  private static let guides = SmallGuides(
    """
    # start: What it may cost
    ? low: What is the lowest price of a visit?
      [amount 0 to 5000]
    ? high: What is the highest price of a visit?
      [amount 0 to 5000]
    ? visits: How many visits are in a course?
      [number 1 to 30 visits]
    ? later: How many visits come after that in a year?
      [number 0 to 60 visits]
    ? travel: What does the way there and back cost?
      [amount 0 to 500]
    ? hours: How many hours of work do you miss for a visit?
      [number 0 to 12 hours]
    ? wage: What do you earn in an hour?
      [amount 0 to 300]
    ? fees: What other fees are there?
      [amount 0 to 2000]
    ? plan: Does a plan pay a part?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    when plan is yes or unsure:
      ? share: How much of each visit do you pay, in percent?
        [number 0 to 100 percent]

    let aside = travel + hours * wage
    let course-low = visits * (low + aside) + fees
    let course-high = visits * (high + aside) + fees
    let year-low = course-low + later * (low + aside)
    let year-high = course-high + later * (high + aside)
    let month = year-high / 12
    let mine = visits * high * share / 100
    let gap = year-high - year-low
    let parts = sum of travel, fees, wage

    when course-low is known:
      A course costs {course-low} at least.
    when course-high is known:
      A course costs {course-high} at most.
    when year-low is known:
      A year costs {year-low} at least.
    when year-high is known:
      A year costs {year-high} at most.
    when month is known:
      That is {month} a month.
    when mine is known:
      Of this, you pay {mine}.
    when gap is known:
      The two are {gap} apart.
    when parts is known:
      The small parts come to {parts}.
    """
  )

  /// The answers of one person; what is missing was left out, or never asked.
  private struct Figures {
    var values: [String: Decimal] = [:]

    subscript(_ name: String) -> Decimal? { values[name] }

    /// The sheet, cell by cell: a cell that reads an empty one is empty.
    var sheet: [String] {
      func both(_ a: Decimal?, _ b: Decimal?, _ work: (Decimal, Decimal) -> Decimal) -> Decimal? {
        a.flatMap { a in b.map { work(a, $0) } }
      }
      func plus(_ a: Decimal?, _ b: Decimal?) -> Decimal? { both(a, b, +) }
      func times(_ a: Decimal?, _ b: Decimal?) -> Decimal? { both(a, b, *) }
      let aside = plus(self["travel"], times(self["hours"], self["wage"]))
      func course(_ price: String) -> Decimal? {
        plus(times(self["visits"], plus(self[price], aside)), self["fees"])
      }
      func year(_ price: String) -> Decimal? {
        plus(course(price), times(self["later"], plus(self[price], aside)))
      }
      let cells: [(Decimal?, String, String)] = [
        (course("low"), "A course costs ", " at least."),
        (course("high"), "A course costs ", " at most."),
        (year("low"), "A year costs ", " at least."), (year("high"), "A year costs ", " at most."),
        (both(year("high"), 12, /), "That is ", " a month."),
        (
          both(times(times(self["visits"], self["high"]), self["share"]), 100, /),
          "Of this, you pay ", "."
        ),
        (both(year("high"), year("low"), -), "The two are ", " apart."),
        (
          plus(plus(self["travel"], self["fees"]), self["wage"]),
          "The small parts come to ", "."
        ),
      ]
      return cells.compactMap { cell, before, after in cell.map { before + Self.money($0) + after }
      }
    }

    /// Dollars in groups of three, cents if there are any; halves away from zero.
    private static func money(_ value: Decimal) -> String {
      let cents = value.rounded(decimals: 2)
      let format = NumberFormatter()
      format.locale = Locale(identifier: "en_US")
      format.numberStyle = .decimal
      format.usesGroupingSeparator = true
      let isWhole = cents == cents.rounded(decimals: 0)
      format.minimumFractionDigits = isWhole ? 0 : 2
      format.maximumFractionDigits = isWhole ? 0 : 2
      let digits = format.string(from: NSDecimalNumber(decimal: abs(cents))) ?? ""
      return (cents < 0 ? "-$" : "$") + digits
    }
  }

  @Test func `totals of 1,000 random people are those of a spreadsheet, what is missing included`()
    throws
  {
    let library = try Self.guides.library()
    var dice = SeededGenerator(seed: 1000)
    var missing = 0
    var complete = 0
    for person in 0..<1000 {
      var state = State(of: library)
      var shown = texts(
        library.advance(&state, .began(try #require(library.guide(named: "main"))))
      )
      var figures = Figures()
      while case .answer(let question) = state.awaiting {
        let answer = answer(to: library[question], &dice)
        if case .number(let value) = answer {
          figures.values[library[question].name] =
            Decimal(value.numerator) / Decimal(value.denominator)
        }
        shown += texts(library.advance(&state, .answered(question, answer)))
      }
      #expect(state.isFinished)
      let wanted = figures.sheet
      #expect(shown == wanted, "person \(person)")
      missing += wanted.count < 7 ? 1 : 0
      complete += wanted.count == 8 ? 1 : 0
    }
    #expect(missing > 100 && complete > 100)
  }

  private func texts(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .show(_, let words) = $0 { words.text } else { nil } }
  }

  private func answer(to question: Question, _ dice: inout SeededGenerator) -> Answer {
    if Int.random(in: 0..<20, using: &dice) == 0 { return .skipped }
    func whole(_ range: ClosedRange<Fraction>) -> ClosedRange<Int> {
      (range.lowerBound.rounded(decimals: 0) ?? 0)...(range.upperBound.rounded(decimals: 0) ?? 0)
    }
    switch question.domain {
    case .number(let numbers) where numbers.kind == .amount:
      let dollars = whole(numbers.range)
      let cents = Int.random(in: dollars.lowerBound * 100...dollars.upperBound * 100, using: &dice)
      return .number(Fraction(cents, over: 100) ?? .zero)
    case .number(let numbers):
      return .number(Fraction(Int.random(in: whole(numbers.range), using: &dice)))
    default: return .options(OptionMask(place: Int.random(in: 0..<2, using: &dice)))
    }
  }
}

extension Decimal {
  fileprivate func rounded(decimals: Int16) -> Decimal {
    let halvesUp = NSDecimalNumberHandler(
      roundingMode: .plain,
      scale: decimals,
      raiseOnExactness: false,
      raiseOnOverflow: true,
      raiseOnUnderflow: true,
      raiseOnDivideByZero: true
    )
    return NSDecimalNumber(decimal: self).rounding(accordingToBehavior: halvesUp).decimalValue
  }
}
