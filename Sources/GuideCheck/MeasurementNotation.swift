import GuideSyntax
import SourceText

/// How the numbers of one kind of figure are written in a record, with their unit.
///
///     points = number ("point" | "points") ("lower" | "higher") .
///     ratio  = number "times as many" .
///     days   = number ("day" | "days") .
///     ends   = number [ unit ] "to" number unit .
enum MeasurementNotation: String, CaseIterable {
  case points
  case ratio
  case days

  /// What was read.
  enum Reading<Value> {
    case read(Value)
    /// The number is there, but not what it counts.
    case unitMissing
    /// The first end is beyond the second.
    case upsideDown
    case other
  }

  /// The number in the text; lower is negative.
  func value(in text: String) -> Reading<Fraction> {
    let words = text.split(separator: " ")
    guard let first = words.first, let number = decimal(first) else { return .other }
    let unit = Array(words.dropFirst())
    if unit.isEmpty || unit == ["lower"] || unit == ["higher"] { return .unitMissing }
    guard let isNegative = isNegative(unit) else { return .other }
    return .read(isNegative ? negated(number) : number)
  }

  /// The two ends in the text, the lower one first.
  func ends(in text: String) -> Reading<ClosedRange<Fraction>> {
    let words = text.split(separator: " ")
    guard let to = words.firstIndex(of: "to"), let first = words.first.flatMap(decimal),
      to + 1 < words.count, decimal(words[to + 1]) != nil
    else { return .other }
    let last: Fraction
    switch value(in: words[(to + 1)...].joined(separator: " ")) {
    case .read(let value): last = value
    case .unitMissing: return .unitMissing
    case .other, .upsideDown: return .other
    }
    var unit = Array(words[1..<to])
    // `2 lower to 1 point higher` leaves out a unit that follows.
    if self == .points, unit.count == 1, unit != ["points"] { unit.insert("points", at: 0) }
    if unit.isEmpty || unit == ["points"] {
      let isNegative = words.last == "lower"
      let start = isNegative ? negated(first) : first
      let isUpsideDown = isNegative ? start < last : last < start
      return isUpsideDown ? .upsideDown : .read(min(start, last)...max(start, last))
    }
    guard let isNegative = isNegative(unit) else { return .other }
    let start = isNegative ? negated(first) : first
    let haveOneDirection = self != .points || unit.last == words.last
    if haveOneDirection, isNegative ? start < last : last < start { return .upsideDown }
    return .read(min(start, last)...max(start, last))
  }

  /// Whether numbers with this unit are below zero; nil if it is not a unit.
  private func isNegative(_ unit: [Substring]) -> Bool? {
    switch self {
    case .points:
      guard unit.count == 2, unit[0] == "point" || unit[0] == "points" else { return nil }
      return unit[1] == "lower" ? true : unit[1] == "higher" ? false : nil
    case .ratio: return unit == ["times", "as", "many"] ? false : nil
    case .days: return unit == ["day"] || unit == ["days"] ? false : nil
    }
  }
}

/// The number written in digits, with at most six before the decimal point and two after it.
func decimal(_ text: Substring) -> Fraction? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, (1...6).contains(parts[0].utf8.count),
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    let whole = Int(parts[0])
  else { return nil }
  if parts.count == 1 { return Fraction(whole) }
  guard (1...2).contains(parts[1].utf8.count), let rest = Int(parts[1]) else { return nil }
  let scale = parts[1].utf8.count == 1 ? 10 : 100
  return Fraction(whole * scale + rest, over: scale)
}

func negated(_ number: Fraction) -> Fraction { Fraction.zero.minus(number) ?? number }
