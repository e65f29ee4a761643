import GuideSyntax
import SourceText

/// A question that offers *yes* offers *unsure*.
enum YesWithoutUnsure: GuideRule {
  static let id = "yes-without-unsure"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questions.compactMap { question in
      guard question.role != .check, question.option(named: "unsure") == nil,
        let yes = question.options.last(where: { $0.name == "yes" })
      else { return nil }
      let name = Name(question.name, question.span)
      return .yesWithoutUnsure(guide.source, yes.span, question: name)
    }
  }
}
