import CallsForHelp
import Synchronization

/// The records of a place file about calls for help, which are read when they are first needed.
final class CallRecords: Sendable {
  private let read: @Sendable () -> CallPatterns
  private let memory = Mutex<CallPatterns?>(nil)

  /// - Parameter read: Reads the records.
  init(_ read: @escaping @Sendable () -> CallPatterns) { self.read = read }

  /// What the records say, without those that have a problem.
  var patterns: CallPatterns {
    memory.withLock { memory in
      let patterns = memory ?? read()
      memory = patterns
      return patterns
    }
  }
}
