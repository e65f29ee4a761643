import GuideCheck
import GuideSyntax
import SourceText

/// Figures are shown side by side only if they can be compared.
enum FiguresDiffer: GuideRule {
  static let id = "figures-differ"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.shown.compactMap { shown in
      guard let beside = shown.beside.map({ guide.figures[$0] }) else { return nil }
      let figure = guide.figures[shown.figure]
      if beside.isComparable(with: figure) { return nil }
      return .figuresDiffer(guide.source, shown.name, figure, beside: beside)
    }
  }
}

extension Diagnostic {
  /// Two figures shown together that must not be compared.
  static func figuresDiffer(
    _ source: SourceFile,
    _ name: Name,
    _ figure: Figure,
    beside other: Figure
  ) -> Diagnostic {
    let keys = figure.differences(from: other)
    return Diagnostic(
      title: "`\(other.name)` and `\(figure.name)` must not be compared",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "they differ in \(keys.joined(separator: " and "))"
        )
      ],
      notes: keys.map {
        "\($0): \u{201C}\(other.text(of: $0))\u{201D} and \u{201C}\(figure.text(of: $0))\u{201D}"
      }
        + ["show each on its own line, and explain between them why they differ"]
    )
  }
}
