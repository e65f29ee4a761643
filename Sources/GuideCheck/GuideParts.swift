import GuideSyntax
import SourceText

/// A guide with resolved names and a layout, ready to be added to the library.
struct GuideParts {
  let guide: Guide
  let steps: [Step]
  /// Its questions, equations, conditions, instructions, and passages.
  var layout: GuideLayout

  init(of layout: consuming GuideLayout) {
    let promises = layout.names.resolvePromises()
    let examples = layout.names.resolveExamples()
    let next = layout.names.resolveNext()
    let declarations = layout.declarations
    let script = declarations.script
    let entries = layout.entries
    steps = script.steps.enumerated().map { order, syntax in
      Step(
        name: syntax.name.text,
        title: syntax.title.plain,
        guide: declarations.guide,
        isTopic: syntax.isTopic,
        entry: entries[order],
        span: syntax.name.span
      )
    }
    var header: [String: String] = [:]
    for entry in script.header {
      if case .line(let line) = entry.content { header[line.key.text] = line.value.text }
    }
    guide = Guide(
      name: declarations.name,
      source: script.source,
      title: header["title"] ?? declarations.name,
      kind: declarations.kind,
      header: header,
      options: declarations.options,
      next: next,
      reviewBy: layout.earliestReview,
      signatures: declarations.environment.signatures[declarations.name] ?? [],
      entry: declarations.origin.instructions,
      steps: script.steps.indices.map { declarations.step(at: $0) },
      promises: promises,
      examples: examples
    )
    self.layout = layout
  }

  /// The problems found up to this phase.
  var diagnostics: Diagnostics { layout.diagnostics }
}

extension ResolvedNames {
  /// The guides that `next:` names.
  fileprivate mutating func resolveNext() -> [GuideID] {
    guard let line = script.header("next") else { return [] }
    return parts(of: line.value).compactMap { name in
      if let guide = environment.guides[name.text], guide != .house { return guide }
      if environment.content.closed.contains(name.text) { return nil }
      report(.unknownGuide(source, name, among: Array(environment.guides.keys)))
      return nil
    }
  }
}

extension GuideLayout {
  /// The earliest date when the guide, or a claim or figure of it, should be reviewed again, or when a claim
  /// ends.
  fileprivate var earliestReview: Day? {
    let claims = observations.citations.map { environment.evidence.claims[$0.claim] }
    let figures = observations.shown.map { environment.evidence.figures[$0.figure] }
    var days = claims.flatMap { [$0.reviewBy, $0.ends].compactMap(\.self) }
    days += figures.compactMap(\.reviewBy)
    if let own = script.header("review-by").flatMap({ Day($0.value.text) }) { days.append(own) }
    return days.min()
  }
}
