import GuideCheck
import GuideSyntax
import SourceText

/// A value in braces is where it is printed.
enum ValueNotPrinted: GuideRule {
  static let id = "value-not-printed"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.texts.flatMap { text in
      text.place.printsValues
        ? [] : text.words.values.map { .valueNotPrinted(guide.source, $0, in: text.place) }
    }
  }
}

extension PlacedText.Place {
  /// Whether values are printed in this place.
  fileprivate var printsValues: Bool {
    switch self {
    case .listLine, .prose: true
    case .again, .cell, .label, .prompt, .rowTitle, .title, .why: false
    }
  }
}

extension Diagnostic {
  /// A value in a text in which no values are printed.
  static func valueNotPrinted(
    _ source: SourceFile,
    _ value: Name,
    in place: PlacedText.Place
  ) -> Diagnostic {
    Diagnostic(
      title: "no value can be printed in \(place.words)",
      labels: [
        Label(source: source, span: value.span, message: "people would read `{\(value.text)}`")
      ],
      notes: ["print it in a paragraph"]
    )
  }
}
