import GuideCheck
import GuideSyntax
import SourceText

/// Only verified figures are shown.
enum UnverifiedFigure: GuideRule {
  static let id = "unverified-figure"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.shown.filter { guide.figures[$0.figure].verified == nil }
      .map { .unverifiedFigure(guide.source, $0.name) }
  }
}

extension Diagnostic {
  /// A figure that is shown although nobody has verified it.
  static func unverifiedFigure(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the figure `\(name.text)` is not verified",
      labels: [Label(source: source, span: name.span, message: "patients must not see it")],
      notes: ["check it against its sources and write `verified: DATE`, or remove it"]
    )
  }
}
