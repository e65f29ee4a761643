import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine

/// The totals of the guide on cost, held against sums made by other means: whole cents.
struct TotalsTests {
  private enum Product: String, CaseIterable {
    case iv, spray, ect

    var name: String {
      switch self {
      case .iv: "IV ketamine"
      case .spray: "Esketamine spray"
      case .ect: "ECT"
      }
    }

    var ends: (low: String, high: String) {
      self == .iv ? ("the low price", "the high price") : ("the least", "the most")
    }
  }

  /// What a person types, money in cents; nil for what is left out.
  private struct Sheet {
    let low, high, visits, later, travel, pay, extra: Int?

    init(_ product: Product, _ dice: inout SeededGenerator) {
      func money(_ dollars: Int) -> Int? {
        Int.random(in: 0..<6, using: &dice) == 0
          ? nil : Int.random(in: 0...dollars * 100, using: &dice)
      }
      func count(_ range: ClosedRange<Int>) -> Int? {
        Int.random(in: 0..<6, using: &dice) == 0 ? nil : Int.random(in: range, using: &dice)
      }
      low = money(product == .ect ? 10_000 : 5000)
      high = money(product == .ect ? 10_000 : 5000)
      visits = count(1...40)
      later = count(0...100)
      travel = money(1000)
      pay = money(2000)
      extra = money(5000)
    }

    var typed: [String] {
      let counts = [visits, later].map { $0.map(String.init) ?? "skipped" }
      return [low, high].map(Self.words) + counts + [travel, pay, extra].map(Self.words)
    }

    private static func words(_ cents: Int?) -> String {
      cents.map { "\($0 / 100).\($0 % 100 / 10)\($0 % 10)" } ?? "skipped"
    }

    func course(_ price: Int?) -> Int? {
      guard let price, let visits, let travel, let pay, let extra else { return nil }
      return (price + travel + pay) * visits + extra
    }

    func year(_ price: Int?) -> Int? {
      guard let course = course(price), let price, let later, let travel, let pay else {
        return nil
      }
      return course + (price + travel + pay) * later
    }
  }

  private static func money(_ cents: Int) -> String {
    var whole = String(cents / 100)
    for place in stride(from: whole.count - 3, to: 0, by: -3) {
      whole.insert(",", at: whole.index(whole.startIndex, offsetBy: place))
    }
    return cents % 100 == 0 ? "$\(whole)" : "$\(whole).\(cents % 100 / 10)\(cents % 10)"
  }

  private func expected(_ sheet: Sheet, _ product: Product) -> [String] {
    var lines: [String] = []
    func line(_ what: String, _ low: Int?, _ high: Int?, alone: String) {
      if let low, let high {
        // From high to low is not a range.
        guard low <= high else { return }
        lines.append("\(product.name), \(what): from \(Self.money(low)) to \(Self.money(high)).")
      } else if let low, sheet.high == nil {
        lines.append("\(product.name), \(alone), at \(product.ends.low): \(Self.money(low)).")
      } else if let high, sheet.low == nil {
        lines.append("\(product.name), \(alone), at \(product.ends.high): \(Self.money(high)).")
      }
    }
    line("first course", sheet.course(sheet.low), sheet.course(sheet.high), alone: "first course")
    line(
      "first year, with that course",
      sheet.year(sheet.low),
      sheet.year(sheet.high),
      alone: "first year"
    )
    if let low = sheet.low, let high = sheet.high, high < low { lines.append("order") }
    if [sheet.low, sheet.high, sheet.visits, sheet.later].contains(nil) { lines.append("a part") }
    if sheet.low == nil { lines.append("low") }
    if sheet.high == nil { lines.append("high") }
    if sheet.visits == nil { lines.append("visits") }
    if sheet.later == nil { lines.append("later") }
    if sheet.travel == nil { lines.append("travel") }
    if sheet.pay == nil { lines.append("pay") }
    if sheet.extra == nil { lines.append("extra") }
    return lines
  }

  /// The lines of the totals, those without a number by what they are about.
  private func short(_ text: String) -> String? {
    let marks = [
      ("Type change to fix", "order"), ("Still missing for", "a part"), ("your lowest", "low"),
      ("the least you might", "low"), ("your highest", "high"), ("the most you might", "high"),
      ("the visits in the first", "visits"), ("the later visits", "later"),
      ("Travel is missing", "travel"), ("Lost pay is missing", "pay"),
      ("Other fees are missing", "extra"), ("A total is", ""),
    ]
    if let mark = marks.first(where: { text.contains($0.0) }) { return mark.1 == "" ? nil : mark.1 }
    return text
  }

  @Test func `totals are what a spreadsheet makes of the same numbers`() throws {
    let library = try #require(try Folder.real().checked(today: Day("2026-11-21")).library)
    let guide = try #require(library.guide(named: "cost-and-insurance"))
    var dice = SeededGenerator(seed: 20_261_121)
    var complete = 0
    for round in 0..<1000 {
      let product = Product.allCases[round % 3]
      let sheet = Sheet(product, &dice)
      var answers = ["full", "alone", "no", "someone", "no", "private", product.rawValue]
      answers += sheet.typed
      var transition = library.step(State(of: library), .began(guide))
      for words in answers {
        let question = try #require(transition.state.question)
        let answer = try #require(library.answer(words, to: question), "\(words)")
        transition = library.step(transition.state, .answered(question, answer))
      }
      let said = transition.effects.compactMap { effect -> String? in
        guard case .show(let passage, let words) = effect,
          library[library[passage].step].name == "totals"
        else { return nil }
        if case .listLine = library[passage].kind { return nil }
        return short(words.text)
      }
      #expect(said == expected(sheet, product), "\(product) \(sheet)")
      if sheet.typed.allSatisfy({ $0 != "skipped" }) { complete += 1 }
    }
    #expect(complete > 100)
  }
}
