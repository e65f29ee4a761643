import GuideCheck
import GuideSyntax

// The labels of choices, as people type them.
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
