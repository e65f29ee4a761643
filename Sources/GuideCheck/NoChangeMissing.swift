import SourceText

/// A decision can be to leave everything as it is.
enum NoChangeMissing: GuideRule {
  static let id = "no-change-missing"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, !guide.options.contains("no-change") else { return [] }
    return [.noChangeMissing(guide.source)]
  }
}
