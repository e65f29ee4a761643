public import SourceText

/// Answers, numbers, money and days in words.
public protocol AnswerPhrases {
  /// An answer that was skipped.
  var skipped: String { get }
  /// Ticks with nothing ticked.
  var noneOfThese: String { get }
  /// Several answers to one question.
  func several(_ labels: [String]) -> String
  /// A number that is not whole.
  ///
  /// - Parameter hundredths: The number times one hundred, rounded.
  /// - Returns: The phrase.
  func decimal(hundredths: Int) -> String
  /// A whole number in digits that are easy to read.
  func grouped(_ number: Int) -> String
  /// A number and what it counts.
  ///
  /// - Parameters:
  ///   - number: The number in digits.
  ///   - isOne: Whether it is exactly one.
  ///   - unit: What is counted, in the plural of the script.
  /// - Returns: The phrase.
  func counted(_ number: String, isOne: Bool, _ unit: String) -> String
  /// An amount of money.
  ///
  /// - Parameters:
  ///   - cents: The amount in hundredths of the currency.
  ///   - currency: The sign of the currency.
  /// - Returns: The phrase.
  func money(cents: Int, currency: String) -> String
  /// A day of the calendar.
  func date(_ day: Day) -> String
  /// Whether a named condition holds.
  func truth(_ isTrue: Bool) -> String
  /// How much a matter counts for the person; nil if they did not rate it.
  func rating(_ value: Int?, most: Int) -> String
  /// The words at the ends of the scale on which matters are rated.
  var weighEnds: (low: String?, high: String?) { get }
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var skipped: String { "skipped" }

  public var noneOfThese: String { "none of these" }

  public func several(_ labels: [String]) -> String { labels.joined(separator: "; ") }

  public func decimal(hundredths: Int) -> String {
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = twoDigits(rest)
    return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }

  public func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  public func counted(_ number: String, isOne: Bool, _ unit: String) -> String {
    "\(number) \(isOne ? singular(of: unit) : unit)"
  }

  private func singular(of unit: String) -> String {
    let ends = ["sses", "xes", "ches", "shes"].contains { unit.hasSuffix($0) }
    if ends { return String(unit.dropLast(2)) }
    return unit.hasSuffix("s") && !unit.hasSuffix("ss") ? String(unit.dropLast()) : unit
  }

  public func money(cents: Int, currency: String) -> String {
    let whole = grouped(abs(cents) / 100)
    let rest = abs(cents) % 100
    let minus = cents < 0 ? "-" : ""
    return "\(minus)\(currency)\(whole)" + (rest == 0 ? "" : ".\(twoDigits(rest))")
  }

  public func date(_ day: Day) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(months[day.month - 1]) \(day.day), \(day.year)"
  }

  public func truth(_ isTrue: Bool) -> String { isTrue ? "true" : "not true" }

  public func rating(_ value: Int?, most: Int) -> String {
    value.map { "\($0) of \(most)" } ?? "not rated"
  }

  public var weighEnds: (low: String?, high: String?) { ("not at all", "very much") }
}
