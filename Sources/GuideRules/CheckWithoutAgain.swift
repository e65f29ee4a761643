import GuideCheck
import GuideSyntax
import SourceText

/// A teach-back has a new explanation for a second try.
enum CheckWithoutAgain: GuideRule {
  static let id = "check-without-again"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for question in guide.questions where question.role == .check && question.again == nil {
      found.append(.checkWithoutAgain(guide.source, Name(question.name, question.span)))
    }
    return found
  }
}

extension Diagnostic {
  /// A `check` without an `again:` line.
  static func checkWithoutAgain(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has no new explanation for a second try",
      labels: [Label(source: source, span: name.span, message: "add a line `again: …` under it")],
      notes: ["a check tests the explanation, not the person, so explain it again in other words"]
    )
  }
}
