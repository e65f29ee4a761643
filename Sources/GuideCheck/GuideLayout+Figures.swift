import GuideSyntax
import SourceText

extension GuideLayout {
  /// Shows figures; those on one line are shown side by side.
  mutating func show(_ figures: [Name]) {
    var first: Int?
    for name in figures {
      guard let place = environment.evidence.figurePlaces[name.text] else {
        let names = diagnostics.candidates(environment.evidence.figureNames)
        report(.unknownFigure(source, name, among: names))
        continue
      }
      let figure = environment.evidence.figures[place]
      sayWhyDisagrees(figure)
      observations.shown.append(
        Observations.ShownFigure(figure: place, name: name, order: step.order, beside: first)
      )
      step.shown.append((place, name.span))
      first = first ?? place
      // A different number is a different passage, even if the name is the same.
      let text = figure.canonicalText
      addPassage(.figure(place), pieces: [], claims: [], lines: [name.span], also: text)
    }
  }

  /// Shows why two figures differ, before a figure that disagrees with one above it.
  private mutating func sayWhyDisagrees(_ figure: Figure) {
    let shown = step.shown.first { shown in
      environment.evidence.figures[shown.figure].disagrees(with: figure)
    }
    guard let shown else { return }
    let why = figure.note ?? environment.evidence.figures[shown.figure].note ?? ""
    addPassage(
      .disagreement,
      pieces: [.text(why, isStrong: false)],
      claims: [],
      lines: [shown.span],
      // Never shown; kept sessions identify the passage by it.
      also: "The next study does not agree with the one above. \(why)"
    )
  }
}
