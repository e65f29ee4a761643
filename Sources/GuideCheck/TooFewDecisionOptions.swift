import SourceText

/// A decision has options to decide between.
enum TooFewDecisionOptions: GuideRule {
  static let id = "too-few-decision-options"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, guide.options.count < 2 else { return [] }
    return [.tooFewDecisionOptions(guide.source)]
  }
}
