import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Checks the header; what each kind needs is required.
  mutating func checkHeader() -> Guide.Kind {
    let kind = headerKind()
    var required = ["title"]
    if kind == .education || kind == .decisionAid {
      required += ["for", "reviewed", "review-by", "update-policy", "author", "funding"]
    }
    if kind == .decisionAid { required += ["condition", "decision"] }
    if script.header("kind") == nil { required.insert("kind", at: 0) }
    checker.checkHeader(
      of: script,
      kind: kind.rawValue,
      required: required,
      known: Self.headerKeys.sorted()
    )
    checkDecision(kind)
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
      // The kind that asks least of a header: what a misspelt kind needs cannot be known.
      return isHouse ? .house : .form
    }
    return kind
  }

  private mutating func checkDecision(_ kind: Guide.Kind) {
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
      decisionOptions.append((argument.text, line.value.text))
    }
    guard kind == .decisionAid else { return }
    if let line = script.header("decision"), !line.value.text.hasSuffix("?") {
      report(.decisionIsNoQuestion(source, line.value))
    }
    if decisionOptions.count < 2 { report(.tooFewDecisionOptions(source)) }
    if !decisionOptions.contains(where: { $0.name == "no-change" }) {
      report(.noChangeMissing(source))
    }
  }

  /// The guides `next:` names.
  mutating func resolveNext() -> [GuideID] {
    guard let line = script.header("next") else { return [] }
    return parts(of: line.value).compactMap { name in
      if let guide = checker.guideNames[name.text], guide != .house { return guide }
      report(.unknownGuide(source, name, among: Array(checker.guideNames.keys)))
      return nil
    }
  }

  /// The earliest day the guide, or a claim it cites, should be read again.
  func earliestReview() -> Day? {
    var days = cited.compactMap { checker.evidence.claims[$0].reviewBy }
    if let own = script.header("review-by").flatMap({ Day($0.value.text) }) { days.append(own) }
    return days.min()
  }
}
