import GuideCheck
import GuideSyntax
import SourceText

/// No two labels of a question are alike: a person who types one means exactly one choice.
enum LabelsAlike: GuideRule {
  static let id = "labels-alike"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questionLabels.flatMap { labels in
      var first: [String: Span] = [:]
      return labels.compactMap { label -> Diagnostic? in
        let words = label.plain.asTyped
        if words.isEmpty { return nil }
        if let other = first[words] {
          return .labelsAlike(guide.source, label.span, first: other)
        }
        first[words] = label.span
        return nil
      }
    }
  }
}

extension Diagnostic {
  /// A label with the same words as another of the same question.
  static func labelsAlike(_ source: SourceFile, _ label: Span, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two choices have the same label",
      labels: [
        Label(source: source, span: label, message: "nobody can tell this from the other"),
        Label(source: source, span: first, message: "this is the other"),
      ],
      notes: ["write other words for one of them"]
    )
  }
}
