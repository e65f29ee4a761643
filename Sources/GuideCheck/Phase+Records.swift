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
  let (comma, space) = (UInt8(ascii: ","), UInt8(ascii: " "))
  let bytes = Array(value.text.utf8)
  var parts: [Name] = []
  var start = 0
  while start <= bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != comma { end += 1 }
    let next = end + 1
    while start < end, bytes[start] == space { start += 1 }
    while end > start, bytes[end - 1] == space { end -= 1 }
    if start < end {
      var text: [UInt8] = []
      text.reserveCapacity(end - start)
      for byte in bytes[start..<end] where byte != space || text.last != space { text.append(byte) }
      let span = Span(start: value.span.start + start, end: value.span.start + end)
      parts.append(Name(String(decoding: text, as: UTF8.self), span))
    }
    start = next
  }
  return parts
}
