import SourceText

extension Parser {
  /// Text in one line.
  mutating func words(of span: Span) -> InlineText {
    if plainEnd(from: span.start, to: span.end) < span.end { return words(ofLines: [span]) }
    let run = Run(content: .text(text(span)), emphasis: .plain)
    return InlineText(runs: span.isEmpty ? [] : [run], lines: [span])
  }

  /// Text over several lines, joined by spaces: `*soft*`, `**strong**`, `[@claim]`, `{value}`, `\`.
  mutating func words(ofLines lines: [Span]) -> InlineText {
    var reader = RunReader()
    reader.pending.reserveCapacity(lines.reduce(lines.count) { $0 + $1.end - $1.start })
    for (number, line) in lines.enumerated() where !isFull {
      if number > 0 { reader.pending.append(Byte.space) }
      var offset = line.start
      if byte(offset) == Byte.backslash, offset < line.end, !isEscapable(byte(offset + 1)) {
        offset += 1
      }
      while offset < line.end {
        let plain = plainEnd(from: offset, to: line.end)
        reader.pending += bytes[offset..<plain]
        offset = plain
        if offset < line.end { offset = marked(offset, line.end, &reader) }
      }
    }
    reader.flush()
    if let stars = reader.strayStars ?? reader.opened {
      report(.openEmphasis(source, stars, text(stars)))
    }
    return InlineText(runs: reader.runs, lines: lines)
  }

  /// Reads a byte that may have a special meaning, and returns where to continue.
  private mutating func marked(_ offset: Int, _ end: Int, _ reader: inout RunReader) -> Int {
    let rest = Span(start: offset, end: end)
    switch bytes[offset] {
    case Byte.backslash where offset + 1 < end && isEscapable(bytes[offset + 1]):
      reader.pending.append(bytes[offset + 1])
      return offset + 2
    case Byte.star:
      var next = offset
      while next < end, bytes[next] == Byte.star { next += 1 }
      reader.read(Span(start: offset, end: next), opens: next < end && bytes[next] != Byte.space)
      return next
    case Byte.leftBracket where byte(offset + 1) == Byte.at && offset + 1 < end:
      let (names, next) = citation(rest)
      while reader.pending.last == Byte.space { reader.pending.removeLast() }
      reader.flush()
      if !names.isEmpty { reader.runs.append(Run(content: .citation(names), emphasis: .plain)) }
      return next
    case Byte.leftBracket:
      guard let (names, next) = citationWithoutAt(rest) else {
        reader.pending.append(bytes[offset])
        return offset + 1
      }
      reader.flush()
      reader.runs.append(Run(content: .citation(names), emphasis: .plain))
      return next
    case Byte.leftBrace:
      let (run, next) = value(rest, reader.emphasis)
      reader.flush()
      if let run { reader.runs.append(run) }
      return next
    default:
      reader.pending.append(bytes[offset])
      return offset + 1
    }
  }

  /// The end of the bytes that have no special meaning.
  private func plainEnd(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case Byte.backslash, Byte.star, Byte.leftBracket, Byte.leftBrace: return offset
      default: offset += 1
      }
    }
    return end
  }

  private func isEscapable(_ byte: UInt8) -> Bool {
    [Byte.backslash, Byte.star, Byte.leftBracket, Byte.leftBrace, Byte.less].contains(byte)
  }

  /// citation = "[@" name ( "," [ "@" ] name )* "]" .
  private mutating func citation(_ rest: Span) -> ([Name], Int) {
    guard let close = first(Byte.rightBracket, in: rest) else {
      report(.openCitation(source, rest))
      return ([], rest.end)
    }
    let names = expectNames(Span(start: rest.start + 2, end: close))
    if names.isEmpty { report(.emptyCitation(source, Span(start: rest.start, end: close + 1))) }
    return (names, close + 1)
  }

  /// Names in brackets without `@` before them: almost a citation, so an error.
  private mutating func citationWithoutAt(_ rest: Span) -> ([Name], Int)? {
    guard let close = first(Byte.rightBracket, in: rest) else { return nil }
    let names = parts(of: Span(start: rest.start + 1, end: close))
    guard !names.isEmpty, names.allSatisfy({ isName($0.span) }) else { return nil }
    report(.citationWithoutAt(source, Span(start: rest.start, end: close + 1), names))
    return (names, close + 1)
  }

  /// value = "{" name "}" | "{" clinic name [ "|" words ] "}" .
  private mutating func value(_ rest: Span, _ emphasis: Emphasis) -> (Run?, Int) {
    guard let close = first(Byte.rightBrace, in: rest) else {
      report(.openValue(source, rest))
      return (nil, rest.end)
    }
    let inside = trimmed(Span(start: rest.start + 1, end: close))
    if text(inside).hasPrefix(ClinicDetails.prefix) {
      let words = detail(inside, whole: Span(start: rest.start, end: close + 1))
      return (
        words.map { Run(content: .text($0), emphasis: emphasis, isOfClinic: true) }, close + 1
      )
    }
    guard isName(inside) else {
      report(.badValue(source, Span(start: rest.start, end: close + 1)))
      return (nil, close + 1)
    }
    return (Run(content: .value(name(inside)), emphasis: emphasis), close + 1)
  }

  /// What the clinic says about itself, or the words to print if it does not.
  private mutating func detail(_ inside: Span, whole: Span) -> String? {
    let bar = first(Byte.bar, in: inside)
    let name = trimmed(Span(start: inside.start, end: bar ?? inside.end))
    let alternative = bar.map { text(trimmed(Span(start: $0 + 1, end: inside.end))) }
    guard isName(name), alternative != "" else {
      report(.badValue(source, whole))
      return nil
    }
    guard let clinic else { return alternative ?? text(whole) }
    let key = String(text(name).dropFirst(ClinicDetails.prefix.count))
    if let words = clinic[key] ?? alternative { return words }
    report(.unknownDetail(source, Name(key, name), among: clinic.names))
    return nil
  }
}

/// The pieces of a paragraph found so far.
private struct RunReader {
  var runs: [Run] = []
  var pending: [UInt8] = []
  var emphasis = Emphasis.plain
  /// The asterisks that opened the current emphasis.
  var opened: Span?
  /// The first asterisks that neither open nor close anything.
  var strayStars: Span?

  /// Asterisks open emphasis before a word, and the same number of them closes it.
  mutating func read(_ stars: Span, opens: Bool) {
    let width = stars.end - stars.start
    if let opened, opened.end - opened.start == width {
      flush()
      emphasis = .plain
      self.opened = nil
    } else if opened == nil, opens, width <= 2 {
      flush()
      emphasis = width == 2 ? .strong : .soft
      opened = stars
    } else {
      strayStars = strayStars ?? stars
    }
  }

  mutating func flush() {
    guard !pending.isEmpty else { return }
    runs.append(Run(content: .text(String(decoding: pending, as: UTF8.self)), emphasis: emphasis))
    pending.removeAll(keepingCapacity: true)
  }
}
