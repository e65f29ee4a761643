import SourceText

extension Parser {
  /// field = "[" ( "number" a "to" b [unit] | "amount" a "to" b
  ///             | "scale" a "to" b [ "," low "…" high ] | "text" | "date" ) "]" .
  mutating func fieldForm(_ span: Span) -> QuestionSyntax.Form {
    let inside = trimmed(Span(start: span.start + 1, end: span.end - 1))
    let comma = first(Byte.comma, in: inside)
    let words = words(in: Span(start: inside.start, end: comma ?? inside.end))
    let ends = comma.map { trimmed(Span(start: $0 + 1, end: inside.end)) }
    if words.count == 1, comma == nil {
      if words[0].text == "text" { return .text }
      if words[0].text == "date" { return .date }
    }
    guard words.count >= 4, words[2].text == "to", let low = number(words[1]),
      let high = number(words[3])
    else {
      report(.badField(source, span))
      return unreadField(words.first?.text)
    }
    if low.mantissa * power(high.decimals) >= high.mantissa * power(low.decimals) {
      report(.emptyRange(source, low.span.union(high.span)))
    }
    let unit = words.count > 4 ? name(words[4].span.union(words[words.count - 1].span)) : nil
    switch (words[0].text, comma) {
    case ("number", nil): return .number(low: low, high: high, unit: unit)
    case ("amount", nil) where unit == nil: return .amount(low: low, high: high)
    case ("scale", _) where unit == nil:
      let (lowWords, highWords) = scaleEnds(ends)
      return .scale(low: low, high: high, lowWords: lowWords, highWords: highWords)
    default:
      report(.badField(source, span))
      return unreadField(words[0].text)
    }
  }

  /// The placeholder for a field that could not be read, so that tests of its answer are not reported
  /// too.
  private func unreadField(_ word: String?) -> QuestionSyntax.Form {
    guard let word, isNear(word, "number") || ["number", "amount", "scale"].contains(word) else {
      return .text
    }
    let span = Span.empty
    return .number(
      low: Number(mantissa: 0, decimals: 0, span: span),
      high: Number(mantissa: 999_999, decimals: 0, span: span),
      unit: nil
    )
  }

  private func power(_ decimals: Int) -> Int { [1, 10, 100, 1000, 10_000][min(decimals, 4)] }

  /// The words at both ends of a scale, around `…` or `...`.
  private func scaleEnds(_ span: Span?) -> (Name?, Name?) {
    guard let span else { return (nil, nil) }
    var offset = span.start
    while offset < span.end {
      if at("…", offset, before: span.end) || at("...", offset, before: span.end) {
        return (
          name(trimmed(Span(start: span.start, end: offset))),
          name(trimmed(Span(start: offset + 3, end: span.end)))
        )
      }
      offset += 1
    }
    return (name(span), nil)
  }

  /// number = digit{1,9} [ "." digit{1,4} ]; it cannot have a comma or a sign.
  func number(_ word: Name) -> Number? {
    var mantissa = 0
    var decimals = 0
    var whole = 0
    var hasPoint = false
    for byte in word.text.utf8 {
      if byte == Byte.point, !hasPoint, whole > 0 {
        hasPoint = true
        continue
      }
      guard Byte.isDigit(byte) else { return nil }
      if hasPoint { decimals += 1 } else { whole += 1 }
      guard whole <= 9, decimals <= 4 else { return nil }
      mantissa = mantissa * 10 + Int(byte - Byte.zero)
    }
    guard whole > 0, !hasPoint || decimals > 0 else { return nil }
    return Number(mantissa: mantissa, decimals: decimals, span: word.span)
  }
}
