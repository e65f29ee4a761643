import SourceText

extension Parser {
  /// definition = "let" name "=" ( equation | condition ) .
  mutating func definition(_ line: Line, _ rest: Span) -> BlockSyntax.Content? {
    index += 1
    guard let equals = first(Byte.equals, in: rest) else { return nil }
    let name = expectName(trimmed(Span(start: rest.start, end: equals)))
    let right = trimmed(Span(start: equals + 1, end: rest.end))
    guard !right.isEmpty else {
      report(.emptyEquation(source, line.span))
      return nil
    }
    let words = words(in: right)
    let isTruth =
      words[0].text == "seen" || words.contains { $0.text == "is" || $0.text == "includes" }
    if isTruth {
      guard let condition = condition(right) else { return nil }
      return .definition(name, .truth(condition), source: right)
    }
    var tokens = tokens(of: words)[...]
    guard tokens.count <= Limits.equationWords else {
      report(.equationTooLong(source, right))
      return nil
    }
    guard let equation = sum(&tokens, depth: 0) else {
      if let token = tokens.first {
        report(.equationShape(source, token))
      } else {
        report(.equationEnds(source, right))
      }
      return nil
    }
    if let token = tokens.first {
      report(.equationShape(source, token))
      return nil
    }
    return .definition(name, equation, source: right)
  }

  /// The words of an equation; each parenthesis or comma is a word.
  private func tokens(of words: [Name]) -> [Name] {
    var tokens: [Name] = []
    tokens.reserveCapacity(words.count)
    for word in words {
      var start = word.span.start
      for offset in word.span.start..<word.span.end {
        let byte = bytes[offset]
        guard [Byte.leftParenthesis, Byte.rightParenthesis, Byte.comma].contains(byte) else {
          continue
        }
        if offset > start { tokens.append(name(Span(start: start, end: offset))) }
        tokens.append(name(Span(start: offset, end: offset + 1)))
        start = offset + 1
      }
      if start < word.span.end { tokens.append(name(Span(start: start, end: word.span.end))) }
    }
    return tokens
  }

  /// sum = product ( ( "+" | "-" ) product )* .
  private func sum(_ tokens: inout ArraySlice<Name>, depth: Int) -> EquationSyntax? {
    guard depth < Limits.depth, var left = product(&tokens, depth: depth) else { return nil }
    while let operation = tokens.first.flatMap({ EquationSyntax.Operation(rawValue: $0.text) }),
      operation == .plus || operation == .minus
    {
      tokens.removeFirst()
      guard let right = product(&tokens, depth: depth) else { return nil }
      left = .operation(operation, left, right)
    }
    return left
  }

  /// product = part ( ( "*" | "/" ) part )* .
  private func product(_ tokens: inout ArraySlice<Name>, depth: Int) -> EquationSyntax? {
    guard var left = part(&tokens, depth: depth) else { return nil }
    while let operation = tokens.first.flatMap({ EquationSyntax.Operation(rawValue: $0.text) }),
      operation == .times || operation == .dividedBy
    {
      tokens.removeFirst()
      guard let right = part(&tokens, depth: depth) else { return nil }
      left = .operation(operation, left, right)
    }
    return left
  }

  /// part = number | name | "(" sum ")" | ( "count" | "sum" ) "of" name ( "," name )*
  ///      | ( "low" | "high" ) "of" name .
  private func part(_ tokens: inout ArraySlice<Name>, depth: Int) -> EquationSyntax? {
    guard let token = tokens.first else { return nil }
    if token.text == "(" {
      tokens.removeFirst()
      guard let inside = sum(&tokens, depth: depth + 1), tokens.first?.text == ")" else {
        return nil
      }
      tokens.removeFirst()
      return inside
    }
    if let number = number(token) {
      tokens.removeFirst()
      return .number(number)
    }
    guard isName(token.span) else { return nil }
    tokens.removeFirst()
    guard ["count", "sum", "low", "high"].contains(token.text), tokens.first?.text == "of" else {
      return .name(token)
    }
    tokens.removeFirst()
    var names: [Name] = []
    repeat {
      if !names.isEmpty { tokens.removeFirst() }
      guard let name = tokens.first, isName(name.span) else { return nil }
      tokens.removeFirst()
      names.append(name)
    } while tokens.first?.text == ","
    switch token.text {
    case "count": return .count(names)
    case "sum": return .sum(names)
    default: return names.count == 1 ? .bound(isHigh: token.text == "high", figure: names[0]) : nil
    }
  }
}
