import GuideSyntax
import SourceText

/// A teach-back has other words for a second try.
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
