import SourceText

/// Figures are laid side by side only if they may be compared.
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
