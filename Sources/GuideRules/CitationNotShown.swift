import GuideCheck
import GuideSyntax
import SourceText

/// A citation is where people see its source.
enum CitationNotShown: GuideRule {
  static let id = "citation-not-shown"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.texts.flatMap { text in
      text.place.showsCitations
        ? [] : text.words.citations.map { .citationNotShown(guide.source, $0, in: text.place) }
    }
  }
}

extension PlacedText.Place {
  /// Whether the sources of a text in this place are shown.
  fileprivate var showsCitations: Bool {
    switch self {
    case .cell, .listLine, .prose: true
    case .again, .label, .prompt, .rowTitle, .title, .why: false
    }
  }
}

extension Diagnostic {
  /// A citation in a text whose sources are not shown.
  static func citationNotShown(
    _ source: SourceFile,
    _ claim: Name,
    in place: PlacedText.Place
  ) -> Diagnostic {
    Diagnostic(
      title: "nobody sees a source in \(place.words)",
      labels: [Label(source: source, span: claim.span, message: "this citation would be left out")],
      notes: ["say what it supports in a paragraph, and cite it there"]
    )
  }
}
