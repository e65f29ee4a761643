import SourceText

/// A rule of the editor: what content must be like beyond what it takes to be understood.
protocol Rule: Sendable {
  /// The diagnostic that tells where it is broken.
  static var id: String { get }

  /// Returns every place where it is broken.
  static func check(_ content: ResolvedContent) -> [Diagnostic]
}

/// A rule that each guide keeps or breaks by itself.
protocol GuideRule: Rule {
  /// Returns every place where a guide breaks it.
  static func check(_ guide: ResolvedGuide) -> [Diagnostic]
}

extension GuideRule {
  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.guides.flatMap { check($0) }
  }
}

/// All rules, in the order in which they are read: from the header to the words, the figures, the
/// questions, and the way through the guide.
let rules: [any Rule.Type] = [
  ReviewBeforeReviewed.self, ReviewIsDue.self,
  DecisionIsNoQuestion.self, TooFewDecisionOptions.self, NoChangeMissing.self,
  EmptyStep.self,
  ChanceInProse.self, NumberWithoutSource.self, UnverifiedClaim.self,
  UnverifiedFigure.self, FiguresDiffer.self, FigureStandsAlone.self,
  YesWithoutUnsure.self, NoneWithOthers.self, CheckWithoutAgain.self,
  UnsureForgotten.self, ReadBeforeAsked.self, UnreachedStep.self,
]
