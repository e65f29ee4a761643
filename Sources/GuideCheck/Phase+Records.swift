import GuideSyntax
import SourceText

extension Phase {
  /// Reports keys that this kind of record does not have, and the first key that it has twice.
  mutating func checkKeys(
    of record: Record,
    known: [String],
    repeated: Set<String> = [],
    in source: SourceFile
  ) {
    var seen: [String: Span] = [:]
    var hasReported = false
    for field in record.fields {
      if !known.contains(field.key.text) {
        report(.unknownField(source, field.written, among: known))
      } else if let first = seen[field.key.text], !repeated.contains(field.key.text), !hasReported {
        report(.duplicateField(source, field.key, first: first))
        hasReported = true
      }
      seen[field.key.text] = field.key.span
    }
  }

  /// Reports keys that a record should not have, and keys that are missing.
  mutating func checkFields(
    _ record: Record,
    known: [String],
    required: [String],
    repeated: Set<String> = [],
    in source: SourceFile
  ) {
    checkKeys(of: record, known: known, repeated: repeated, in: source)
    for key in required where record.field(key) == nil {
      // A misspelled key is one problem, not two.
      let isMisspelt = record.fields.contains { field in
        !known.contains(field.key.text)
          && suggestions(for: field.written.text, among: [key]) == [key]
      }
      if !isMisspelt { report(.missingField(source, record.name ?? record.keyword, key: key)) }
    }
  }

  /// The date in a field; nil if there is none.
  mutating func day(_ key: String, of record: Record, in source: SourceFile) -> Day? {
    guard let field = record.field(key) else { return nil }
    let day = Day(field.value.text)
    if day == nil { report(.notADay(source, field.value)) }
    return day
  }

  /// The name of a record of a kind that needs one.
  mutating func name(of record: Record, in source: SourceFile) -> Name? {
    if record.name == nil { report(.recordWithoutName(source, record.keyword)) }
    return record.name
  }
}

extension Record {
  /// The parts of a field between commas.
  func list(_ key: String) -> [Name] { field(key).map { parts(of: $0.value) } ?? [] }
}

extension Field {
  /// The key, with a space where a hyphen should be.
  fileprivate var written: Name {
    guard let argument else { return key }
    return Name("\(key.text) \(argument.text)", key.span.union(argument.span))
  }
}

/// Returns the parts of a value between commas, each with its span, and one space between words.
func parts(of value: Name) -> [Name] {
  var parts: [Name] = []
  var start = value.span.start
  for part in value.text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  {
    let before = part.prefix { $0 == UInt8(ascii: " ") }.count
    let text = Substring(part).split(separator: " ").joined(separator: " ")
    if !text.isEmpty {
      let trailing = part.reversed().prefix { $0 == UInt8(ascii: " ") }.count
      parts.append(
        Name(text, Span(start: start + before, end: start + part.count - trailing))
      )
    }
    start += part.count + 1
  }
  return parts
}
