import GuideCheck
import SourceText

/// A number in prose needs a claim that is cited with it.
enum NumberWithoutSource: GuideRule {
  static let id = "number-without-source"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.texts.compactMap { text in
      guard text.isProse, !text.isCited, let number = number(in: text, of: guide),
        // `ChanceInProse` reports a chance.
        ChanceInProse.chance(in: text, of: guide.source) == nil
      else { return nil }
      return .numberWithoutSource(guide.source, number)
    }
  }

  /// The first number of a text that is not a number to call.
  private static func number(in text: Observations.Text, of guide: ResolvedGuide) -> Span? {
    let source = guide.source
    for line in text.lines {
      let number = source.words(in: line).first { word in
        source.isNumber(word)
          && !guide.numbersToCall.contains(String(source.text(word).prefix(while: \.isNumber)))
      }
      if let number { return number }
    }
    return nil
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
