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
