import Foundation
public import SourceText

/// A time by the system clock, and its offset from UTC.
///
/// Clocks are set back and forward. What has the smaller sequence number happened first.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since the beginning of January 1, 1970, UTC.
  public let seconds: Int
  /// Seconds to add for the local time.
  public let offset: Int

  /// Creates a time from these numbers.
  public init(seconds: Int, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The current time, by the clock of this machine.
  public static var now: Timestamp {
    let date = Date()
    return Timestamp(
      seconds: Int(date.timeIntervalSince1970),
      offset: TimeZone.current.secondsFromGMT(for: date)
    )
  }

  /// The local date.
  public var day: Day { Day(daysSinceEpoch: floorDivided(local, by: 86_400)) }

  /// The local time as `HH:MM`, from 00:00 to 23:59.
  public var time: String {
    let minutes = (local % 86_400 + 86_400) % 86_400 / 60
    return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// Seconds since the beginning of January 1, 1970, in local time.
  private var local: Int {
    let local = seconds.addingReportingOverflow(offset)
    return local.overflow ? 0 : local.partialValue
  }
}

private func floorDivided(_ number: Int, by divisor: Int) -> Int {
  number / divisor - (number % divisor < 0 ? 1 : 0)
}
