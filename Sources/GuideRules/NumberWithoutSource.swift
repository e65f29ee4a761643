import GuideCheck
import GuideSyntax
import SourceText

/// A number in a text that says how things are needs a claim that is cited with it.
///
/// A title, a question, and its answers can have numbers, and so can the lines in the person's own words.
enum NumberWithoutSource: Rule {
  static let id = "number-without-source"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.guides.flatMap { check($0, onlyProse: content.today == nil) }
  }

  /// A guide that was written before other texts were held to this rule still opens.
  private static func check(_ guide: ResolvedGuide, onlyProse: Bool) -> [Diagnostic] {
    guide.script.texts.compactMap { text in
      guard text.place == .prose || !onlyProse && text.place.saysHowThingsAre,
        text.words.citations.isEmpty,
        let number = number(in: text.words, of: guide),
        // `ChanceInProse` reports a chance.
        ChanceInProse.chance(in: text.words, of: guide.source) == nil
      else { return nil }
      return .numberWithoutSource(guide.source, number)
    }
  }

  /// The first number of a text that is not a number to call.
  private static func number(in text: InlineText, of guide: ResolvedGuide) -> Span? {
    let source = guide.source
    for line in text.lines where source.hasNumber(in: line) {
      let number = source.words(in: line).first { word in
        source.isNumber(word)
          && !guide.numbersToCall.contains(String(source.text(word).prefix(while: \.isNumber)))
      }
      if let number { return number }
    }
    return nil
  }
}

extension PlacedText.Place {
  /// Whether a text in this place says how things are.
  fileprivate var saysHowThingsAre: Bool {
    switch self {
    case .again, .cell, .prose, .why: true
    case .label, .listLine, .prompt, .rowTitle, .title: false
    }
  }
}

extension Diagnostic {
  /// A number in prose that no citation supports.
  static func numberWithoutSource(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this number has no source",
      labels: [Label(source: source, span: span, message: "who says so?")],
      notes: [
        "cite a claim with `[@claim]`; for outcomes, risks, and prices, use `show figure` instead",
        "a small number that is not a fact can be written as a word",
      ]
    )
  }
}
