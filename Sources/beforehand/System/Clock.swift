import Glibc
import SourceText

/// Returns the time on this computer's clock, such as 14:03:22.
func clock() -> String {
  var now = time(nil)
  guard let local = unsafe localtime(&now)?.pointee else { return "" }
  let (hour, minute, second) = unsafe (local.tm_hour, local.tm_min, local.tm_sec)
  return [hour, minute, second].map { twoDigits(Int($0)) }.joined(separator: ":")
}

/// Returns today's date on this computer, or the date in `BEFOREHAND_TODAY`.
func today() throws(Failure) -> Day {
  if let named = environment()["BEFOREHAND_TODAY"], !named.isEmpty {
    if let day = Day(named) { return day }
    throw Failure("BEFOREHAND_TODAY must be a date such as 2026-11-21.", exit: .configuration)
  }
  var now = time(nil)
  let utc = Day(daysSinceEpoch: now / 86_400)
  guard let local = unsafe localtime(&now)?.pointee else { return utc }
  let (year, month, day) = unsafe (local.tm_year, local.tm_mon, local.tm_mday)
  return Day(year: Int(year) + 1900, month: Int(month) + 1, day: Int(day)) ?? utc
}
