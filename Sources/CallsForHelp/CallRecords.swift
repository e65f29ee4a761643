import Synchronization

/// What a place file says about calls for help, read when it is first needed.
public final class CallRecords: Sendable {
  private let read: @Sendable () -> CallPatterns
  private let memory = Mutex<CallPatterns?>(nil)

  /// Keeps how to read the patterns.
  ///
  /// - Parameter read: Reads them.
  public init(_ read: @escaping @Sendable () -> CallPatterns) { self.read = read }

  /// What the file says.
  public var patterns: CallPatterns {
    memory.withLock { memory in
      let patterns = memory ?? read()
      memory = patterns
      return patterns
    }
  }
}
