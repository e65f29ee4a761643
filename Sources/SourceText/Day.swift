/// A date in the Gregorian calendar, from 1583 to 9999.
public struct Day: Hashable, Sendable {
  /// The year, with all four digits.
  public let year: Int

  /// The month, from 1 to 12.
  public let month: Int

  /// The day of the month, from 1.
  public let day: Int

  /// Creates the date with this year, month, and day, or returns `nil` if there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    guard 1...daysIn(month: month, of: year) ~= day else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// Creates the date written as `YYYY-MM-DD`, or returns `nil` if `text` is anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen else { return nil }
    guard let year = number(bytes[0...3]), let month = number(bytes[5...6]) else { return nil }
    guard let day = number(bytes[8...9]) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Creates the date `daysSinceEpoch` days after January 1, 1970, or the nearest date in range.
  public init(daysSinceEpoch: Int) {
    // Howard Hinnant's civil_from_days: if years begin in March, the leap day is the last day.
    let count = min(max(daysSinceEpoch, earliest.daysSinceEpoch), latest.daysSinceEpoch)
    let shifted = count + daysBeforeEpoch
    let era = shifted / daysInEra
    let dayOfEra = shifted % daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      checkedYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  fileprivate init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension Day {
  /// The number of days from January 1, 1970, to this date; negative for earlier dates.
  public var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let yearOfEra = marchYear % 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return marchYear / 400 * daysInEra + dayOfEra - daysBeforeEpoch
  }

  /// Returns the same day of the month, `months` later, or that month's last day if it is shorter.
  ///
  /// A result that is out of range becomes the first or the last date in range.
  public func adding(months: Int) -> Day {
    let (total, isTooFar) = (year * 12 + month - 1).addingReportingOverflow(months)
    if isTooFar { return months < 0 ? earliest : latest }
    if total < years.lowerBound * 12 { return earliest }
    if total >= (years.upperBound + 1) * 12 { return latest }
    let month = total % 12 + 1
    let lastDay = daysIn(month: month, of: total / 12)
    return Day(checkedYear: total / 12, month: month, day: min(day, lastDay))
  }
}

extension Day: Comparable {
  /// Whether `first` is earlier than `second`.
  public static func < (first: Day, second: Day) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

extension Day: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`.
  public var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

private let years = 1583...9999
private let earliest = Day(checkedYear: years.lowerBound, month: 1, day: 1)
private let latest = Day(checkedYear: years.upperBound, month: 12, day: 31)
private let hyphen = UInt8(ascii: "-")

/// The number of days in 400 years, after which the calendar repeats.
private let daysInEra = 146_097

/// The number of days from March 1 of the year 0, when the first era begins, to January 1, 1970.
private let daysBeforeEpoch = 719_468

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 2:
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    number = number * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return number
}

/// Returns a number from 0 to 99 as two digits, as in dates and times.
public func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
