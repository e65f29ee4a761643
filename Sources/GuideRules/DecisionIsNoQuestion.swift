import GuideCheck
import GuideSyntax
import SourceText

/// A decision is written as a question.
enum DecisionIsNoQuestion: GuideRule {
  static let id = "decision-is-no-question"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guard guide.kind == .decisionAid, let line = guide.script.header("decision"),
      !line.value.text.hasSuffix("?")
    else { return [] }
    return [.decisionIsNoQuestion(guide.source, line.value)]
  }
}

extension Diagnostic {
  /// A decision that is not written as a question.
  static func decisionIsNoQuestion(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "the decision is not a question",
      labels: [Label(source: source, span: value.span, message: "end it with `?`")],
      notes: [
        "write it as the person would ask it, such as `Should I talk with my team about ketamine?`"
      ]
    )
  }
}
