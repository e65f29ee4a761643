import GuideSyntax
import SourceText

// What can be wrong with figures that are shown, alphabetically.
extension Diagnostic {
  /// A figure without the one that disagrees with it.
  static func figureStandsAlone(
    _ source: SourceFile,
    _ name: Name,
    without other: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` stands here without the study that disagrees with it",
      labels: [
        Label(source: source, span: name.span, message: "`\(other)` is not shown in this step")
      ],
      notes: [
        "as it stands, a patient would take one study for all that is known",
        "write `show \(other)` under it; why the two differ is said between them",
      ]
    )
  }

  /// Figures side by side that must not be compared.
  static func figuresDiffer(
    _ source: SourceFile,
    _ name: Name,
    _ figure: Figure,
    beside other: Figure
  ) -> Diagnostic {
    let keys = figure.differences(from: other)
    func value(_ key: String, _ figure: Figure) -> String {
      switch key {
      case "outcome": figure.outcome
      case "population": figure.population
      default: figure.horizon
      }
    }
    return Diagnostic(
      title: "`\(other.name)` and `\(figure.name)` must not be compared",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "another \(keys.joined(separator: " and another "))"
        )
      ],
      notes: keys.map {
        "\($0): \u{201C}\(value($0, other))\u{201D} and \u{201C}\(value($0, figure))\u{201D}"
      }
        + ["show each on a line of its own, and say between them why they differ"]
    )
  }
}
