import GuideCheck
import GuideSyntax
import SourceText

/// A value in braces is where it is printed.
enum ValueNotPrinted: GuideRule {
  static let id = "value-not-printed"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    let texts = guide.script.texts.filter { !$0.place.printsValues }.flatMap { text in
      text.words.values.map {
        Diagnostic.valueNotPrinted(guide.source, $0, in: text.place.words, instead: "a paragraph")
      }
    }
    return texts + valuesInHeader(of: guide)
  }

  /// Names in braces in the header, where not even what the clinic says is printed.
  private static func valuesInHeader(of guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.header.compactMap { entry in
      guard case .line(let line) = entry.content,
        let open = line.value.text.firstIndex(of: "{"),
        let close = line.value.text[open...].firstIndex(of: "}")
      else { return nil }
      let inside = line.value.text[open...].dropFirst().prefix(upTo: close)
      let value = Name(String(inside), line.value.span)
      return .valueNotPrinted(guide.source, value, in: "the header", instead: "a step")
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
    in place: String,
    instead: String
  ) -> Diagnostic {
    Diagnostic(
      title: "no value can be printed in \(place)",
      labels: [
        Label(source: source, span: value.span, message: "people would read `{\(value.text)}`")
      ],
      notes: ["print it in \(instead)"]
    )
  }
}
