import GuideSyntax
import SourceText

extension Environment {
  /// The interval of a figure that counts people, in the words of the record; nil if there is none.
  ///
  /// interval = n [ way ] "to" m [ way ] "out of" N [ "with" words ] ; way = "fewer" | "more" .
  mutating func interval(of record: Record, in source: SourceFile) -> String? {
    guard let field = record.field("interval"), field.value.text != "none" else { return nil }
    let words = field.value.text.split(separator: " ").map(String.init)
    guard let interval = ChanceInterval(words) else {
      let span = field.value.span.isEmpty ? field.key.span : field.value.span
      report(.intervalShape(source, span))
      return field.value.text
    }
    if interval.low > interval.high {
      report(.rangeUpsideDown(source, field.value.span))
    } else if let difference = difference(of: record, interval), !interval.includes(difference) {
      report(.intervalMissesNumber(source, field, field.value.span))
    }
    return field.value.text
  }

  /// How many people, of as many as the interval counts, have the outcome, or how many more have it in the arm that it is
  /// about; nil if the record does not say.
  private func difference(of record: Record, _ interval: ChanceInterval) -> Fraction? {
    let arms = record.fields.filter { $0.key.text == "arm" }
    let shares = arms.compactMap { count($0.value.text)?.share }
    if !interval.isDifference, arms.count == 1 {
      return shares.first?.times(Fraction(interval.all))
    }
    guard interval.isDifference, shares.count == 2, arms.count == 2,
      let place = arms.firstIndex(where: { $0.argument?.text == interval.arm })
    else { return nil }
    return shares[place].minus(shares[1 - place])?.times(Fraction(interval.all))
  }
}

/// How many people, of a number of them, have an outcome; or how many fewer or more in one of two arms.
private struct ChanceInterval {
  /// Whether it is between two arms.
  let isDifference: Bool
  /// Negative for fewer.
  let low: Int
  let high: Int
  let all: Int
  /// The name of the arm; nil if it is not named.
  let arm: String?

  init?(_ words: [String]) {
    guard let to = words.firstIndex(of: "to"), to == 1 || to == 2, words.count >= to + 5,
      let first = Int(words[0]), let second = Int(words[to + 1]), first >= 0, second >= 0,
      let out = words.firstIndex(of: "out"), out == to + 2 || out == to + 3, words.count >= out + 3,
      let sign = out == to + 2 ? 1 : Self.sign(words[to + 2]),
      let firstSign = to == 1 ? sign : Self.sign(words[1]), out == to + 3 || to == 1,
      words[out + 1] == "of", let all = Int(words[out + 2].filter { $0 != "," }), all > 0,
      max(first, second) <= all
    else { return nil }
    isDifference = out == to + 3
    let rest = words[(out + 3)...]
    guard rest.isEmpty || rest.first == "with" && rest.count > 1 else { return nil }
    let arm = rest.dropFirst().filter { $0 != "the" }
    low = firstSign * first
    high = sign * second
    self.all = all
    self.arm = arm.isEmpty ? nil : arm.joined(separator: "-").lowercased()
  }

  private static func sign(_ word: String) -> Int? { ["fewer": -1, "more": 1][word] }

  /// Whether a difference is between the ends, which are rounded to whole people.
  func includes(_ difference: Fraction) -> Bool {
    guard let below = difference.plus(Fraction(1)), let above = difference.minus(Fraction(1)) else {
      return true
    }
    return below >= Fraction(low) && above <= Fraction(high)
  }
}

extension Figure.Count {
  /// The share of people who have the outcome; nil for a range.
  fileprivate var share: Fraction? {
    switch self {
    case .people(let part, let all): Fraction(part, over: all)
    case .percent(let percent): percent.divided(by: Fraction(100))
    case .range: nil
    }
  }
}
