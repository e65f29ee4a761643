import SourceText

extension Parser {
  /// step = "#" [ "#" ] name ":" title block* .
  mutating func step() -> StepSyntax? {
    // This skips only a line that no block could read, and it has been reported.
    while let line, line.isBlank || bytes[line.start] != Byte.hash { index += 1 }
    guard let line else { return nil }
    index += 1
    if line.indent > 0 {
      report(.indentedHeading(source, Span(start: line.origin, end: line.start)))
    }
    var start = line.start
    while start < line.end, bytes[start] == Byte.hash { start += 1 }
    let level = start - line.start
    if level > 2 { report(.deepHeading(source, Span(start: line.start, end: start))) }
    let rest = trimmed(Span(start: start, end: line.end))
    let (name, title) = heading(rest, of: line)
    return StepSyntax(
      name: name,
      title: title,
      isTopic: level > 1,
      blocks: blocks(under: topLevel),
      span: line.span
    )
  }

  private mutating func heading(_ rest: Span, of line: Line) -> (Name, InlineText) {
    if let colon = first(Byte.colon, in: rest) {
      let id = trimmed(Span(start: rest.start, end: colon))
      let title = trimmed(Span(start: colon + 1, end: rest.end))
      if words(in: id).count == 1 {
        let name = expectNameBeforeColon(id)
        if title.isEmpty { report(.missingTitle(source, line.span)) }
        return (name, words(of: title))
      }
    }
    let named = named(rest)
    report(.headingNeedsName(source, rest.isEmpty ? line.span : rest, named.fix))
    return (named.name, words(of: named.words))
  }
}
