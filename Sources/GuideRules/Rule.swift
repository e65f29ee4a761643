import GuideCheck
import SourceText

/// A rule of the editor, about something that content needs beyond being understood by the program.
///
/// Each rule has its own file, named after the diagnostic that it reports and contains.
protocol Rule: Sendable {
  /// The diagnostic that it reports.
  static var id: String { get }

  /// Returns a diagnostic for every place where it is broken.
  static func check(_ content: ResolvedContent) -> [Diagnostic]
}

/// A rule that looks at one guide at a time.
protocol GuideRule: Rule {
  /// Returns a diagnostic for every place where the guide breaks it.
  static func check(_ guide: ResolvedGuide) -> [Diagnostic]
}

extension GuideRule {
  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.guides.flatMap { check($0) }
  }
}

/// Every rule, in reading order: the header, the text, the figures, the questions, the paths.
let rules: [any Rule.Type] = [
  ReviewBeforeReviewed.self,
  DayInFuture.self,
  ReviewIsDue.self,
  DecisionIsNoQuestion.self,
  TooFewDecisionOptions.self,
  NoChangeMissing.self,

  EmptyStep.self,
  ValueNotPrinted.self,
  CitationNotShown.self,
  ForeignMarkup.self,
  ChanceInProse.self,
  ChanceInWords.self,
  NumberWithoutSource.self,
  UnverifiedClaim.self,
  ClaimEndsSoon.self,
  ClaimHasEnded.self,

  UnverifiedFigure.self,
  FiguresDiffer.self,
  FigureStandsAlone.self,

  YesByAnotherName.self,
  YesWithoutUnsure.self,
  NoneWithOthers.self,
  LabelsAlike.self,
  LabelIsNumber.self,
  LabelIsCommand.self,
  ChoiceCallsForHelp.self,
  CheckWithoutAgain.self,

  ToldForOthers.self,
  UnsureForgotten.self,
  ReadBeforeAsked.self,
  UnreachedStep.self,
]
