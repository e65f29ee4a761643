import GuideSyntax
import SourceText

/// A decision is put as a question.
enum DecisionIsNoQuestion: GuideRule {
  static let id = "decision-is-no-question"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, let line = guide.script.header("decision"),
      !line.value.text.hasSuffix("?")
    else { return [] }
    return [.decisionIsNoQuestion(guide.source, line.value)]
  }
}
