import Foundation
import GRDB
import SourceText

extension JournalReader {
  /// Returns a session as JSON for other programs, in the format of `session.schema.json`.
  public func exported(_ handle: SessionName) throws(JournalError) -> String {
    let (session, _, events) = try opened(handle)
    return try exported(handle, day: session.row.day, events, isWhole: true)
  }

  /// Returns the undamaged events of a session in a damaged journal, as JSON.
  public func exportedIntact(_ handle: SessionName) throws(JournalError) -> String {
    let row = try storing { try store.queue.read { try store.session($0, of: handle) } }
    return try exported(handle, day: row.day, intactEvents(of: handle), isWhole: false)
  }

  private func exported(
    _ handle: SessionName,
    day: Int,
    _ events: [KeptEvent],
    isWhole: Bool
  ) throws(JournalError) -> String {
    let texts = events.map { kept in
      var text = EventText(kept.event, at: kept.timestamp, isClockSuspect: kept.isClockSuspect)
      text.sequence = kept.sequence
      // Text that was not sent is private to the person.
      if case .drafted = kept.event { text.words = nil }
      return text
    }
    return try json(
      SessionText(
        handle: "\(handle)",
        day: "\(Day(daysSinceEpoch: day))",
        damaged: isWhole ? nil : true,
        events: texts
      )
    )
  }

  /// Returns the list of sessions as JSON, in the format of `sessions.schema.json`.
  public func exportedSessions() throws(JournalError) -> String {
    let rows = try sessions().map { session in
      SessionsText.Row(
        handle: "\(session.handle)",
        day: "\(session.day)",
        condition: session.condition.rawValue,
        events: session.events
      )
    }
    return try json(SessionsText(sessions: rows, setAside: Self.setAsides(in: store.path)))
  }

  /// Returns the names of the damaged journals that were set aside in the data folder at `path`.
  public static func setAsides(in path: String) throws(JournalError) -> [String] {
    try DataFolder(path, isMade: false).names()
      .filter { $0.hasPrefix(FileName.setAside) && $0.hasSuffix(".sqlite") }
      .sorted()
  }

  /// Returns the name of the damaged journal in the data folder at `path` that was set aside and holds a
  /// session.
  ///
  /// - Parameters:
  ///   - name: The session.
  ///   - path: The data folder.
  /// - Returns: The journal's name; nil if none holds it, as far as they can be read.
  public static func setAside(holding name: SessionName, in path: String) -> String? {
    let names = (try? setAsides(in: path)) ?? []
    return names.first { journal in
      let sessions = try? JournalReader(path, setAside: journal).sessions()
      return sessions?.contains { $0.handle == name } == true
    }
  }
}

private func json(_ value: some Encodable) throws(JournalError) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  guard let data = try? encoder.encode(value) else { throw .storage(code: 0) }
  return escaped(json: String(decoding: data, as: UTF8.self))
}

private struct SessionText: Encodable {
  var format = "beforehand session 1"
  let handle: String
  let day: String
  let damaged: Bool?
  let events: [EventText]
}

private struct SessionsText: Encodable {
  struct Row: Encodable {
    let handle: String
    let day: String
    let condition: String
    let events: Int
  }

  var format = "beforehand sessions 1"
  let sessions: [Row]
  let setAside: [String]
}
