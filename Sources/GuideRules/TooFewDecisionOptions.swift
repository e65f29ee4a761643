import GuideCheck
import SourceText

/// A decision has options to decide between.
enum TooFewDecisionOptions: GuideRule {
  static let id = "too-few-decision-options"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, guide.options.count < 2 else { return [] }
    return [.tooFewDecisionOptions(guide.source)]
  }
}

extension Diagnostic {
  /// A decision with fewer than two options.
  static func tooFewDecisionOptions(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "a decision needs at least two options",
      labels: [Label(source: source, span: .empty, message: "write `option name: Label` lines")]
    )
  }
}
