/// A day of the Gregorian calendar, from 1583 to 9999.
public struct Day: Hashable, Sendable {
  /// The year, with its century.
  public let year: Int

  /// The month, from 1 to 12.
  public let month: Int

  /// The day of the month, from 1.
  public let day: Int

  /// The day with these three numbers, or `nil` if the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard years.contains(year), (1...12).contains(month) else { return nil }
    guard 1...daysIn(month: month, of: year) ~= day else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// The day that `text` names as `YYYY-MM-DD`, or `nil` if it is anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen else { return nil }
    guard let year = number(bytes[0...3]), let month = number(bytes[5...6]) else { return nil }
    guard let day = number(bytes[8...9]) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that is `daysSinceEpoch` days after January 1, 1970, or the nearest there is.
  public init(daysSinceEpoch: Int) {
    // Howard Hinnant's civil_from_days: a year that begins in March has its leap day last.
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
  /// How many days it comes after January 1, 1970; negative before.
  public var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let yearOfEra = marchYear % 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return marchYear / 400 * daysInEra + dayOfEra - daysBeforeEpoch
  }

  /// Returns the same day of a month further on, or that month's last day if it is shorter.
  ///
  /// What would leave the years there are stops at their first or last day.
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
  /// Whether `first` comes before `second`.
  public static func < (first: Day, second: Day) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

private let years = 1583...9999
private let earliest = Day(checkedYear: years.lowerBound, month: 1, day: 1)
private let latest = Day(checkedYear: years.upperBound, month: 12, day: 31)
private let hyphen = UInt8(ascii: "-")

/// The calendar repeats itself every 400 years.
private let daysInEra = 146_097

/// From March 1 of the year 0, where the first era begins, to January 1, 1970.
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

/// A number from 0 to 99 in two digits, as days and times are written.
public func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
