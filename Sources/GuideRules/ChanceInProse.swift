import GuideCheck
import GuideSyntax
import SourceText

/// A chance is shown as a figure, even if a text cites a claim for it.
enum ChanceInProse: Rule {
  static let id = "chance-in-prose"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.guides.flatMap { check($0, onlyProse: content.today == nil) }
  }

  /// A guide that was written before other texts were held to this rule still opens.
  private static func check(_ guide: ResolvedGuide, onlyProse: Bool) -> [Diagnostic] {
    guide.script.texts.filter { $0.place == .prose || !onlyProse }.compactMap { text in
      chance(in: text.words, of: guide.source).map { .chanceInProse(guide.source, $0) }
    }
  }

  /// The first chance in a text.
  static func chance(in text: InlineText, of source: SourceFile) -> Span? {
    for line in text.lines where source.hasNumber(in: line) {
      if let chance = source.chance(in: line) { return chance }
    }
    return nil
  }
}

extension SourceFile {
  /// The first chance in a line: `30%`, `30 percent`, `3 in 10`, `3 out of 10`, `3 of every 10`,
  /// `3 of 10 people`.
  fileprivate func chance(in line: Span) -> Span? {
    let words = words(in: line, joiningNumbers: true)
    func isDigits(_ place: Int) -> Bool {
      words.indices.contains(place) && isNumber(words[place])
    }
    func reads(_ word: String, _ place: Int) -> Bool {
      words.indices.contains(place) && text(words[place]) == word
    }
    for place in words.indices where isDigits(place) {
      let end: Int? =
        if words[place].end < line.end, bytes[words[place].end] == UInt8(ascii: "%") {
          place
        } else if reads("percent", place + 1) {
          place + 1
        } else if reads("in", place + 1), isDigits(place + 2) {
          place + 2
        } else if reads("out", place + 1), reads("of", place + 2), isDigits(place + 3) {
          place + 3
        } else if reads("of", place + 1) || reads("in", place + 1), reads("every", place + 2),
          isDigits(place + 3)
        {
          place + 3
        } else if reads("of", place + 1), isDigits(place + 2), reads("people", place + 3) {
          place + 2
        } else {
          nil
        }
      if let end { return Span(start: words[place].start, end: words[end].end) }
    }
    return nil
  }
}

extension Diagnostic {
  /// A chance written in prose, with or without a citation.
  static func chanceInProse(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this chance is written in prose",
      labels: [
        Label(source: source, span: span, message: "among which people, and how certain is it?")
      ],
      notes: [
        "record it as a figure in `evidence`, then write `show` and its name; a figure also says who "
          + "was studied, how many had the other outcome, the range, and the source"
      ]
    )
  }
}
