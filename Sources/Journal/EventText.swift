import Foundation
import GuideEngine

/// An event as written inside the seal and in exports: flat JSON.
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
  /// The answer to the question; its field is next to the others.
  var answer: NamedAnswer?
  var words: String?
  var entry: String?
  var list: String?
  /// What was taken off the page, or put back: a question, a figure, or a title, as `list` says.
  var item: String?
  /// The questions that matter most.
  var lines: [String]?
  var leaving: String?
  var state: SavedState?

  init(_ event: Event, at timestamp: Timestamp, isClockSuspect: Bool) {
    kind = ""
    at = timestamp.seconds
    offset = timestamp.offset
    clockSuspect = isClockSuspect ? true : nil
    switch event {
    case .began(let guide, let fingerprint, let told):
      kind = "began"
      words = told
      self.guide = guide
      self.fingerprint = fingerprint
    case .carriedOver(let state, let fingerprint):
      // Version 1.0 would read such a state, and put back on the page what was taken off. It refuses a
      // kind of event that it does not know.
      kind = state.hasPageChoices ? "carriedOverPage" : "carriedOver"
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
    case .answered(let question, let answer):
      kind = "answered"
      self.question = question
      self.answer = answer
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
    case .tookOffItem(let item):
      kind = "tookOffItem"
      (list, self.item) = (item.kind, item.name)
    case .putBackItem(let item):
      kind = "putBackItem"
      (list, self.item) = (item.kind, item.name)
    case .prioritized(let questions):
      kind = "prioritized"
      lines = questions
    case .wentOn(let name):
      kind = "wentOn"
      guide = name
    }
  }

  /// The event, or nil if this program does not know this kind.
  var event: Event? {
    switch kind {
    case "began":
      guard let guide, let fingerprint else { return nil }
      return .began(guide: guide, fingerprint: fingerprint, told: words)
    case "carriedOver", "carriedOverPage":
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
    case "answered": question.flatMap { name in answer.map { .answered(question: name, $0) } }
    case "opened": entry.map { .opened($0) }
    case "readOn": .readOn
    case "wentBack": .wentBack
    case "changed": question.map { .changed(question: $0) }
    case "tookOff": list.flatMap { list in words.map { .tookOff(list: list, line: $0) } }
    case "putBack": list.flatMap { list in words.map { .putBack(list: list, line: $0) } }
    case "tookOffItem": pageItem.map { .tookOffItem($0) }
    case "putBackItem": pageItem.map { .putBackItem($0) }
    case "prioritized": lines.map { .prioritized($0) }
    case "wentOn": guide.map { .wentOn(guide: $0) }
    default: nil
    }
  }

  private var pageItem: NamedPageItem? {
    list.flatMap { list in item.flatMap { NamedPageItem(kind: list, name: $0) } }
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
    // The seal is intact, so this is exactly what was written, by a later version of this program.
    let version = (try? decoder.decode(VersionText.self, from: data))?.version
    throw .newer(version: version ?? Self.version + 1)
  }

  private struct VersionText: Codable {
    let version: Int
  }
}

extension EventText {
  private enum Key: String, CodingKey {
    case version, sequence, kind, at, offset, clockSuspect, guide, fingerprint, question, words
    case entry, list, item, lines, leaving, state
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(version, forKey: .version)
    try fields.encodeIfPresent(sequence, forKey: .sequence)
    try fields.encode(kind, forKey: .kind)
    try fields.encode(at, forKey: .at)
    try fields.encode(offset, forKey: .offset)
    try fields.encodeIfPresent(clockSuspect, forKey: .clockSuspect)
    try fields.encodeIfPresent(guide, forKey: .guide)
    try fields.encodeIfPresent(fingerprint, forKey: .fingerprint)
    try fields.encodeIfPresent(question, forKey: .question)
    try fields.encodeIfPresent(words, forKey: .words)
    try fields.encodeIfPresent(entry, forKey: .entry)
    try fields.encodeIfPresent(list, forKey: .list)
    try fields.encodeIfPresent(item, forKey: .item)
    try fields.encodeIfPresent(lines, forKey: .lines)
    try fields.encodeIfPresent(leaving, forKey: .leaving)
    try fields.encodeIfPresent(state, forKey: .state)
    try answer?.encode(to: encoder)
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    version = try fields.decode(Int.self, forKey: .version)
    sequence = try fields.decodeIfPresent(Int.self, forKey: .sequence)
    kind = try fields.decode(String.self, forKey: .kind)
    at = try fields.decode(Int.self, forKey: .at)
    offset = try fields.decode(Int.self, forKey: .offset)
    clockSuspect = try fields.decodeIfPresent(Bool.self, forKey: .clockSuspect)
    guide = try fields.decodeIfPresent(String.self, forKey: .guide)
    fingerprint = try fields.decodeIfPresent(String.self, forKey: .fingerprint)
    question = try fields.decodeIfPresent(String.self, forKey: .question)
    entry = try fields.decodeIfPresent(String.self, forKey: .entry)
    list = try fields.decodeIfPresent(String.self, forKey: .list)
    item = try fields.decodeIfPresent(String.self, forKey: .item)
    lines = try fields.decodeIfPresent([String].self, forKey: .lines)
    leaving = try fields.decodeIfPresent(String.self, forKey: .leaving)
    state = try fields.decodeIfPresent(SavedState.self, forKey: .state)
    if kind == "answered" {
      answer = try NamedAnswer(from: decoder)
    } else {
      words = try fields.decodeIfPresent(String.self, forKey: .words)
    }
  }
}
