import Foundation

extension JournalReader {
  /// Returns a session as JSON, for other programs: `session.schema.json` says what stands in it.
  public func exported(_ handle: Handle) throws(JournalError) -> String {
    let (session, _, events) = try opened(handle)
    let texts = events.map { kept in
      var text = EventText(kept.event, at: kept.moment, isClockSuspect: kept.isClockSuspect)
      text.sequence = kept.sequence
      return text
    }
    let export = Export(
      handle: "\(handle)",
      day: "\(Moment(seconds: session.row.day * 86_400, offset: 0).day)",
      events: texts
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(export) else { throw .storage(code: 0) }
    return String(decoding: data, as: UTF8.self)
  }
}

private struct Export: Encodable {
  var format = "beforehand session 1"
  let handle: String
  let day: String
  let events: [EventText]
}
