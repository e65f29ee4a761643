import CallsForHelp
import GuideSyntax
import SourceText

extension Environment {
  /// The keywords of the records that say what calls for help.
  static let callKeywords = [
    "words", "spelling", "slips", "ordinary", "filler", "call", "distress", "except", "doubt",
    "now",
  ]

  /// Whether a record is about calls for help; `phrase` is how that was written before there were
  /// patterns.
  static func isAboutCalls(_ record: Record) -> Bool {
    callKeywords.contains(record.keyword.text) || record.keyword.text == "phrase"
  }

  /// The records of a place file about calls for help.
  ///
  /// An author hears now what is wrong in them; a session that starts does not wait for them.
  mutating func callRecords(doors: [String], _ script: Script) -> CallRecords {
    let records = script.records.filter { Self.isAboutCalls($0) }
    if content.today != nil {
      let patterns = calls(in: records, doors: doors, script.source)
      return CallRecords(of: script.source.bytes, doors: doors) { patterns }
    }
    return CallRecords(of: script.source.bytes, doors: doors) { [self] in
      var environment = self
      return environment.calls(in: records, doors: doors, script.source)
    }
  }

  /// Reads the word classes and patterns of a place file.
  ///
  /// - Parameters:
  ///   - records: The records about calls.
  ///   - doors: The names of the doors.
  ///   - source: The file.
  /// - Returns: The patterns without those that have a problem.
  mutating func calls(
    in records: [Record],
    doors: [String],
    _ source: SourceFile
  ) -> CallPatterns {
    var calls = CallPatterns()
    for record in records {
      checkKeys(of: record, known: [], in: source)
      let values = parts(of: record.text)
      if values.isEmpty { report(.recordWithoutText(source, record.keyword)) }
      switch record.keyword.text {
      case "words":
        guard let name = name(of: record, in: source) else { continue }
        calls.classes[name.text, default: []] += values.map(\.text)
      case "spelling" where record.name == nil:
        for value in values { addSpelling(value, to: &calls, source) }
      case "spelling":
        guard let name = name(of: record, in: source) else { continue }
        let meant = name.text.split(separator: "-").joined(separator: " ")
        calls.spellings.append((meant, values.map(\.text)))
      case "slips": calls.slips += values.map(\.text)
      case "ordinary": calls.ordinary += values.map(\.text)
      case "filler": calls.fillers += values.map(\.text)
      default: break
      }
    }
    let classes = Set(calls.classes.keys)
    for record in records {
      guard let meaning = meaning(of: record, doors: doors, source) else { continue }
      for value in parts(of: record.text) {
        do throws(CallPattern.Problem) {
          let pattern = try CallPattern(value.text, classes: classes)
          calls.entries.append(CallPatterns.Entry(meaning, pattern))
        } catch {
          switch error {
          case .unknownClass(let name):
            report(.unknownWordClass(source, value, name: name, among: calls.classes.keys.sorted()))
          case .noWord, .tooFree, .tooManyParts, .unreadable:
            report(.patternShape(source, value, error))
          }
        }
      }
    }
    return calls
  }

  /// Adds a spelling such as `im = i am`.
  private mutating func addSpelling(
    _ value: Name,
    to calls: inout CallPatterns,
    _ source: SourceFile
  ) {
    let words = value.text.split(separator: " ")
    guard words.count > 2, words[1] == "=" else {
      return report(.patternShape(source, value, .unreadable(value.text)))
    }
    calls.spellings.append((words[2...].joined(separator: " "), [String(words[0])]))
  }

  /// What the patterns of a record mean; nil if it has none, or if its door is not there.
  private mutating func meaning(
    of record: Record,
    doors: [String],
    _ source: SourceFile
  ) -> CallPatterns.Meaning? {
    let name = record.name
    switch record.keyword.text {
    case "distress": return .distress
    case "phrase":
      report(.oldPhrase(source, record.keyword, record.text.text))
      return .call(door: nil)
    case "now": return .now
    case "call", "except", "doubt":
      let isCall = record.keyword.text == "call"
      let scope: CallPatterns.Scope
      switch name?.text {
      case nil: scope = .all
      case "distress" where !isCall: scope = .distress
      case "help" where !isCall: scope = .help
      case let door?: scope = .door(door)
      }
      if let name, case .door(let door) = scope, !doors.contains(door) {
        report(.unknownDoor(source, name, among: doors))
        return nil
      }
      if isCall { return .call(door: name?.text) }
      return record.keyword.text == "except" ? .exception(scope) : .doubt(scope)
    default: return nil
    }
  }
}
