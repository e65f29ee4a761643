/// The time when waiting for a line ends.
struct Deadline {
  private let instant: ContinuousClock.Instant?

  /// Creates a deadline this far from now; nil for none.
  init(after duration: Duration?) {
    instant = duration.map { ContinuousClock.now + $0 }
  }

  /// Whether it has passed.
  var isOver: Bool { instant.map { ContinuousClock.now >= $0 } ?? false }

  /// The largest number of milliseconds to wait; -1 for no limit.
  ///
  /// - Parameter limit: Another limit in milliseconds; nil for none.
  /// - Returns: The time to wait.
  func milliseconds(within limit: Int32? = nil) -> Int32 {
    guard let instant else { return limit ?? -1 }
    let left = ContinuousClock.now.duration(to: instant)
    let (seconds, rest) = left.components
    if seconds < 0 || rest < 0 { return 0 }
    // Rounded up, so that the deadline has passed when the wait ends.
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    let whole = milliseconds.overflow ? Int64(Int32.max) : milliseconds.partialValue
    let all = min(whole + rest / 1_000_000_000_000_000 + 1, Int64(Int32.max))
    return min(Int32(all), limit ?? .max)
  }
}
