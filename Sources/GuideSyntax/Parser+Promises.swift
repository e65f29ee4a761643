import SourceText

extension Parser {
  /// promise = ( "see" X ( "before" | "after" ) Y | "never" X | "at most" number ( "questions" |
  /// "minutes" ) )
  ///           [ guard ] .
  mutating func promise(_ span: Span) -> PromiseSyntax? {
    let span = trimmed(span)
    let words = words(in: span)
    let guardStart = words.firstIndex { $0.text == "when" || $0.text == "unless" } ?? words.count
    guard let form = promiseForm(Array(words[..<guardStart])) else {
      report(.promiseShape(source, span))
      return nil
    }
    var condition: Guard?
    if guardStart < words.count {
      condition = guardCondition(Span(start: words[guardStart].span.start, end: span.end))
      if condition?.condition.atoms.isEmpty ?? true { return nil }
    }
    return PromiseSyntax(form: form, condition: condition, span: span)
  }

  private func promiseForm(_ words: [Name]) -> PromiseSyntax.Form? {
    guard let first = words.first else { return nil }
    func phrase(_ part: ArraySlice<Name>) -> Name? {
      guard let first = part.first, let last = part.last else { return nil }
      return name(first.span.union(last.span))
    }
    switch first.text {
    case "see":
      guard let join = words.firstIndex(where: { $0.text == "before" || $0.text == "after" }),
        let seen = phrase(words[1..<join]), let keyword = phrase(words[(join + 1)...])
      else { return nil }
      if words[join].text == "after" { return .seeAfter(seen, keyword) }
      return keyword.text == "end" ? .seeBeforeEnd(seen) : .seeBefore(seen, keyword)
    case "never": return phrase(words[1...]).map { .never($0) }
    case "at":
      guard words.count == 4, words[1].text == "most", let number = number(words[2]) else {
        return nil
      }
      if words[3].text == "questions" { return .atMostQuestions(number) }
      return words[3].text == "minutes" ? .atMostMinutes(number) : nil
    default: return nil
    }
  }

  /// example = "example:" words ( name "is" values | "sees" X | "never sees" X )* .
  mutating func example(_ line: Line, _ rest: Span) -> BlockSyntax.Content? {
    index += 1
    let title = trimmed(Span(start: min(rest.start + 1, rest.end), end: rest.end))
    if title.isEmpty { report(.missingText(source, line.span)) }
    var lines: [ExampleSyntax.Line] = []
    var isOdd = false
    while let next = child(under: line.indent, isOdd: &isOdd) {
      _ = skipBlanks()
      index += 1
      if let parsed = exampleLine(next) { lines.append(parsed) }
    }
    return .example(ExampleSyntax(name: name(title), lines: lines))
  }

  private mutating func exampleLine(_ line: Line) -> ExampleSyntax.Line? {
    if at("//", line.start, before: line.end) { return .comment(line.span) }
    let words = words(in: line.span)
    func phrase(from start: Int) -> Name? {
      guard start < words.count else { return nil }
      return name(words[start].span.union(words[words.count - 1].span))
    }
    if words[0].text == "sees", let place = phrase(from: 1) { return .sees(place) }
    if words.count > 2, words[0].text == "never", words[1].text == "sees",
      let place = phrase(from: 2)
    {
      return .neverSees(place)
    }
    guard words.count >= 3, words[1].text == "is" || words[1].text == "includes" else {
      report(.exampleShape(source, line.span))
      return nil
    }
    if words.count == 3, words[2].text == "skipped" { return .skipped(question: words[0]) }
    let values = words[2...].filter { $0.text != "or" && $0.text != "and" }
    if values.isEmpty {
      report(.exampleShape(source, line.span))
      return nil
    }
    return .answer(question: words[0], values: values)
  }
}
