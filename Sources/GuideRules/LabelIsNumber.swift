import GuideCheck
import GuideSyntax
import SourceText

/// No label is the number of another choice: a person who types it gets that other choice.
enum LabelIsNumber: GuideRule {
  static let id = "label-is-number"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questionLabels.flatMap { labels in
      labels.enumerated().compactMap { place, label in
        guard let number = Int(label.plain.asTyped), number != place + 1,
          (1...labels.count).contains(number)
        else { return nil }
        return .labelIsNumber(guide.source, label.span, number: number)
      }
    }
  }
}

extension Diagnostic {
  /// A label that is a number, and so chooses another answer.
  static func labelIsNumber(_ source: SourceFile, _ label: Span, number: Int) -> Diagnostic {
    Diagnostic(
      title: "`\(number)` is the number of another choice",
      labels: [
        Label(
          source: source,
          span: label,
          message: "who types it chooses number \(number) in the list"
        )
      ],
      notes: ["write it as words, such as `two times`, or ask for a number with `[number 0 to 10]`"]
    )
  }
}
