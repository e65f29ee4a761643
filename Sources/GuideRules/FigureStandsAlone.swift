import GuideCheck
import GuideSyntax
import SourceText

/// A figure is shown in one step with every figure that disagrees with it.
enum FigureStandsAlone: GuideRule {
  static let id = "figure-stands-alone"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    var names: [Int: Set<String>] = [:]
    for shown in guide.observations.shown {
      names[shown.order, default: []].insert(guide.figures[shown.figure].name)
    }
    return guide.observations.shown.compactMap { shown in
      let figure = guide.figures[shown.figure]
      let missing = guide.figures.first { other in
        figure.disagrees(with: other) && !names[shown.order, default: []].contains(other.name)
      }
      return missing.map { .figureStandsAlone(guide.source, shown.name, without: $0.name) }
    }
  }
}

extension Diagnostic {
  /// A figure that is shown without the figure that disagrees with it.
  static func figureStandsAlone(
    _ source: SourceFile,
    _ name: Name,
    without other: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is shown without the study that disagrees with it",
      labels: [
        Label(source: source, span: name.span, message: "`\(other)` is not shown in this step")
      ],
      notes: [
        "as written, patients would think that one study is all that is known",
        "add `show \(other)` under it; the reason they differ is printed between them",
      ]
    )
  }
}
