import GuideSyntax
import SourceText

extension Phase {
  /// Checks the header of a file of records.
  mutating func checkRecordFile(
    _ script: Script,
    kind: String,
    required: [String] = [],
    optional: [String] = []
  ) {
    if let line = script.header("kind"), line.value.text != kind {
      report(.unknownKind(script.source, line.value, among: [kind]))
    }
    checkHeader(
      of: script,
      kind: kind,
      required: ["kind"] + required,
      known: [
        "title", "kind", "language", "author", "reviewer", "reviewed", "review-by", "update-policy",
      ] + required + optional
    )
  }

  /// Checks the keys and dates of a header.
  mutating func checkHeader(of script: Script, kind: String, required: [String], known: [String]) {
    var seen: [String: Span] = [:]
    var unknown: [String] = []
    for entry in script.header where !diagnostics.isFull {
      guard case .line(let line) = entry.content else { continue }
      let key = line.key.text
      if !known.contains(key) {
        report(.unknownHeader(script.source, line.key, among: diagnostics.candidates(known)))
        unknown.append(key)
      } else if let first = seen[key], key != "option", key != "subjects" {
        report(.duplicateHeader(script.source, line.key, first: first))
      }
      if line.value.text.isEmpty { report(.emptyHeader(script.source, line.key)) }
      seen[key] = line.key.span
    }
    // A misspelled key is one problem, not two.
    let missing = required.filter { key in
      seen[key] == nil && !unknown.contains { !suggestions(for: $0, among: [key]).isEmpty }
    }
    if !missing.isEmpty { report(.missingHeader(script.source, keys: missing, kind: kind)) }
    for key in ["reviewed", "review-by", "published"] {
      guard let line = script.header(key), !line.value.text.isEmpty else { continue }
      if Day(line.value.text) == nil { report(.notADay(script.source, line.value)) }
    }
  }
}
