import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Shows figures; those of one line side by side, if the evidence allows it.
  mutating func show(_ names: [Name]) {
    var first: Figure?
    for name in names {
      guard let place = checker.evidence.figurePlaces[name.text] else {
        report(.unknownFigure(source, name, among: checker.figureNames))
        continue
      }
      let figure = checker.evidence.figures[place]
      if figure.verified == nil { report(.unverifiedFigure(source, name)) }
      if let first, !first.isComparable(with: figure) {
        report(.figuresDiffer(source, name, figure, beside: first))
      }
      first = first ?? figure
      sayWhyDisagrees(figure)
      shown.append((place, name))
      // Another number is another passage, even under the same name.
      let text = figure.canonicalText
      addPassage(.figure(place), pieces: [], claims: [], lines: [name.span], also: text)
    }
  }

  /// Says, before a figure that disagrees with one shown above, why the two differ.
  private mutating func sayWhyDisagrees(_ figure: Figure) {
    guard let other = shown.first(where: { disagrees(checker.evidence.figures[$0.figure], figure) })
    else { return }
    let why = figure.note ?? checker.evidence.figures[other.figure].note ?? ""
    let words = "The next study does not agree with the one above. \(why)"
    addPassage(
      .paragraph,
      pieces: [.text(words, isStrong: false)],
      claims: [],
      lines: [other.name.span],
      also: words
    )
  }

  /// Reports figures of the step that stand without one that disagrees with them.
  mutating func checkDisagreements() {
    for (place, name) in shown {
      let figure = checker.evidence.figures[place]
      let missing = checker.evidence.figures.first { other in
        disagrees(figure, other)
          && !shown.contains { checker.evidence.figures[$0.figure].name == other.name }
      }
      if let missing { report(.figureStandsAlone(source, name, without: missing.name)) }
    }
  }

  private func disagrees(_ figure: Figure, _ other: Figure) -> Bool {
    figure.conflicts.contains(other.name) || other.conflicts.contains(figure.name)
  }
}

extension Figure {
  /// Whether the evidence allows to lay this figure beside another: the same was counted, in the same
  /// people, after the same time.
  public func isComparable(with other: Figure) -> Bool { differences(from: other).isEmpty }

  /// The keys of the record that forbid to lay it beside another.
  func differences(from other: Figure) -> [String] {
    var keys: [String] = []
    if outcome != other.outcome { keys.append("outcome") }
    if population != other.population { keys.append("population") }
    if horizon != other.horizon { keys.append("horizon") }
    return keys
  }
}
