import SourceText

extension Parser {
  /// The blocks under a line at `indent`, up to a heading, a line with less indent, or the end.
  mutating func blocks(under indent: Int) -> [BlockSyntax] {
    var blocks: [BlockSyntax] = []
    var isOdd = false
    depth += 1
    defer { depth -= 1 }
    while true {
      let blankBefore = skipBlanks(under: indent)
      guard let line else { return blocks }
      guard line.indent > indent else {
        if !blocks.isEmpty { expectBlankLine(before: line) }
        return blocks
      }
      if bytes[line.start] == Byte.hash, startsHeading(line) { return blocks }
      if depth > Limits.depth {
        report(.nestedTooDeep(source, line.span))
        skipDeeper(than: indent)
        return blocks
      }
      if let diagnostic = wrongMark(line) {
        report(diagnostic)
        skipWrongMarks(at: line.indent)
        continue
      }
      _ = child(under: indent, isOdd: &isOdd)
      if let block = block(line, blankBefore: blankBefore) { blocks.append(block) }
    }
  }

  private func startsHeading(_ line: Line) -> Bool {
    var offset = line.start
    while offset < line.end, bytes[offset] == Byte.hash { offset += 1 }
    return offset == line.end || bytes[offset] == Byte.space || line.indent == 0
  }

  /// Skips every line with more indent than `indent`.
  mutating func skipDeeper(than indent: Int) {
    while let line, line.isBlank || line.indent > indent { index += 1 }
  }

  /// Skips a line that cannot be read, the lines under it, and answers that follow it.
  private mutating func skipWrongMarks(at indent: Int) {
    repeat {
      index += 1
      skipDeeper(than: indent)
    } while line.map { $0.indent == indent && isOption($0) } ?? false
  }

  private mutating func block(_ line: Line, blankBefore: Bool) -> BlockSyntax? {
    let content: BlockSyntax.Content?
    switch bytes[line.start] {
    case Byte.slash where at("//", line.start, before: line.end):
      index += 1
      content = .comment(line.span)
    case Byte.question: content = questionBlock(line)
    case Byte.minus where at("->", line.start, before: line.end):
      content = jump(line, isVisit: false)
    case Byte.equals where at("=>", line.start, before: line.end):
      content = jump(line, isVisit: true)
    case Byte.minus where at("- ", line.start, before: line.end):
      content = .item(itemWords(line, afterMark: line.start + 2))
    default:
      if let number = itemNumber(line) {
        content = .numberedItem(numberedItem(line, number))
        break
      }
      if let marked = keyword(of: line) {
        if !marked.isExact { reportNearMiss(marked) }
        content = markedBlock(line, marked)
      } else if let word = unknownMark(line) {
        index += 1
        report(
          ["else", "otherwise", "elif"].contains(word.text)
            ? .noElse(source, word)
            : .unknownMark(source, word, among: Keyword.allCases.map(\.rawValue))
        )
        skipDeeper(than: line.indent)
        return nil
      } else if let keyword = brokenMark(line) {
        index += 1
        report(keyword)
        skipDeeper(than: line.indent)
        return nil
      } else {
        content = .paragraph(paragraph(line))
      }
    }
    guard let content else { return nil }
    return BlockSyntax(content: content, span: line.span, blankBefore: blankBefore)
  }

  mutating func reportNearMiss(_ marked: MarkedLine) {
    report(
      .misspeltMark(
        source,
        name(marked.word),
        keyword: marked.keyword.rawValue,
        isCertain: [.condition, .equation].contains(marked.keyword.shape)
          || isSlip(text(marked.word), of: marked.keyword.rawValue)
            && Byte.isLower(bytes[marked.word.start])
      )
    )
  }

  /// A line that nobody should ever see as prose: misplaced answers, or arrows from a word processor.
  private func wrongMark(_ line: Line) -> Diagnostic? {
    // Almost all prose begins with a letter, and none of these errors do.
    if Byte.isLetter(bytes[line.start]) { return nil }
    if isOption(line) || isField(line) { return .optionWithoutQuestion(source, line.span) }
    for (arrow, keyword) in [
      ("→", "->"), ("⇒", "=>"), ("–>", "->"), ("—>", "->"), ("- >", "->"), ("= >", "=>"),
    ]
    where at(line, arrow) {
      return .wrongArrow(
        source,
        Span(start: line.start, end: line.start + arrow.utf8.count),
        keyword: keyword
      )
    }
    for bullet in ["* ", "+ ", "• ", "– ", "— "] where at(line, bullet) {
      return .wrongBullet(
        source,
        Span(start: line.start, end: line.start + bullet.utf8.count - 1)
      )
    }
    return nil
  }

  private func at(_ line: Line, _ text: String) -> Bool {
    let end = line.start + text.utf8.count
    return end <= line.end && bytes[line.start..<end].elementsEqual(text.utf8)
  }

  /// `word: …` with a lowercase letter: no sentence starts like that.
  func unknownMark(_ line: Line) -> Name? {
    guard Byte.isLower(bytes[line.start]) else { return nil }
    var end = line.start
    while end < line.end, Byte.isLower(bytes[end]) || bytes[end] == Byte.minus { end += 1 }
    guard end < line.end, bytes[end] == Byte.colon else { return nil }
    return name(Span(start: line.start, end: end))
  }

  /// A line that starts with the exact word of a mark but does not follow its pattern.
  private func brokenMark(_ line: Line) -> Diagnostic? {
    var end = line.start
    while end < line.end, Byte.isLower(bytes[end]) { end += 1 }
    let word = Span(start: line.start, end: end)
    guard end == line.end || bytes[end] == Byte.space || bytes[end] == Byte.colon,
      let keyword = Keyword(rawValue: text(word))
    else { return nil }
    let rest = text(trimmed(Span(start: end, end: line.end)))
    let opensBlock = index + 1 < lines.count && lines[index + 1].indent == line.indent + 2
    let isWithoutColon =
      keyword.shape == .condition && opensBlock && !rest.isEmpty && !rest.contains(":")
    return .brokenMark(
      source,
      name(word),
      pattern: keyword.pattern,
      colonAt: isWithoutColon ? line.end : nil
    )
  }

  /// prose = line ( line )* .
  private mutating func paragraph(_ line: Line) -> InlineText {
    var spans = [line.span]
    index += 1
    while let next = self.line, !next.isBlank, next.indent == line.indent, !endsProse(next) {
      spans.append(next.span)
      index += 1
    }
    return words(ofLines: spans)
  }

  /// Whether a line right after prose is something else; a mark that is a word needs a blank line first.
  private mutating func endsProse(_ line: Line) -> Bool {
    switch bytes[line.start] {
    case Byte.hash where startsHeading(line) && line.indent == 0: return true
    case Byte.question where byte(line.start + 1) == Byte.space: return true
    case Byte.slash where at("//", line.start, before: line.end): return true
    case Byte.minus
    where at("->", line.start, before: line.end) || at("- ", line.start, before: line.end):
      return true
    case Byte.equals where at("=>", line.start, before: line.end): return true
    case Byte.leftParenthesis, Byte.leftBracket: return isOption(line) || isField(line)
    default: if itemNumber(line) != nil { return true }
    }
    if wrongMark(line) != nil { return true }
    guard let marked = keyword(of: line, isContinuation: true) else { return false }
    if marked.keyword.list == nil, marked.isExact, marked.keyword != .again, marked.keyword != .why
    {
      report(.markAfterProse(source, line.span, origin: line.origin, word: marked.keyword.rawValue))
    }
    return true
  }

  /// numbered item = number "." words , continued as those of an item .
  private mutating func numberedItem(_ line: Line, _ number: Span) -> NumberedItemSyntax {
    if bytes[number.end] != Byte.point {
      report(.wrongNumberMark(source, Span(start: number.end, end: number.end + 1)))
    }
    return NumberedItemSyntax(
      number: Int(text(number)) ?? 0,
      numberSpan: number,
      words: itemWords(line, afterMark: number.end + 2)
    )
  }

  /// The number of an item: one or two digits before a period and a space, or before a parenthesis, which is an error.
  private func itemNumber(_ line: Line) -> Span? {
    var end = line.start
    while end < line.end, end - line.start < 3, Byte.isDigit(bytes[end]) { end += 1 }
    guard 1...2 ~= end - line.start,
      at(". ", end, before: line.end) || at(") ", end, before: line.end)
    else { return nil }
    return Span(start: line.start, end: end)
  }

  /// item = "- " words, continued on lines indented two columns .
  private mutating func itemWords(_ line: Line, afterMark start: Int) -> InlineText {
    var spans = [trimmed(Span(start: start, end: line.end))]
    var isOdd = false
    index += 1
    while let next = self.line, !next.isBlank, next.indent > line.indent, !endsProse(next) {
      _ = child(under: line.indent, isOdd: &isOdd, canEnd: false)
      spans.append(next.span)
      index += 1
    }
    return words(ofLines: spans)
  }

  /// jump = ( "->" | "=>" ) name [ ( "when" | "unless" ) condition ] .
  private mutating func jump(_ line: Line, isVisit: Bool) -> BlockSyntax.Content? {
    index += 1
    let rest = trimmed(Span(start: line.start + 2, end: line.end))
    let words = words(in: rest)
    guard let first = words.first else {
      report(.jumpNeedsTarget(source, line.span, arrow: isVisit ? "=>" : "->"))
      return nil
    }
    let target = expectName(first.span)
    let tail = trimmed(Span(start: first.span.end, end: line.end))
    let condition = tail.isEmpty ? nil : guardCondition(tail)
    return isVisit ? .visit(target, condition) : .go(target, condition)
  }

  private mutating func markedBlock(_ line: Line, _ marked: MarkedLine) -> BlockSyntax.Content? {
    let rest = trimmed(Span(start: marked.word.end, end: line.end))
    switch marked.keyword {
    case .when, .unless: return conditional(line, rest, isUnless: marked.keyword == .unless)
    case .ask, .tell, .flag, .aside:
      index += 1
      guard let list = marked.keyword.list else { return nil }
      return .listLine(list, textBehindColon(rest, of: line))
    case .check: return questionBlock(line)
    case .compare: return compare(line)
    case .example: return example(line, rest)
    case .let: return definition(line, rest)
    case .menu: return menu(line)
    case .promise:
      index += 1
      return promise(Span(start: rest.start + 1, end: rest.end)).map { .promise($0) }
    case .show:
      index += 1
      return .show(expectNames(rest))
    case .weigh: return weigh(line, rest)
    case .again, .must, .offer, .why:
      index += 1
      report(.misplacedMark(source, name(marked.word)))
      skipDeeper(than: line.indent)
      return nil
    }
  }

  /// The words after the colon of `word: words`, which can continue on lines indented two columns.
  mutating func textBehindColon(_ rest: Span, of line: Line) -> InlineText {
    let first = trimmed(Span(start: min(rest.start + 1, rest.end), end: rest.end))
    if first.isEmpty { report(.missingText(source, line.span)) }
    return words(of: first)
  }

  /// conditional = ( "when" | "unless" ) condition ":" block* .
  private mutating func conditional(
    _ line: Line,
    _ rest: Span,
    isUnless: Bool
  ) -> BlockSyntax.Content? {
    index += 1
    let condition = conditionBeforeColon(rest)
    guard hasChild(under: line.indent) else {
      report(.emptyConditional(source, line.span))
      return nil
    }
    return .conditional(condition, isUnless: isUnless, blocks(under: line.indent))
  }
}
