import SourceText

extension Parser {
  /// menu = "menu" ( "must:" names | "=>" name )* .
  mutating func menu(_ line: Line) -> BlockSyntax.Content? {
    index += 1
    var entries: [MenuSyntax.Entry] = []
    for child in childLines(under: line) {
      if at("//", child.start, before: child.end) {
        entries.append(.comment(child.span))
      } else if at("=>", child.start, before: child.end) {
        let (target, condition) = guarded(Span(start: child.start + 2, end: child.end))
        if target.isEmpty {
          report(.jumpNeedsTarget(source, child.span, arrow: "=>"))
        } else {
          entries.append(.visit(expectName(target), condition))
        }
      } else if at("must:", child.start, before: child.end) {
        let (names, condition) = topics(child, after: "must:")
        entries.append(.must(names, condition))
      } else if at("offer:", child.start, before: child.end) {
        let (names, condition) = topics(child, after: "offer:")
        entries.append(.offer(names, condition))
      } else {
        report(.notAMenuEntry(source, child.span))
      }
    }
    return .menu(MenuSyntax(entries: entries))
  }

  /// The topics of a line, and the condition at its end.
  private mutating func topics(_ line: Line, after mark: String) -> ([Name], Guard?) {
    let (rest, condition) = guarded(Span(start: line.start + mark.utf8.count, end: line.end))
    let names = expectNames(rest)
    if names.isEmpty { report(.missingText(source, line.span)) }
    return (names, condition)
  }

  /// What is before a condition at the end of a line, and the condition, if there is one.
  private mutating func guarded(_ span: Span) -> (rest: Span, condition: Guard?) {
    guard let word = words(in: span).first(where: { ["unless", "when"].contains($0.text) }) else {
      return (trimmed(span), nil)
    }
    let condition = guardCondition(Span(start: word.span.start, end: span.end))
    return (trimmed(Span(start: span.start, end: word.span.start)), condition)
  }

  /// The lines under a line; reports any with more indent than the first one.
  private mutating func childLines(under line: Line) -> [Line] {
    var children: [Line] = []
    var isOdd = false
    while let child = child(under: line.indent, isOdd: &isOdd) {
      _ = skipBlanks()
      index += 1
      children.append(child)
    }
    return children
  }

  /// compare = "compare" ( name ":" title ( option ":" words )* )* .
  mutating func compare(_ line: Line) -> BlockSyntax.Content? {
    index += 1
    guard hasChild(under: line.indent) else {
      report(.emptyCompare(source, line.span))
      return nil
    }
    var rows: [CompareRowSyntax] = []
    var isOdd = false
    while let row = child(under: line.indent, isOdd: &isOdd) {
      _ = skipBlanks()
      index += 1
      if at("//", row.start, before: row.end) { continue }
      guard let (name, title) = namedLine(row) else { continue }
      var cells: [(option: Name, words: InlineText)] = []
      for child in childLines(under: row) where !at("//", child.start, before: child.end) {
        if let (option, span) = namedLine(child) {
          cells.append((option, words(of: span)))
        }
      }
      rows.append(CompareRowSyntax(name: name, title: words(of: title), cells: cells))
    }
    return .compare(rows)
  }

  /// weigh = "weigh:" prompt ( name ":" label )* .
  mutating func weigh(_ line: Line, _ rest: Span) -> BlockSyntax.Content? {
    index += 1
    let prompt = textBehindColon(rest, of: line)
    var rows: [(name: Name, label: InlineText)] = []
    let children = childLines(under: line).filter { !at("//", $0.start, before: $0.end) }
    for child in children {
      if let (name, label) = namedLine(child) { rows.append((name, words(of: label))) }
    }
    if children.isEmpty { report(.emptyWeigh(source, line.span)) }
    return .weigh(WeighSyntax(prompt: prompt, rows: rows))
  }

  /// The fix for a row without a name; a hyphen before the row, as in a list, is not part of what people read.
  private mutating func namingRow(_ line: Line) -> Fix? {
    guard at("- ", line.start, before: line.end) else { return named(line.span).fix }
    let words = trimmed(Span(start: line.start + 1, end: line.end))
    return slug(for: words).map { slug in
      .replacing(source, Span(start: line.start, end: line.start + 1), with: "\(slug):")
    }
  }

  /// `name: text`, or a diagnostic.
  private mutating func namedLine(_ line: Line) -> (Name, Span)? {
    guard let colon = first(Byte.colon, in: line.span) else {
      report(.rowNeedsName(source, line.span, namingRow(line)))
      return nil
    }
    let name = expectNameBeforeColon(trimmed(Span(start: line.start, end: colon)))
    let text = trimmed(Span(start: colon + 1, end: line.end))
    if text.isEmpty { report(.missingText(source, line.span)) }
    return (name, text)
  }
}
