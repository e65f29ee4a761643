import GuideSyntax
import SourceText

extension GuideBuilder {
  /// The checked form of a condition and how it is read; nil if a part of it is in error.
  mutating func clause(_ syntax: ConditionSyntax, isUnless: Bool, routes: Bool) -> WhenClause? {
    guard let condition = condition(syntax, isUnless: isUnless) else { return nil }
    let clause = WhenClause(condition: add(condition), isUnless: isUnless)
    if routes { checkRouting(clause, syntax.span) }
    return clause
  }

  mutating func add(_ condition: Condition) -> Int {
    checker.conditions.append(condition)
    return checker.conditions.count - 1
  }

  mutating func condition(_ syntax: ConditionSyntax, isUnless: Bool) -> Condition? {
    var atoms: [AtomicCondition] = []
    for atom in syntax.atoms {
      guard let checked = self.test(atom) else { continue }
      atoms.append(checked)
      if let question = checked.question {
        reads.append(Read(question: question, order: order, instruction: next, span: atom.span))
      }
      if case .options(let question, let mask) = checked {
        stepTests.append(
          StepTest(question: question, mask: mask, isUnless: isUnless, span: atom.span)
        )
      } else if isUnless, case .isKnown(.question(let question)) = checked {
        stepTests.append(StepTest(question: question, mask: [], isUnless: true, span: atom.span))
      }
    }
    guard atoms.count == syntax.atoms.count else { return nil }
    let isAll = syntax.joiner == .and || atoms.count == 1
    if isAll { checkTogether(atoms, syntax) }
    return Condition(atoms: atoms, isAll: isAll, words: source.text(syntax.span), span: syntax.span)
  }

  /// Two tests of one choice that cannot both hold.
  private mutating func checkTogether(_ atoms: [AtomicCondition], _ syntax: ConditionSyntax) {
    guard atoms.count > 1 else { return }
    var masks: [QuestionID: OptionMask] = [:]
    for (index, atom) in atoms.enumerated() {
      guard case .options(let question, let mask) = atom,
        checker.questions[question.index].domain == .choice
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
    let question = checker.questions[identifier.index]
    switch (syntax.relation, question.domain) {
    case (.isKnown, _): return .isKnown(.question(identifier))
    case (.isSkipped, _): return .isSkipped(identifier)
    case (_, .text):
      report(.freeTextInCondition(source, syntax.subject))
      return nil
    case (.isAny(let values), .choice), (.includesAny(let values), .ticks):
      return options(values, of: identifier)
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

  /// The word between what is tested and the first answer.
  private func verb(of atom: AtomicConditionSyntax, _ values: [Name]) -> Span {
    let between = Span(start: atom.subject.span.end, end: values[0].span.start)
    let spaces = source.text(between).utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let word = source.text(between).utf8.filter { $0 != UInt8(ascii: " ") }.count
    return Span(start: between.start + spaces, end: between.start + spaces + word)
  }

  private mutating func options(_ values: [Name], of identifier: QuestionID) -> AtomicCondition? {
    let question = checker.questions[identifier.index]
    var mask: OptionMask = []
    for value in values {
      guard let index = question.option(named: value.text) else {
        report(
          .unknownAnswer(
            source,
            value,
            question: question.name,
            among: question.options.map(\.name)
          )
        )
        continue
      }
      mask.formUnion(OptionMask(place: index))
    }
    return mask.isEmpty ? nil : .options(identifier, mask)
  }

  private mutating func test(
    of identifier: EquationID,
    _ syntax: AtomicConditionSyntax
  ) -> AtomicCondition? {
    let equation = checker.equations[identifier.index]
    switch syntax.relation {
    case .isTrue where equation.isTruth: return .isTrue(identifier)
    case .isKnown where !equation.isTruth: return .isKnown(.equation(identifier))
    case .compares(let comparison, let number) where !equation.isTruth:
      // What an equation comes to that cannot be read yet, nobody knows.
      let bounds = unclear.contains(identifier) ? nil : equation.bounds
      return compares(.equation(identifier), comparison, number, bounds: bounds)
    case .isTrue: report(.truthExpected(source, syntax.subject))
    default:
      report(
        equation.isTruth
          ? .truthNeedsTrue(source, syntax.span, name: equation.name)
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
      report(.unknownPlace(source, name, among: checker.candidates(placeNames)))
      return nil
    case .claim, .figure, .subject:
      if let known = checker.mentions[mention] { return .seenMention(known) }
      let identifier = MentionID(checker.mentions.count)
      checker.mentions[mention] = identifier
      return .seenMention(identifier)
    }
  }

  /// The question or equation a name stands for.
  mutating func operand(named name: Name) -> Operand? {
    switch scope[name.text] {
    case .question(let question): return .question(question)
    case .equation(let equation): return .equation(equation)
    case .step:
      if !doubled.contains(name.text) { report(.stepIsNoValue(source, name)) }
      return nil
    case .row, nil:
      if let question = checker.shared[name.text] { return .question(question) }
      // A ring of equations has been reported as that.
      if rings.contains(name.text) { return nil }
      report(.unknownName(source, name, among: checker.candidates(valueNames)))
      return nil
    }
  }

  var valueNames: [String] { scope.valueNames + checker.shared.keys }

  var placeNames: [String] {
    scope.names + Array(checker.guideNames.keys) + Array(checker.evidence.claimPlaces.keys)
      + Array(checker.evidence.figurePlaces.keys) + Array(checker.subjects.keys)
  }

  /// What routes a walk may read one answer, or a linear equation over one.
  mutating func checkRouting(_ clause: WhenClause, _ span: Span) {
    for atom in checker.conditions[clause.condition].atoms {
      guard case .compares(.equation(let equation), _, _) = atom else { continue }
      if linearQuestion(of: .equation(equation)) == nil {
        report(.tooWideForRouting(source, span, name: checker.equations[equation.index].name))
      }
    }
  }

  /// The one question a linear expression reads; nil if it reads others, or in another way.
  func linearQuestion(of expression: Equation.Expression) -> QuestionID? {
    func isConstant(_ expression: Equation.Expression) -> Bool {
      if case .constant = expression { true } else { false }
    }
    switch expression {
    case .question(let question), .ticked(let question): return question
    case .equation(let equation): return linears[equation.index - extentOrigin]
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b):
      if isConstant(a) { return linearQuestion(of: b) }
      return isConstant(b) ? linearQuestion(of: a) : nil
    case .quotient(let a, let b): return isConstant(b) ? linearQuestion(of: a) : nil
    case .constant, .counted, .truth: return nil
    }
  }

  /// A step that tests for *yes* must also deal with *unsure*.
  mutating func checkUnsure() {
    var reported: Set<QuestionID> = []
    for atom in stepTests where !atom.isUnless && !reported.contains(atom.question) {
      let question = checker.questions[atom.question.index]
      guard let yes = question.option(named: "yes"), let unsure = question.option(named: "unsure"),
        atom.mask.contains(place: yes)
      else { continue }
      let isDealtWith = stepTests.contains { other in
        other.question == atom.question
          && (other.isUnless || other.mask.contains(place: unsure))
      }
      if !isDealtWith {
        reported.insert(atom.question)
        report(.unsureForgotten(source, atom.span, name: question.name))
      }
    }
  }
}
