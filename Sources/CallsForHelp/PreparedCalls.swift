import Synchronization

/// A matcher that is prepared when the first line is read, so that the first words of a session do not
/// wait for it.
public final class PreparedCalls: Sendable {
  private let patterns: @Sendable () -> [CallPatterns]
  private let order: [String]
  private let matcher = Mutex<CallMatcher?>(nil)

  /// Keeps what a matcher is prepared from.
  ///
  /// - Parameters:
  ///   - order: The doors, the most urgent first.
  ///   - patterns: Reads the patterns of each place; places that say the same count once.
  public init(order: [String], _ patterns: @escaping @Sendable () -> [CallPatterns]) {
    self.patterns = patterns
    self.order = order
  }

  /// What a line says; nil if it is like any other line.
  public func reading(of text: String) -> CallReading? {
    let prepared = matcher.withLock { matcher in
      let prepared = matcher ?? CallMatcher(Self.different(patterns()), order: order)
      matcher = prepared
      return prepared
    }
    return prepared.reading(of: text)
  }

  private static func different(_ patterns: [CallPatterns]) -> [CallPatterns] {
    patterns.reduce(into: []) { kept, next in if !kept.contains(next) { kept.append(next) } }
  }
}
