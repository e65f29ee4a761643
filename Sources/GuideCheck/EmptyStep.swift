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
  /// Whether no patient sees anything of it.
  fileprivate var isHidden: Bool {
    switch content {
    case .comment, .example, .promise: true
    default: false
    }
  }
}
