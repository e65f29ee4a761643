import GuideSyntax
import SourceText

extension GuideBuilder {
  /// Numbers in prose need a source, and chances are figures, whoever is cited.
  mutating func checkNumbers(_ words: InlineText, isCited: Bool, _ kind: Passage.Kind) {
    for line in words.lines {
      guard let chance = chance(in: line) else { continue }
      report(.chanceInProse(source, chance))
      return
    }
    switch kind {
    case .item, .paragraph: if !isCited { checkSources(words) }
    default: return
    }
  }

  private mutating func checkSources(_ words: InlineText) {
    for span in words.lines {
      var offset = span.start
      while offset < span.end {
        let start = offset
        while offset < span.end, isWord(source.bytes[offset]) { offset += 1 }
        let word = Span(start: start, end: offset)
        if isNumber(word) {
          let digits = source.text(word).prefix { $0.isNumber }
          if !Self.numbersOfHelp.contains(String(digits)) {
            report(.numberWithoutSource(source, word))
            return
          }
        }
        if start == offset { offset += 1 }
      }
    }
  }

  /// Whether a word starts with a digit; what stands in braces is a name.
  private func isNumber(_ word: Span) -> Bool {
    guard !word.isEmpty, isDigit(word.start) else { return false }
    return word.start == 0 || source.bytes[word.start - 1] != 0x7B
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || byte == 0x2D
  }

  /// Numbers that are names: the lines a person calls.
  private static let numbersOfHelp: Set<String> = ["911", "988", "838255", "711"]

  /// Where a chance stands in words: `30%`, `30 percent`, `3 in 10`, `3 out of 10`, `3 of every 10`,
  /// `3 of 10 people`.
  private func chance(in line: Span) -> Span? {
    let words = parts(of: line)
    func isDigits(_ place: Int) -> Bool {
      words.indices.contains(place) && isNumber(words[place])
    }
    func reads(_ text: String, _ place: Int) -> Bool {
      words.indices.contains(place) && source.text(words[place]) == text
    }
    for place in words.indices where isDigits(place) {
      let end: Int? =
        if words[place].end < line.end, source.bytes[words[place].end] == UInt8(ascii: "%") {
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

  /// The words of a line; digits with a comma or a point among them are one.
  private func parts(of line: Span) -> [Span] {
    var parts: [Span] = []
    var offset = line.start
    while offset < line.end {
      let start = offset
      while offset < line.end, isWord(source.bytes[offset]) || isInsideNumber(offset) {
        offset += 1
      }
      if start < offset { parts.append(Span(start: start, end: offset)) } else { offset += 1 }
    }
    return parts
  }

  private func isInsideNumber(_ offset: Int) -> Bool {
    let isMark = [UInt8(ascii: ","), UInt8(ascii: ".")].contains(source.bytes[offset])
    return isMark && offset > 0 && isDigit(offset - 1) && isDigit(offset + 1)
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < source.bytes.count && (0x30...0x39).contains(source.bytes[offset])
  }
}
