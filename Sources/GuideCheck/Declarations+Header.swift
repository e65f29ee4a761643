import GuideSyntax
import SourceText

extension Declarations {
  /// Checks the header, and reports keys that this kind of guide needs.
  mutating func checkHeader() -> Guide.Kind {
    let kind = headerKind()
    var required = ["title"]
    if kind == .education || kind == .decisionAid {
      required += ["for", "reviewed", "review-by", "update-policy", "author", "funding"]
    }
    if kind == .decisionAid { required += ["condition", "decision"] }
    if script.header("kind") == nil { required.insert("kind", at: 0) }
    checkHeader(
      of: script,
      kind: kind.rawValue,
      required: required,
      known: Self.headerKeys.sorted()
    )
    return kind
  }

  private static let headerKeys: Set<String> = [
    "title", "kind", "condition", "decision", "for", "reviewed", "review-by", "update-policy",
    "author", "reviewer", "funding", "interests", "option", "next", "subjects", "published",
    "language", "minutes",
  ]

  private mutating func headerKind() -> Guide.Kind {
    guard let line = script.header("kind"), !line.value.text.isEmpty else {
      return isHouse ? .house : .education
    }
    guard let kind = Guide.Kind(rawValue: line.value.text), (kind == .house) == isHouse else {
      let known = isHouse ? ["house"] : ["education", "decision aid", "form"]
      report(.unknownKind(source, line.value, among: known))
      // The kind with the fewest required keys, because what a misspelled kind needs cannot be known.
      return isHouse ? .house : .form
    }
    return kind
  }

  /// The options of the decision, with name and label.
  mutating func declareOptions() -> [(name: String, label: String)] {
    var options: [(name: String, label: String)] = []
    var places: [String: Span] = [:]
    for line in script.headers("option") {
      guard let argument = line.argument else {
        report(.decisionOptionShape(source, line.key))
        continue
      }
      if let first = places[argument.text] {
        report(.duplicateOption(source, argument, first: first))
      }
      places[argument.text] = argument.span
      options.append((argument.text, line.value.text))
    }
    return options
  }
}
