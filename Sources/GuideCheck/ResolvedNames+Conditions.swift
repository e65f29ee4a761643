import GuideSyntax
import SourceText

extension ResolvedNames {
  /// The tests of a condition, one for each as written; nil for those with errors.
  mutating func atoms(of syntax: ConditionSyntax) -> [AtomicCondition?] {
    syntax.atoms.map { test($0) }
  }

  /// A condition made of these tests; nil if one of them has an error.
  mutating func condition(
    _ syntax: ConditionSyntax,
    of tests: [AtomicCondition?]
  ) -> Condition? {
    let atoms = tests.compactMap(\.self)
    guard atoms.count == syntax.atoms.count else { return nil }
    let isAll = syntax.joiner == .and || atoms.count == 1
    if isAll { checkTogether(atoms, syntax) }
    return Condition(atoms: atoms, isAll: isAll, words: source.text(syntax.span), span: syntax.span)
  }

  /// A condition made of these tests, added to those of the guide.
  mutating func clause(
    _ syntax: ConditionSyntax,
    of tests: [AtomicCondition?],
    isUnless: Bool
  ) -> WhenClause? {
    guard let condition = condition(syntax, of: tests) else { return nil }
    return WhenClause(condition: add(condition), isUnless: isUnless)
  }

  /// A condition that controls the path can compare answers, their sums, and counts, but no product of answers.
  mutating func checkRouting(_ clause: WhenClause, _ span: Span) {
    for atom in conditions[clause.condition - declarations.origin.conditions].atoms {
      guard case .compares(.equation(let equation), _, _) = atom else { continue }
      if !facts(of: equation).isLinear {
        report(.tooWideForRouting(source, span, name: self[equation].name))
      }
    }
  }

  /// Two tests of one choice that cannot both be true.
  private mutating func checkTogether(_ atoms: [AtomicCondition], _ syntax: ConditionSyntax) {
    guard atoms.count > 1 else { return }
    var masks: [QuestionID: OptionMask] = [:]
    for (index, atom) in atoms.enumerated() {
      guard case .options(let question, let mask) = atom,
        declarations[question].domain == .choice
      else { continue }
      let both = (masks[question] ?? .all).intersection(mask)
      if both.isEmpty {
        report(
          .neverTogether(source, syntax.atoms[index].span, name: syntax.atoms[index].subject.text)
        )
        return
      }
      masks[question] = both
    }
  }

  private mutating func test(_ syntax: AtomicConditionSyntax) -> AtomicCondition? {
    if case .isSeen = syntax.relation { return seen(syntax.subject) }
    guard let operand = operand(named: syntax.subject) else { return nil }
    switch operand {
    case .question(let question): return test(of: question, syntax)
    case .equation(let equation): return test(of: equation, syntax)
    }
  }

  private mutating func test(
    of identifier: QuestionID,
    _ syntax: AtomicConditionSyntax
  ) -> AtomicCondition? {
    let question = declarations[identifier]
    switch (syntax.relation, question.domain) {
    case (.isKnown, _): return .isKnown(.question(identifier))
    case (.isSkipped, _): return .isSkipped(identifier)
    case (_, let domain) where domain.partition == .whole:
      report(.freeTextInCondition(source, syntax.subject))
      return nil
    case (.isAny(let values), .choice), (.includesAny(let values), .ticks):
      return options(values, of: identifier).map { .options(identifier, $0) }
    case (.isAnsweredWithout(let values), .ticks):
      return options(values, of: identifier).map { .answeredWithout(identifier, $0) }
    case (.isAny(let values), .ticks):
      report(
        .isInsteadOfIncludes(
          source,
          syntax.span,
          verb: verb(of: syntax, values),
          name: question.name,
          value: values[0].text
        )
      )
      return nil
    case (.includesAny(let values), .choice):
      report(
        .includesInsteadOfIs(
          source,
          syntax.span,
          verb: verb(of: syntax, values),
          name: question.name,
          value: values[0].text
        )
      )
      return nil
    case (.compares(let comparison, let number), .number(let numbers)):
      return compares(.question(identifier), comparison, number, bounds: numbers.range)
    case (.isAny(let values), .number):
      report(.numberExpectedOf(source, values[0], name: question.name))
      return nil
    case (.isTrue, _):
      report(.truthExpected(source, syntax.subject))
      return nil
    default:
      report(
        .wrongTest(source, syntax.span, name: question.name, answers: question.options.map(\.name))
      )
      return nil
    }
  }

  /// The word between the question and the first answer.
  private func verb(of atom: AtomicConditionSyntax, _ values: [Name]) -> Span {
    let between = Span(start: atom.subject.span.end, end: values[0].span.start)
    let spaces = source.text(between).utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let word = source.text(between).utf8.filter { $0 != UInt8(ascii: " ") }.count
    return Span(start: between.start + spaces, end: between.start + spaces + word)
  }

  private mutating func options(_ values: [Name], of identifier: QuestionID) -> OptionMask? {
    let places = values.compactMap { option(named: $0, of: declarations[identifier]) }
    return places.isEmpty ? nil : OptionMask(places: places)
  }

  /// The index of the option that a name refers to; a question without it is reported.
  mutating func option(named name: Name, of question: Question) -> Int? {
    if let place = question.option(named: name.text) { return place }
    report(
      .unknownAnswer(source, name, question: question.name, among: question.options.map(\.name))
    )
    return nil
  }

  private mutating func test(
    of identifier: EquationID,
    _ syntax: AtomicConditionSyntax
  ) -> AtomicCondition? {
    let equation = self[identifier]
    switch syntax.relation {
    case .isTrue where equation.isTruth: return .isTrue(identifier)
    case .isKnown where !equation.isTruth: return .isKnown(.equation(identifier))
    case .compares(let comparison, let number) where !equation.isTruth:
      // The value of an equation that cannot be read yet is not known.
      let bounds = facts(of: identifier).isClear ? equation.bounds : nil
      return compares(.equation(identifier), comparison, number, bounds: bounds)
    case .isTrue: report(.truthExpected(source, syntax.subject))
    default:
      report(
        equation.isTruth
          ? .truthNeedsTrue(source, syntax.span, name: equation.name, isYes: syntax.isYes)
          : .wrongTest(source, syntax.span, name: equation.name, answers: [])
      )
    }
    return nil
  }

  private mutating func compares(
    _ operand: Operand,
    _ comparison: AtomicConditionSyntax.Comparison,
    _ number: Number,
    bounds: ClosedRange<Fraction>?
  ) -> AtomicCondition? {
    let constant = Fraction(number)
    let comparison: Comparison =
      switch comparison {
      case .atLeast: .atLeast
      case .atMost: .atMost
      case .equal: .equal
      case .lessThan: .lessThan
      case .moreThan: .moreThan
      }
    if let bounds {
      let low = comparison.holds(bounds.lowerBound, constant)
      let high = comparison.holds(bounds.upperBound, constant)
      let isInside = bounds.contains(constant)
      if !low, !high, comparison != .equal || !isInside {
        report(.neverSoLarge(source, number.span, bounds: bounds))
      } else if low, high {
        report(.alwaysSo(source, number.span, bounds: bounds))
      }
    }
    return .compares(operand, comparison, constant)
  }

  private mutating func seen(_ name: Name) -> AtomicCondition? {
    guard let mention = mention(named: name) else { return nil }
    switch mention {
    case .step(let step): return .seenStep(step)
    case .guide(let guide): return .seenGuide(guide)
    case .question(let question): return .seenQuestion(question)
    case .equation:
      report(.unknownPlace(source, name, among: diagnostics.candidates(placeNames)))
      return nil
    case .claim, .figure, .said, .subject:
      if let known = mentions[mention] { return .seenMention(known) }
      let identifier = MentionID(mentions.count)
      mentions[mention] = identifier
      return .seenMention(identifier)
    }
  }
}

extension AtomicConditionSyntax {
  /// Whether this tests for the answer *yes* alone.
  fileprivate var isYes: Bool {
    if case .isAny(let values) = relation { values.map(\.text) == ["yes"] } else { false }
  }
}
