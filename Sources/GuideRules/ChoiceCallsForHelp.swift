import CallsForHelp
import GuideCheck
import SourceText

/// No choice is a call for help: a person who types its words gets the choice.
enum ChoiceCallsForHelp: Rule {
  static let id = "choice-calls-for-help"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    // A session that starts does not wait for what an author has been told.
    guard content.today != nil, let matcher = content.calls else { return [] }
    return content.guides.flatMap { guide in
      guide.questions.flatMap(\.options).compactMap { option in
        guard case .call = matcher.reading(of: option.label) else { return nil }
        return .choiceCallsForHelp(guide.source, option.span)
      }
    }
  }
}

extension Diagnostic {
  /// A choice whose label a pattern of the place file is about.
  static func choiceCallsForHelp(_ source: SourceFile, _ option: Span) -> Diagnostic {
    Diagnostic(
      title: "this choice reads like a call for help",
      labels: [
        Label(
          source: source,
          span: option,
          message: "a person who types its words sees the help screen"
        )
      ],
      notes: ["write other words, or an `except:` pattern in the place file"]
    )
  }
}
