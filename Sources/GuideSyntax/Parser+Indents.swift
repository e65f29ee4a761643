import SourceText

// Lines that are not indented as they should be, and what that leaves open.
extension Parser {
  /// Whether a line is under one at `indent`.
  func hasChild(under indent: Int) -> Bool { nextLine().map { $0.indent > indent } ?? false }

  /// The next line under one at `indent`; nil after the last one.
  ///
  /// Such lines are indented two columns more. The first of several that are not is reported, and they
  /// are read as they are.
  mutating func child(
    under indent: Int,
    isOdd: inout Bool,
    canEnd: Bool = true
  ) -> Line? {
    guard let next = nextLine(), next.indent > indent else { return nil }
    if next.indent != indent + 2, !isOdd {
      reportIndent(of: next, expected: indent + 2, canEnd: canEnd)
    }
    isOdd = next.indent != indent + 2
    return next
  }

  /// Reports a wrong indent, with a fix that moves every line that belongs to it if there is only one place for them.
  ///
  /// If the lines above `canEnd` here, a line between two levels can belong to them or come after them.
  mutating func reportIndent(of line: Line, expected: Int, canEnd: Bool = true) {
    guard !isFull else { return }
    let reading: Diagnostic.IndentReading
    switch (expected, line.indent) {
    case (0, 2...): reading = .underNothing
    case (2, _) where isOption(line) || isField(line): reading = .one
    case (2..., ..<expected) where canEnd: reading = .betweenTwo
    default: reading = .one
    }
    report(
      .oddIndent(
        source,
        line.span,
        found: line.indent,
        expected: expected,
        reading,
        edits: reading == .one ? moving(line, to: expected) : []
      )
    )
  }

  /// The edits that move a line, and every line that belongs to it; none if there are too many.
  private func moving(_ line: Line, to expected: Int) -> [Edit] {
    var edits: [Edit] = []
    var ahead = index
    while ahead < lines.count, lines[ahead].origin < line.origin { ahead += 1 }
    while ahead < lines.count, lines[ahead].isBlank || lines[ahead].indent >= line.indent {
      if edits.count == Limits.movedLines { return [] }
      let moved = lines[ahead]
      if !moved.isBlank {
        let columns = max(0, moved.indent + expected - line.indent)
        edits.append(
          Edit(
            source: source,
            span: Span(start: moved.origin, end: moved.start),
            replacement: String(repeating: " ", count: columns)
          )
        )
      }
      ahead += 1
    }
    return edits
  }

  /// Reports words right after the lines of a block that are not part of it: an indent may have been lost.
  ///
  /// A new sentence there is usual. The rest of one is not, nor is a line for a list.
  mutating func expectBlankLine(before line: Line) {
    guard index > 0, !lines[index - 1].isBlank, lines[index - 1].indent > line.indent,
      saysSomething(line)
    else { return }
    let isForList = keyword(of: line)?.keyword.list != nil
    guard isForList || Byte.isLower(bytes[line.start]) || !endsSentence(lines[index - 1]) else {
      return
    }
    report(.outdentedLine(source, line.span, indent: lines[index - 1].indent))
  }

  /// Whether a line of prose ends with a sentence, or is not prose.
  private func endsSentence(_ line: Line) -> Bool {
    guard saysSomething(line), keyword(of: line) == nil else { return true }
    return ".?!:\"')]*".utf8.contains(bytes[line.end - 1])
  }

  /// Reports a line right after a label, if it reads as the rest of a sentence.
  mutating func expectNoRestOfLabel() {
    guard let line, !line.isBlank, Byte.isLower(bytes[line.start]), saysSomething(line),
      keyword(of: line) == nil, unknownMark(line) == nil
    else { return }
    report(.restOfLine(source, line.span))
  }

  /// Whether a line is prose, a list item, or a line for a list, which people read.
  private func saysSomething(_ line: Line) -> Bool {
    switch bytes[line.start] {
    case Byte.hash, Byte.question, Byte.slash, Byte.leftParenthesis, Byte.leftBracket: return false
    default: break
    }
    if ["->", "=>"].contains(where: { at($0, line.start, before: line.end) }) { return false }
    guard let marked = keyword(of: line) else { return true }
    return marked.keyword.list != nil || marked.keyword == .show
  }
}
