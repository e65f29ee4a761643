import Synchronization

/// What several place files together say about calls for help; prepared when the first line is read, so
/// that the first words of a session do not wait for it.
public final class PreparedCalls: Sendable {
  private let records: [CallRecords]
  private let joined = Mutex<CallMatcher?>(nil)

  /// Keeps the records of each place; of places that say the same, only the last counts.
  public init(_ records: [CallRecords]) {
    self.records = records.enumerated().filter { place, record in
      !records.dropFirst(place + 1).contains { $0.text == record.text }
    }
    .map(\.element)
  }

  /// What a line says; nil if it is like any other line.
  public func reading(of text: String) -> CallReading? { matcher?.reading(of: text) }

  private var matcher: CallMatcher? {
    joined.withLock { joined in
      if let joined { return joined }
      // A place file that says nothing of calls is nothing to join, and joining takes long.
      let telling = records.filter { !$0.patterns.isEmpty }
      joined =
        telling.count > 1
        ? CallMatcher(telling.map(\.patterns), order: records.flatMap(\.doors))
        : (telling.first ?? records.last)?.matcher
      return joined
    }
  }
}
