public import SourceText

/// Answers, numbers, money, and dates in words.
public protocol AnswerPhrases {
  /// An answer that was skipped.
  var skipped: String { get }
  /// The answer to a question with several choices when none was chosen.
  var noneOfThese: String { get }
  /// Several answers to one question, as one phrase.
  func several(_ labels: [String]) -> String
  /// A number with up to two decimal places.
  ///
  /// - Parameter hundredths: The number times one hundred, rounded.
  /// - Returns: The phrase.
  func decimal(hundredths: Int) -> String
  /// A whole number with its digits grouped so that they are easy to read.
  func grouped(_ number: Int) -> String
  /// A number and what it counts.
  ///
  /// - Parameters:
  ///   - number: The number in digits.
  ///   - isOne: Whether it is exactly one.
  ///   - unit: What is counted, in the plural, as written in the script.
  /// - Returns: The phrase.
  func counted(_ number: String, isOne: Bool, _ unit: String) -> String
  /// An amount of money.
  ///
  /// - Parameters:
  ///   - cents: The amount in hundredths of the currency.
  ///   - currency: The symbol of the currency.
  /// - Returns: The phrase.
  func money(cents: Int, currency: String) -> String
  /// A price in the words of the clinic, with the day on which the clinic reported it.
  func price(_ words: String, reported: Day) -> String
  /// A date.
  func date(_ day: Day) -> String
  /// The date that a person typed, in any of the usual forms; nil if it is not a date.
  func date(typed: String) -> Day?
  /// How to type a date.
  var howToDate: String { get }
  /// The reply to a line that is not a date.
  var notADate: String { get }
  /// Whether a named condition is true.
  func truth(_ isTrue: Bool) -> String
  /// How much something matters to the person; `value` is nil if they did not rate it.
  func rating(_ value: Int?, most: Int) -> String
  /// The words at the ends of the scale for rating what matters.
  var weighEnds: (low: String?, high: String?) { get }
}

// The protocol above documents each phrase.
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

  public func price(_ words: String, reported: Day) -> String {
    "\(words) (as reported on \(date(reported)))"
  }

  public func date(_ day: Day) -> String {
    "\(Self.months[day.month - 1]) \(day.day), \(day.year)"
  }

  /// The month comes first, as Americans write it.
  ///
  /// A month's name can also come second, and can be shortened to three letters.
  ///
  /// A year has four digits, so that no date can be mistaken for another.
  public func date(typed: String) -> Day? {
    if let day = Day(typed) { return day }
    let parts = typed.split { " ,/-.".contains($0) }
    guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]) else { return nil }
    func number(_ part: Substring) -> Int? {
      let digits =
        ["st", "nd", "rd", "th"].contains { part.hasSuffix($0) } ? part.dropLast(2) : part
      return digits.count <= 2 ? Int(digits) : nil
    }
    func month(_ part: Substring) -> Int? {
      guard part.count >= 3 else { return nil }
      return Self.months.firstIndex { $0.lowercased().hasPrefix(part.lowercased()) }.map { $0 + 1 }
    }
    if let month = month(parts[0]) ?? number(parts[0]), let day = number(parts[1]) {
      return Day(year: year, month: month, day: day)
    }
    guard let day = number(parts[0]), let month = month(parts[1]) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  public var howToDate: String {
    "Type a date, like 11/21/2026 or November 21, 2026. Type skip to skip this question."
  }

  public var notADate: String {
    "Type the date like 11/21/2026 or November 21, 2026."
  }

  public func truth(_ isTrue: Bool) -> String { isTrue ? "true" : "not true" }

  public func rating(_ value: Int?, most: Int) -> String {
    value.map { "\($0) of \(most)" } ?? "not rated"
  }

  public var weighEnds: (low: String?, high: String?) { ("not at all", "very much") }
}
