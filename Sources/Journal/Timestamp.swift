import Foundation
public import SourceText

/// A time of the clock on the wall, and how far that clock was from Greenwich.
///
/// Clocks are set back and forward. What happened first is what has the smaller sequence number.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since the beginning of January 1, 1970, in Greenwich.
  public let seconds: Int
  /// Seconds to add for the time of the place.
  public let offset: Int

  /// The moment of these numbers.
  public init(seconds: Int, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The present moment, by the clock of this machine.
  public static var now: Timestamp {
    let date = Date()
    return Timestamp(
      seconds: Int(date.timeIntervalSince1970),
      offset: TimeZone.current.secondsFromGMT(for: date)
    )
  }

  /// The day, where the person is.
  public var day: Day { Day(daysSinceEpoch: floorDivided(local, by: 86_400)) }

  /// The time of that day as `HH:MM`, from 00:00 to 23:59.
  public var time: String {
    let minutes = (local % 86_400 + 86_400) % 86_400 / 60
    return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// Seconds since that January 1 began where the person is.
  private var local: Int {
    let local = seconds.addingReportingOverflow(offset)
    return local.overflow ? 0 : local.partialValue
  }
}

private func floorDivided(_ number: Int, by divisor: Int) -> Int {
  number / divisor - (number % divisor < 0 ? 1 : 0)
}
