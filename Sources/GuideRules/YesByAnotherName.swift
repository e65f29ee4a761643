import GuideCheck
import GuideSyntax
import SourceText

/// The answer that reads *Yes* is named `yes`, because conditions are checked by that name.
enum YesByAnotherName: GuideRule {
  static let id = "yes-by-another-name"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questions.compactMap { question in
      guard question.role != .check, question.option(named: "yes") == nil,
        let yes = question.options.first(where: { option in
          // A name such as `is-so` is a choice of the author: people are asked about themselves, and know.
          option.label.asTyped == "yes"
            && ("yes".hasPrefix(option.name) || option.name.hasPrefix("yes"))
        })
      else { return nil }
      return .yesByAnotherName(guide.source, yes.span, name: yes.name)
    }
  }
}

extension Diagnostic {
  /// An answer that reads *Yes* but has another name.
  static func yesByAnotherName(_ source: SourceFile, _ yes: Span, name: String) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "the answer *Yes* is named `\(name)`",
      labels: [Label(source: source, span: yes, message: "name it `yes`")],
      notes: [
        "name the others `no` and `unsure`; then you are told when a step forgets people who are unsure"
      ]
    )
  }
}
