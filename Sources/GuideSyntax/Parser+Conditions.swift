import SourceText

extension Parser {
  /// guard = ( "when" | "unless" ) condition .
  mutating func guardCondition(_ span: Span) -> Guard? {
    let words = words(in: span)
    guard let first = words.first else { return nil }
    let isUnless: Bool
    switch first.text {
    case "when": isUnless = false
    case "unless": isUnless = true
    default:
      report(.guardExpected(source, span, first: first))
      return Guard(condition: unreadable(span), isUnless: false)
    }
    let rest = trimmed(Span(start: first.span.end, end: span.end))
    let condition = rest.isEmpty ? nil : condition(rest)
    if rest.isEmpty { report(.emptyCondition(source, first.span)) }
    let unread = rest.isEmpty ? span : rest
    return Guard(condition: condition ?? unreadable(unread), isUnless: isUnless)
  }

  /// The condition of `when C:` and `unless C:`, given the text after the word.
  mutating func conditionBeforeColon(_ rest: Span) -> ConditionSyntax {
    let span = Span(start: rest.start, end: max(rest.start, rest.end - 1))
    return condition(span) ?? unreadable(span)
  }

  /// The placeholder for a condition that could not be read, so that what depends on it is kept.
  private func unreadable(_ span: Span) -> ConditionSyntax {
    ConditionSyntax(atoms: [], joiner: .and, span: span)
  }

  /// condition = test ( "and" test )* | test ( "or" test )* .
  mutating func condition(_ span: Span) -> ConditionSyntax? {
    let words = words(in: trimmed(span))
    guard !words.isEmpty else {
      report(.emptyCondition(source, span))
      return nil
    }
    var cursor = 0
    var atoms: [AtomicConditionSyntax] = []
    var joiners: [Name] = []
    while cursor < words.count {
      guard let atom = test(words, &cursor) else { return nil }
      atoms.append(atom)
      guard cursor < words.count else { break }
      let joiner = words[cursor]
      guard joiner.text == "and" || joiner.text == "or" else {
        report(.conditionShape(source, joiner, whole: trimmed(span)))
        return nil
      }
      joiners.append(joiner)
      cursor += 1
      if cursor == words.count {
        report(.emptyCondition(source, joiner.span))
        return nil
      }
    }
    let hasValuesWithOr = atoms.contains { atom in
      switch atom.relation {
      case .isAny(let values), .includesAny(let values), .isAnsweredWithout(let values):
        values.count > 1
      default: false
      }
    }
    let kinds = Set(joiners.map(\.text))
    if kinds.count > 1 || kinds.contains("and") && hasValuesWithOr {
      report(.mixedJoiners(source, trimmed(span)))
    }
    return ConditionSyntax(
      atoms: atoms,
      joiner: kinds.contains("and") ? .and : .or,
      span: trimmed(span)
    )
  }

  /// test = "seen" place | name "is" … | name "includes" value ( "or" value )* .
  private mutating func test(_ words: [Name], _ cursor: inout Int) -> AtomicConditionSyntax? {
    let start = words[cursor]
    if start.text == "seen" { return seenAtom(words, &cursor) }
    if start.text == "not" || start.text == "no" {
      report(.noNot(source, start))
      return nil
    }
    let subject = expectName(start.span)
    cursor += 1
    guard cursor < words.count else {
      report(.conditionShape(source, start, whole: start.span))
      return nil
    }
    let verb = words[cursor]
    cursor += 1
    switch verb.text {
    case "is": return isTest(subject, words, &cursor, verb: verb)
    case "includes":
      guard let values = values(words, &cursor, after: verb) else { return nil }
      return AtomicConditionSyntax(
        subject: subject,
        relation: .includesAny(values),
        span: subject.span.union(values[values.count - 1].span)
      )
    default:
      if let words = wordsForSigns[verb.text] {
        report(.signInCondition(source, verb, words: words))
      } else {
        report(.conditionShape(source, verb, whole: start.span.union(verb.span)))
      }
      return nil
    }
  }

  private mutating func seenAtom(_ words: [Name], _ cursor: inout Int) -> AtomicConditionSyntax? {
    let start = words[cursor]
    cursor += 1
    let first = cursor
    while cursor < words.count, words[cursor].text != "and", words[cursor].text != "or" {
      cursor += 1
    }
    guard cursor > first else {
      report(.emptyCondition(source, start.span))
      return nil
    }
    let place = name(words[first].span.union(words[cursor - 1].span))
    return AtomicConditionSyntax(
      subject: place,
      relation: .isSeen,
      span: start.span.union(place.span)
    )
  }

  private mutating func isTest(
    _ subject: Name,
    _ words: [Name],
    _ cursor: inout Int,
    verb: Name
  ) -> AtomicConditionSyntax? {
    guard cursor < words.count else {
      report(.emptyCondition(source, verb.span))
      return nil
    }
    let word = words[cursor]
    let next = cursor + 1 < words.count ? words[cursor + 1].text : ""
    if word.text == "not" {
      report(.noNot(source, word))
      return nil
    }
    if let comparison = AtomicConditionSyntax.Comparison(rawValue: "\(word.text) \(next)") {
      cursor += 2
      guard cursor < words.count, let number = number(words[cursor]) else {
        report(.numberExpected(source, cursor < words.count ? words[cursor] : words[cursor - 1]))
        return nil
      }
      cursor += 1
      return AtomicConditionSyntax(
        subject: subject,
        relation: .compares(comparison, number),
        span: subject.span.union(number.span)
      )
    }
    if let number = number(word) {
      cursor += 1
      return AtomicConditionSyntax(
        subject: subject,
        relation: .compares(.equal, number),
        span: subject.span.union(word.span)
      )
    }
    if word.text == "answered", next == "without" {
      cursor += 2
      guard let values = values(words, &cursor, after: words[cursor - 1]) else { return nil }
      return AtomicConditionSyntax(
        subject: subject,
        relation: .isAnsweredWithout(values),
        span: subject.span.union(values[values.count - 1].span)
      )
    }
    let simple: AtomicConditionSyntax.Relation? =
      switch word.text {
      case "known": .isKnown
      case "skipped": .isSkipped
      case "true": .isTrue
      default: nil
      }
    if let simple {
      cursor += 1
      return AtomicConditionSyntax(
        subject: subject,
        relation: simple,
        span: subject.span.union(word.span)
      )
    }
    guard let values = values(words, &cursor, after: verb) else { return nil }
    return AtomicConditionSyntax(
      subject: subject,
      relation: .isAny(values),
      span: subject.span.union(values[values.count - 1].span)
    )
  }

  /// values = value ( "or" value )*, as long as what follows `or` is not another test .
  private mutating func values(_ words: [Name], _ cursor: inout Int, after verb: Name) -> [Name]? {
    guard cursor < words.count else {
      report(.emptyCondition(source, verb.span))
      return nil
    }
    var values = [expectName(words[cursor].span)]
    cursor += 1
    while cursor + 1 < words.count, words[cursor].text == "or" {
      let following = cursor + 2 < words.count ? words[cursor + 2].text : ""
      if following == "is" || following == "includes" || words[cursor + 1].text == "seen" { break }
      values.append(expectName(words[cursor + 1].span))
      cursor += 2
    }
    return values
  }
}

/// The words that a condition uses in place of the symbols of a spreadsheet.
let wordsForSigns = [
  ">": "is more than", "<": "is less than", ">=": "is at least", "<=": "is at most",
  "\u{2265}": "is at least", "\u{2264}": "is at most", "=": "is", "==": "is",
]
