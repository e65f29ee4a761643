import SourceText

extension Parser {
  /// Whether a line looks like an answer: `( )`, `(x)`, `[ ]`, or a near miss.
  func isOption(_ line: Line) -> Bool { optionMark(line) != nil }

  /// Whether a line is a field, such as `[number …]`.
  func isField(_ line: Line) -> Bool {
    bytes[line.start] == Byte.leftBracket && bytes[line.end - 1] == Byte.rightBracket
      && Byte.isLetter(byte(line.start + 1)) && line.end - line.start > 4
  }

  private struct OptionMark {
    let isTick: Bool
    let isRight: Bool
    /// Whether it is written exactly `( )`, `(x)`, or `[ ]`.
    let isExact: Bool
    let end: Int
  }

  /// The mark of an answer without its closing bracket: `( yes: Yes`, `[ night: At night`.
  private func openOptionMark(_ line: Line) -> OptionMark? {
    let isTick = bytes[line.start] == Byte.leftBracket
    guard isTick || bytes[line.start] == Byte.leftParenthesis else { return nil }
    var start = line.start + 1
    let isRight = at("x ", start, before: line.end)
    if isRight { start += 1 }
    while start < line.end, bytes[start] == Byte.space { start += 1 }
    guard let colon = first(Byte.colon, in: Span(start: start, end: line.end)),
      isName(trimmed(Span(start: start, end: colon)))
    else { return nil }
    return OptionMark(isTick: isTick, isRight: isRight, isExact: false, end: start)
  }

  private func optionMark(_ line: Line) -> OptionMark? {
    let isTick = bytes[line.start] == Byte.leftBracket
    guard isTick || bytes[line.start] == Byte.leftParenthesis else { return nil }
    let close = isTick ? Byte.rightBracket : Byte.rightParenthesis
    var offset = line.start + 1
    var isRight = false
    var spaces = 0
    while offset < line.end, bytes[offset] != close {
      switch bytes[offset] {
      case Byte.space: spaces += 1
      case 0x78, 0x58, Byte.star: isRight = true
      case 0xC2, 0xA0: spaces += 2
      default: return nil
      }
      offset += 1
      if offset - line.start > 5 { return nil }
    }
    guard offset < line.end else { return nil }
    let isExact =
      !(isTick && isRight) && (isRight ? bytes[line.start + 1] == 0x78 && spaces == 0 : spaces == 1)
    return OptionMark(isTick: isTick, isRight: isRight, isExact: isExact, end: offset + 1)
  }

  /// question = ( "?" | "check" ) name ":" prompt item* | "?" name .
  mutating func questionBlock(_ line: Line) -> BlockSyntax.Content? {
    index += 1
    let isCheck = bytes[line.start] != Byte.question
    let wordEnd = isCheck ? line.start + firstWord(line).utf8.count : line.start + 1
    let rest = trimmed(Span(start: wordEnd, end: line.end))
    if !isCheck, !rest.isEmpty, wordEnd == rest.start {
      report(.questionNeedsSpace(source, Span(start: line.start, end: line.start + 1)))
    }
    guard let colon = first(Byte.colon, in: rest) else {
      let isShared = isName(rest) && !isCheck && !hasOptions(under: line)
      if isShared { return .sharedQuestion(name(rest)) }
      let named = named(rest)
      report(.questionNeedsColon(source, rest.isEmpty ? line.span : rest, named.fix))
      return question(line, name: named.name, prompt: words(of: named.words), isCheck: isCheck)
    }
    let id = trimmed(Span(start: rest.start, end: colon))
    let prompt = trimmed(Span(start: colon + 1, end: rest.end))
    if prompt.isEmpty { report(.missingPrompt(source, line.span)) }
    return question(
      line,
      name: expectNameBeforeColon(id),
      prompt: words(of: prompt),
      isCheck: isCheck
    )
  }

  private func hasOptions(under line: Line) -> Bool {
    guard let next = nextLine(), next.indent >= line.indent else { return false }
    return isOption(next) || (isField(next) && next.indent > line.indent)
  }

  private mutating func question(
    _ line: Line,
    name: Name,
    prompt: InlineText,
    isCheck: Bool
  ) -> BlockSyntax.Content {
    var items: [QuestionItemSyntax] = []
    if hasChild(under: line.indent) {
      items = questionItems(under: line.indent, isCheck: isCheck)
    } else if let next = nextLine(), next.indent == line.indent, isOption(next) {
      reportIndent(of: next, expected: line.indent + 2)
      items = questionItems(under: line.indent - 1, isCheck: isCheck, onlyOptions: true)
    }
    var options: [OptionSyntax] = []
    for item in items {
      switch item.content {
      case .option(let option): options.append(option)
      case .guarded(_, _, let guarded): options += guarded
      case .again, .comment, .field, .why: break
      }
    }
    let (form, field) = form(of: items, options, line: line)
    return .question(
      QuestionSyntax(
        name: name,
        prompt: prompt,
        isCheck: isCheck,
        form: form,
        field: field,
        why: items.firstMap { if case .why(let words) = $0.content { words } else { nil } },
        again: items.firstMap { if case .again(let words) = $0.content { words } else { nil } },
        items: items,
        options: options
      )
    )
  }

  private mutating func questionItems(
    under indent: Int,
    isCheck: Bool,
    onlyOptions: Bool = false
  ) -> [QuestionItemSyntax] {
    var items: [QuestionItemSyntax] = []
    var isOdd = false
    var hasReported = false
    while true {
      let start = index
      let blankBefore = skipBlanks(under: indent)
      guard let line, line.indent > indent, !onlyOptions || isOption(line) else {
        index = start
        return items
      }
      if !onlyOptions { _ = child(under: indent, isOdd: &isOdd) }
      if let content = questionItem(line, isCheck: isCheck) {
        items.append(QuestionItemSyntax(content: content, blankBefore: blankBefore))
      } else {
        index += 1
        if !hasReported { report(.notAnOption(source, line.span)) }
        hasReported = true
        skipDeeper(than: line.indent)
      }
    }
  }

  /// Reads a line under a question, or nothing if the line does not belong to a question.
  private mutating func questionItem(_ line: Line, isCheck: Bool) -> QuestionItemSyntax.Content? {
    if let option = optionLine(line, isCheck: isCheck) { return .option(option) }
    if isField(line) {
      index += 1
      return .field(line.span)
    }
    if at("//", line.start, before: line.end) {
      index += 1
      return .comment(line.span)
    }
    guard let marked = keyword(of: line) else { return nil }
    let rest = trimmed(Span(start: marked.word.end, end: line.end))
    switch marked.keyword {
    case .why, .again, .when, .unless:
      if !marked.isExact { reportNearMiss(marked) }
      index += 1
      if marked.keyword == .why { return .why(textBehindColon(rest, of: line)) }
      if marked.keyword == .again { return .again(textBehindColon(rest, of: line)) }
      return guardedOptions(line, rest, isUnless: marked.keyword == .unless, isCheck: isCheck)
    default: return nil
    }
  }

  private mutating func guardedOptions(
    _ line: Line,
    _ rest: Span,
    isUnless: Bool,
    isCheck: Bool
  ) -> QuestionItemSyntax.Content {
    let condition = conditionBeforeColon(rest)
    var options: [OptionSyntax] = []
    if hasChild(under: line.indent) {
      options = questionItems(under: line.indent, isCheck: isCheck).compactMap { item in
        if case .option(let option) = item.content { option } else { nil }
      }
    } else {
      report(.emptyConditional(source, line.span))
    }
    return .guarded(condition, isUnless: isUnless, options)
  }

  /// option = ( "( )" | "(x)" | "[ ]" ) name ":" label block* .
  private mutating func optionLine(_ line: Line, isCheck: Bool) -> OptionSyntax? {
    guard let keyword = optionMark(line) ?? openOptionMark(line) else { return nil }
    index += 1
    let written = trimmed(Span(start: line.start, end: keyword.end))
    let isRight = keyword.isRight && !keyword.isTick && isCheck
    // What looks like a space in the mark was reported with its line.
    let isWrittenSo = source.bytes[line.start..<keyword.end] == bytes[line.start..<keyword.end]
    if !keyword.isExact && isWrittenSo || keyword.isRight != isRight {
      let fixed = keyword.isTick ? "[ ]" : isRight ? "(x)" : "( )"
      let isJoined = keyword.end == written.end && byte(keyword.end) != Byte.space
      report(
        .wrongOptionMark(
          source,
          written,
          fixed: fixed,
          isRight: keyword.isRight && keyword.isRight != isRight,
          isJoined: isJoined
        )
      )
    }
    let rest = trimmed(Span(start: keyword.end, end: line.end))
    let (name, label) = optionName(rest, of: line, written)
    expectNoRestOfLabel()
    return OptionSyntax(
      name: name,
      label: words(of: label),
      isRight: isRight,
      isExclusive: !keyword.isTick,
      replies: hasChild(under: line.indent) ? blocks(under: line.indent) : [],
      span: line.span
    )
  }

  /// The name and the label of an answer.
  private mutating func optionName(_ rest: Span, of line: Line, _ mark: Span) -> (Name, Span) {
    if let colon = first(Byte.colon, in: rest) {
      let id = trimmed(Span(start: rest.start, end: colon))
      if words(in: id).count == 1 {
        let label = trimmed(Span(start: colon + 1, end: rest.end))
        if label.isEmpty { report(.missingText(source, line.span)) }
        return (expectNameBeforeColon(id), label)
      }
    }
    let named = named(rest)
    if let first = words(in: rest).first, isName(first.span), !rest.isEmpty {
      report(.optionNeedsColon(source, first, named.fix))
    } else {
      report(.optionNeedsName(source, rest.isEmpty ? mark : rest, named.fix))
    }
    return (named.name, named.words)
  }

  /// What an answer can be: only `( )` lines mean choose one, and `[ ]` lines mean tick any.
  private mutating func form(
    of items: [QuestionItemSyntax],
    _ options: [OptionSyntax],
    line: Line
  ) -> (QuestionSyntax.Form, Span?) {
    let fields = items.compactMap { item -> Span? in
      if case .field(let span) = item.content { span } else { nil }
    }
    if options.count > Limits.options {
      report(.tooManyOptions(source, options[Limits.options].span, limit: Limits.options))
    }
    if let field = fields.first {
      if let extra = fields.dropFirst().first ?? options.first?.span {
        report(.fieldAndOptions(source, extra, field: field))
      }
      return (fieldForm(field), field)
    }
    guard !options.isEmpty else {
      report(.questionWithoutAnswers(source, line.span))
      return (.choice, nil)
    }
    let ticks = options.filter { !$0.isExclusive }
    let exclusive = options.filter(\.isExclusive)
    // Answers that rule out the rest are the last of several; anywhere else, a mark was mistyped.
    let areLast = options.suffix(exclusive.count).allSatisfy(\.isExclusive)
    if !ticks.isEmpty, exclusive.count > 1, ticks.count < 2 || !areLast {
      report(.mixedOptions(source, exclusive[1].span, first: exclusive[0].span))
    }
    return (ticks.isEmpty ? .choice : .ticks, nil)
  }
}

extension Sequence {
  /// The first value that `transform` returns.
  func firstMap<Value>(_ transform: (Element) -> Value?) -> Value? {
    for element in self {
      if let value = transform(element) { return value }
    }
    return nil
  }
}
