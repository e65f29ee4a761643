import SourceText

/// Only verified figures are shown.
enum UnverifiedFigure: GuideRule {
  static let id = "unverified-figure"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.shown.filter { guide.figures[$0.figure].verified == nil }
      .map { .unverifiedFigure(guide.source, $0.name) }
  }
}
