import SourceText

extension Parser {
  /// header = ( key ":" value | "option" name ":" label | comment )* .
  mutating func header() -> [HeaderEntry] {
    var entries: [HeaderEntry] = []
    var hasReported = false
    while true {
      let blankBefore = skipBlanks()
      guard let line, !startsBody(line) else { return entries }
      index += 1
      if at("//", line.start, before: line.end) {
        entries.append(HeaderEntry(content: .comment(line.span), blankBefore: blankBefore))
        continue
      }
      guard line.indent == 0, let headerLine = headerLine(line) else {
        if !hasReported { report(.headerLine(source, line.span)) }
        hasReported = true
        continue
      }
      entries.append(HeaderEntry(content: .line(headerLine), blankBefore: blankBefore))
    }
  }

  /// Whether the header has ended because a step, a question, or a record begins.
  private func startsBody(_ line: Line) -> Bool {
    if bytes[line.start] == Byte.hash || bytes[line.start] == Byte.question { return true }
    return startsRecord(line)
  }

  private static let recordKeywords: Set<String> = [
    "call", "claim", "distress", "door", "except", "figure", "filler", "ordinary", "phrase",
    "price", "signature", "spelling", "term", "words",
  ]

  /// Whether a line is the first of a record.
  func startsRecord(_ line: Line) -> Bool {
    Self.recordKeywords.contains(firstWord(line)) && line.indent == 0
  }

  private func headerLine(_ line: Line) -> HeaderLine? {
    guard let colon = first(Byte.colon, in: line.span) else { return nil }
    let key = trimmed(Span(start: line.start, end: colon))
    let value = trimmed(Span(start: colon + 1, end: line.end))
    if isName(key) { return HeaderLine(key: name(key), argument: nil, value: name(value)) }
    let words = words(in: key)
    guard words.count == 2, words[0].text == "option", isName(words[1].span) else { return nil }
    return HeaderLine(key: words[0], argument: words[1], value: name(value))
  }

  /// The letters at the start of a line.
  func firstWord(_ line: Line) -> String {
    var end = line.start
    while end < line.end, Byte.isLetter(bytes[end]) || bytes[end] == Byte.minus { end += 1 }
    return text(Span(start: line.start, end: end))
  }
}
