import SourceText

/// A number in prose rests on a claim that is cited with it.
enum NumberWithoutSource: GuideRule {
  static let id = "number-without-source"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.texts.compactMap { text in
      guard text.isProse, !text.isCited, let number = number(in: text, of: guide.source),
        // A chance is told as that.
        ChanceInProse.chance(in: text, of: guide.source) == nil
      else { return nil }
      return .numberWithoutSource(guide.source, number)
    }
  }

  /// Where the first number of a text stands that is not a line to call.
  private static func number(in text: Observations.Text, of source: SourceFile) -> Span? {
    for line in text.lines {
      let number = source.words(in: line).first { word in
        source.isNumber(word)
          && !numbersOfHelp.contains(String(source.text(word).prefix(while: \.isNumber)))
      }
      if let number { return number }
    }
    return nil
  }

  /// Numbers that are names: the lines a person calls.
  private static let numbersOfHelp: Set<String> = ["911", "988", "838255", "711"]
}
