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
    if records.count <= 1 { return records.first?.matcher }
    return joined.withLock { joined in
      let matcher =
        joined ?? CallMatcher(records.map(\.patterns), order: records.flatMap(\.doors))
      joined = matcher
      return matcher
    }
  }
}
