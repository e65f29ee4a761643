import Foundation
import GuideEngine

/// An event as it is written inside the seal, and on export: flat JSON.
struct EventText: Codable {
  static let version = 1

  var version = Self.version
  var sequence: Int?
  var kind: String
  var at: Int
  var offset: Int
  var clockSuspect: Bool?
  var guide: String?
  var fingerprint: String?
  var question: String?
  var skipped: Bool?
  var options: [String]?
  var number: String?
  var words: String?
  var entry: String?
  var list: String?
  var leaving: String?
  var state: SavedState?

  init(_ event: Event, at timestamp: Timestamp, isClockSuspect: Bool) {
    kind = ""
    at = timestamp.seconds
    offset = timestamp.offset
    clockSuspect = isClockSuspect ? true : nil
    switch event {
    case .began(let guide, let fingerprint):
      kind = "began"
      self.guide = guide
      self.fingerprint = fingerprint
    case .carriedOver(let state, let fingerprint):
      kind = "carriedOver"
      self.fingerprint = fingerprint
      self.state = state
    case .drafted(let text):
      kind = "drafted"
      words = text
    case .left(let leaving):
      kind = "left"
      self.leaving = leaving.rawValue
    case .finished: kind = "finished"
    case .stopped: kind = "stopped"
    case .input(let input): put(input)
    }
  }

  private mutating func put(_ input: RecordedInput) {
    switch input {
    case .answered(let question, let said):
      kind = "answered"
      self.question = question
      switch said {
      case .skipped: skipped = true
      case .options(let names): options = names
      case .number(let value): number = value
      case .words(let text): words = text
      }
    case .opened(let name):
      kind = "opened"
      entry = name
    case .readOn: kind = "readOn"
    case .wentBack: kind = "wentBack"
    case .changed(let question):
      kind = "changed"
      self.question = question
    case .tookOff(let list, let line):
      kind = "tookOff"
      (self.list, words) = (list, line)
    case .putBack(let list, let line):
      kind = "putBack"
      (self.list, words) = (list, line)
    }
  }

  /// The event, or nil if this program knows none such.
  var event: Event? {
    switch kind {
    case "began":
      guard let guide, let fingerprint else { return nil }
      return .began(guide: guide, fingerprint: fingerprint)
    case "carriedOver":
      guard let state, let fingerprint else { return nil }
      return .carriedOver(state, fingerprint: fingerprint)
    case "drafted": return words.map { .drafted($0) }
    case "left": return leaving.flatMap { Event.Leaving(rawValue: $0) }.map { .left($0) }
    case "finished": return .finished
    case "stopped": return .stopped
    default: return input.map { .input($0) }
    }
  }

  private var input: RecordedInput? {
    switch kind {
    case "answered": question.flatMap { name in said.map { .answered(question: name, $0) } }
    case "opened": entry.map { .opened($0) }
    case "readOn": .readOn
    case "wentBack": .wentBack
    case "changed": question.map { .changed(question: $0) }
    case "tookOff": list.flatMap { list in words.map { .tookOff(list: list, line: $0) } }
    case "putBack": list.flatMap { list in words.map { .putBack(list: list, line: $0) } }
    default: nil
    }
  }

  private var said: RecordedInput.Said? {
    if skipped == true { return .skipped }
    if let options { return .options(options) }
    if let number { return .number(number) }
    return words.map { .words($0) }
  }

  /// Returns the event in opened bytes.
  static func kept(_ data: Data, sequence: Int) throws(JournalError) -> KeptEvent {
    let decoder = JSONDecoder()
    if let text = try? decoder.decode(EventText.self, from: data), let event = text.event {
      return KeptEvent(
        sequence: sequence,
        event: event,
        timestamp: Timestamp(seconds: text.at, offset: text.offset),
        isClockSuspect: text.clockSuspect == true
      )
    }
    // The seal held, so somebody wrote exactly this: a later version of this program.
    let version = (try? decoder.decode(VersionText.self, from: data))?.version
    throw .newer(version: version ?? Self.version + 1)
  }

  private struct VersionText: Codable {
    let version: Int
  }
}
