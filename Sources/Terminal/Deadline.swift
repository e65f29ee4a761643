/// When waiting for a line is over.
struct Deadline {
  private let instant: ContinuousClock.Instant?

  /// A deadline so far from now; nil for none.
  init(after duration: Duration?) {
    instant = duration.map { ContinuousClock.now + $0 }
  }

  /// Whether it is over.
  var isOver: Bool { instant.map { ContinuousClock.now >= $0 } ?? false }

  /// How many milliseconds to wait at most; -1 for no end.
  ///
  /// - Parameter limit: How many to wait for another reason; nil for none.
  /// - Returns: The time to wait.
  func milliseconds(within limit: Int32? = nil) -> Int32 {
    guard let instant else { return limit ?? -1 }
    let left = ContinuousClock.now.duration(to: instant)
    let (seconds, rest) = left.components
    if seconds < 0 || rest < 0 { return 0 }
    // Rounded up, so that the deadline is over when the wait is.
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    let whole = milliseconds.overflow ? Int64(Int32.max) : milliseconds.partialValue
    let all = min(whole + rest / 1_000_000_000_000_000 + 1, Int64(Int32.max))
    return min(Int32(all), limit ?? .max)
  }
}
