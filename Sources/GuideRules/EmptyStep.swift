import GuideCheck
import GuideSyntax
import SourceText

/// A step shows more than its title.
enum EmptyStep: GuideRule {
  static let id = "empty-step"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for step in guide.script.steps where step.blocks.allSatisfy(\.isHidden) {
      found.append(.emptyStep(guide.source, step.name))
    }
    return found
  }
}

extension BlockSyntax {
  /// Whether a patient sees nothing of it.
  fileprivate var isHidden: Bool {
    switch content {
    case .comment, .example, .promise: true
    default: false
    }
  }
}

extension Diagnostic {
  /// A step that shows nothing but its title.
  static func emptyStep(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the step `\(name.text)` is empty",
      labels: [Label(source: source, span: name.span, message: "patients would see only a title")],
      consequenceOf: [.unreadLine, .unknownName]
    )
  }
}
