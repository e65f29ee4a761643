import GuideCheck
import GuideSyntax
import SourceText

/// A question that offers *yes* also offers *unsure*.
enum YesWithoutUnsure: GuideRule {
  static let id = "yes-without-unsure"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questions.compactMap { question in
      guard question.role != .check, question.option(named: Question.unsureName) == nil,
        let yes = question.options.last(where: { $0.name == "yes" })
      else { return nil }
      let name = Name(question.name, question.span)
      return .yesWithoutUnsure(guide.source, yes.span, question: name)
    }
  }
}

extension Diagnostic {
  /// A question that offers `yes` but not `unsure`.
  static func yesWithoutUnsure(_ source: SourceFile, _ yes: Span, question: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(question.text)` offers `yes` but not `unsure`",
      labels: [Label(source: source, span: yes, message: "not everyone knows")],
      notes: [
        "as written, people who do not know would have to guess",
        "add a line such as `( ) unsure: I am not sure`",
      ]
    )
  }
}
