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

extension ResolvedGuide {
  /// The labels that people choose from together: of each question, and of each `weigh`.
  var questionLabels: [[InlineText]] { script.choices.map { $0.map(\.label) } }
}

extension String {
  /// The words of a label as people type them: in lowercase, without marks.
  var asTyped: String {
    let words = lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.joined(separator: " ")
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
