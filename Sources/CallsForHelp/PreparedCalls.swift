import Synchronization

/// A matcher that is prepared when the first line is read, so that the first words of a session do not
/// wait for it.
public final class PreparedCalls: Sendable {
  private let patterns: [CallPatterns]
  private let order: [String]
  private let matcher = Mutex<CallMatcher?>(nil)

  /// Keeps what a matcher is prepared from.
  ///
  /// - Parameters:
  ///   - patterns: The patterns of each place.
  ///   - order: The doors, the most urgent first.
  public init(_ patterns: [CallPatterns], order: [String]) {
    self.patterns = patterns
    self.order = order
  }

  /// What a line says; nil if it is like any other line.
  public func reading(of text: String) -> CallReading? {
    let prepared = matcher.withLock { matcher in
      let prepared = matcher ?? CallMatcher(patterns, order: order)
      matcher = prepared
      return prepared
    }
    return prepared.reading(of: text)
  }
}
