import GuideSyntax
import SourceText

extension GuideLayout {
  /// Shows figures, those of one line side by side.
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
      // Another number is another passage, even under the same name.
      let text = figure.canonicalText
      addPassage(.figure(place), pieces: [], claims: [], lines: [name.span], also: text)
    }
  }

  /// Says, before a figure that disagrees with one shown above, why the two differ.
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
      // Never shown: what kept sessions know the passage by.
      also: "The next study does not agree with the one above. \(why)"
    )
  }
}
