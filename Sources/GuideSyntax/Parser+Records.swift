import SourceText

extension Parser {
  /// records = ( keyword [ name ] ":" text ( key [ name ] ":" value )* )* .
  mutating func records() -> [Record] {
    var records: [Record] = []
    var comments: [Span] = []
    while nextLine() != nil {
      _ = skipBlanks()
      guard let line else { break }
      index += 1
      if at("//", line.start, before: line.end) {
        comments.append(line.span)
        continue
      }
      guard let head = fieldLine(line) else {
        report(.recordShape(source, line.span))
        skipDeeper(than: line.indent)
        continue
      }
      if line.indent > 0 {
        report(
          .oddIndent(
            source,
            line.span,
            found: line.indent,
            expected: 0,
            .one,
            edits: [
              Edit(source: source, span: Span(start: line.origin, end: line.start), replacement: "")
            ]
          )
        )
      }
      records.append(
        Record(
          keyword: head.key,
          name: head.argument,
          text: head.value,
          fields: fields(under: line),
          comments: comments
        )
      )
      comments = []
    }
    return records
  }

  private mutating func fields(under line: Line) -> [Field] {
    var fields: [Field] = []
    var isOdd = false
    guard let first = child(under: line.indent, isOdd: &isOdd, canEnd: false) else { return [] }
    while let next = nextLine(), next.indent > line.indent {
      let isComment = at("//", next.start, before: next.end)
      // A comment with less indent than the fields belongs to the next record.
      if isComment, next.indent < first.indent { break }
      _ = skipBlanks()
      index += 1
      if isComment { continue }
      if let field = fieldLine(next) {
        fields.append(field)
      } else {
        report(.recordShape(source, next.span))
      }
    }
    return fields
  }

  /// field = key [ name ] ":" value .
  private func fieldLine(_ line: Line) -> Field? {
    guard let colon = first(Byte.colon, in: line.span) else { return nil }
    let words = words(in: Span(start: line.start, end: colon))
    guard words.count == 1 || words.count == 2, isName(words[0].span) else { return nil }
    let value = trimmed(Span(start: colon + 1, end: line.end))
    return Field(key: words[0], argument: words.count == 2 ? words[1] : nil, value: name(value))
  }
}
