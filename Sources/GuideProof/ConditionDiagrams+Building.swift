import GuideCheck

// The diagrams of conditions and equations.
extension ConditionDiagrams {
  /// What tests of whether a question was answered or asked read.
  enum Knowing {
    /// The answers.
    case answers
    /// Variables of their own.
    case shadows
  }

  /// The diagrams of equations: of their truth or, as far as conditions can tell it, of their number; nil if it
  /// is free.
  struct Values {
    fileprivate var known: [EquationID: Int?] = [:]
  }

  /// The diagram that is true where a condition is; nil if it is free.
  mutating func workOut(_ condition: Int, _ knowing: Knowing) -> Int? {
    for equation in equations(neededFor: condition, knowing) {
      let result = value(of: equation, knowing)
      switch knowing {
      case .answers: values.known[equation] = .some(result)
      case .shadows: shadowedValues.known[equation] = .some(result)
      }
    }
    let attempt = diagrams.begin(nodes: nodesLeft(Self.mostNodesOfOne))
    return diagrams.end(attempt, together(condition, knowing))
  }

  private func known(_ equation: EquationID, _ knowing: Knowing) -> Int?? {
    knowing == .answers ? values.known[equation] : shadowedValues.known[equation]
  }

  /// The equations a condition reads whose values are not known yet, each after those it reads.
  private func equations(neededFor condition: Int, _ knowing: Knowing) -> [EquationID] {
    var found: Set<Int> = []
    var pending = library.conditions[condition].atoms.compactMap(\.equationRead)
    while let next = pending.popLast() {
      guard known(next, knowing) == nil, found.insert(next.index).inserted else { continue }
      pending += library.equations[next.index].reads
    }
    return found.sorted().map { EquationID($0) }
  }

  private mutating func together(_ condition: Int, _ knowing: Knowing) -> Int? {
    let isAll = library.conditions[condition].isAll
    var result = isAll ? DecisionDiagrams.yes : DecisionDiagrams.no
    for atom in library.conditions[condition].atoms {
      guard let next = holds(atom, knowing) else { return nil }
      result = isAll ? diagrams.both(result, next) : diagrams.either(result, next)
    }
    return result
  }

  private mutating func holds(_ atom: AtomicCondition, _ knowing: Knowing) -> Int? {
    switch atom {
    case .options(let question, let mask): return isAny(question, mask)
    case .answeredWithout(let question, let mask):
      let isWithout = diagrams.opposite(isAny(question, mask))
      return diagrams.both(isKnown(question, knowing) { $0 >= 2 }, isWithout)
    case .compares(.question(let question), let comparison, let constant):
      return compares(number(question), comparison, constant)
    case .compares(.equation(let equation), let comparison, let constant):
      if case .sum(let sum) = reading.form(of: equation) {
        return compares(sum, comparison, constant, knowing)
      }
      guard let value = known(equation, knowing) ?? nil else { return nil }
      return compares(value, comparison, constant)
    case .isKnown(.question(let question)): return isKnown(question, knowing) { $0 >= 2 }
    case .isKnown(.equation(let equation)):
      var result = DecisionDiagrams.yes
      for question in reading.partsRead(by: equation).sorted(by: { $0.index < $1.index }) {
        result = diagrams.both(result, isKnown(question, knowing) { $0 >= 2 })
      }
      return result
    case .isSkipped(let question): return isKnown(question, knowing) { $0 == 1 }
    case .isTrue(let equation): return known(equation, knowing) ?? nil
    case .seenStep(let step): return isSet(variables.fact(.topic(step)))
    case .seenGuide(let guide): return isSet(variables.fact(.guide(guide)))
    case .seenQuestion(let question): return isKnown(question, knowing) { $0 >= 1 }
    case .seenMention(let mention): return isSet(variables.fact(mention))
    }
  }

  private mutating func isKnown(
    _ question: QuestionID,
    _ knowing: Knowing,
    _ holds: (Int) -> Bool
  ) -> Int {
    switch knowing {
    case .answers: isAnswer(question, holds)
    case .shadows: diagrams.isAny(variables[question].shadow, of: 3, holds)
    }
  }

  /// The diagram that is true where one of these options was chosen.
  private mutating func isAny(_ question: QuestionID, _ mask: OptionMask) -> Int {
    switch classes[question.index] {
    case .choice(let sets):
      return isAnswer(question) { $0 >= 2 && !sets[$0 - 2].isDisjoint(with: mask) }
    case .ticks(let sets, let alone):
      var result = DecisionDiagrams.no
      for (tick, set) in zip(variables[question].ticks, sets + alone)
      where !set.isDisjoint(with: mask) {
        result = diagrams.either(result, isSet(tick))
      }
      return result
    case .answered, .numbers, .unread: return DecisionDiagrams.no
    }
  }

  private mutating func compares(
    _ value: Int,
    _ comparison: Comparison,
    _ constant: Fraction
  ) -> Int {
    diagrams.mapping(value) { outcome in
      if case .number(let number) = outcome { return .truth(comparison.holds(number, constant)) }
      return .truth(false)
    }
  }

  /// The comparison of a sum of several answers.
  private mutating func compares(
    _ sum: LinearSum,
    _ comparison: Comparison,
    _ constant: Fraction,
    _ knowing: Knowing
  ) -> Int? {
    guard let comparings = reading.comparings(of: sum, comparison, constant),
      let counted = counted(in: sum, knowing)
    else { return nil }
    var result = DecisionDiagrams.no
    for (number, comparing) in comparings {
      guard let holds = holds(comparing) else { return nil }
      let isCounted = diagrams.mapping(counted) { .truth($0 == .number(number)) }
      result = diagrams.either(result, diagrams.both(isCounted, holds))
    }
    return diagrams.both(isComplete(sum), result)
  }

  /// The diagram that is true where all parts of a sum were answered.
  private mutating func isComplete(_ sum: LinearSum) -> Int { areAnswered(Array(sum.parts)) }

  /// The diagram that is true where all of these questions were answered.
  private mutating func areAnswered(_ questions: [QuestionID]) -> Int {
    var result = DecisionDiagrams.yes
    for question in questions.sorted(by: { $0.index > $1.index }) {
      result = diagrams.both(result, isAnswer(question) { $0 >= 2 })
    }
    return result
  }

  private mutating func holds(_ comparing: SumTest.Comparing) -> Int? {
    func holds(_ test: SumTest) -> Int? {
      reading.index(of: test).map { isSet(variables.tests[$0]) }
    }
    switch comparing {
    case .never: return DecisionDiagrams.no
    case .test(let test, let isOpposite):
      return holds(test).map { isOpposite ? diagrams.opposite($0) : $0 }
    case .between(let test, let below):
      guard let atLeast = holds(test), let more = holds(below) else { return nil }
      return diagrams.both(atLeast, diagrams.opposite(more))
    }
  }

  /// The number of an answer, which is the first of its class.
  private mutating func number(_ question: QuestionID) -> Int {
    let missing = diagrams.constant(.missing)
    guard case .numbers(let ranges, let numbers) = classes[question.index] else { return missing }
    var children = [missing, missing]
    for range in ranges {
      let number = numbers.value(ofStep: range.lowerBound) ?? .zero
      children.append(diagrams.constant(.number(number)))
    }
    return diagrams.choice(variables[question].variable, children)
  }

  /// The diagram of an equation; nil if it is free, or a sum that is tested as a whole.
  private mutating func value(of equation: EquationID, _ knowing: Knowing) -> Int? {
    let expression = library.equations[equation.index].expression
    if case .truth(let condition) = expression {
      let attempt = diagrams.begin(nodes: nodesLeft(Self.mostNodesOfOne))
      return diagrams.end(attempt, together(condition, knowing))
    }
    let attempt = diagrams.begin(nodes: nodesLeft(Self.mostNodesOfOne))
    switch reading.form(of: equation) {
    case .free, .sum: return diagrams.end(attempt, nil)
    case .few: return diagrams.end(attempt, value(expression, knowing))
    case .line(let sum): return diagrams.end(attempt, value(of: sum, knowing))
    }
  }

  /// The number of a sum of at most one answer and what is counted.
  private mutating func value(of sum: LinearSum, _ knowing: Knowing) -> Int? {
    guard var result = counted(in: sum, knowing) else { return nil }
    if let (question, factor) = sum.factors.first {
      let scaled = diagrams.mapping(number(question)) { outcome in
        guard case .number(let number) = outcome else { return .missing }
        return number.times(factor).map { .number($0) } ?? .missing
      }
      result = diagrams.combined(result, scaled) { Self.both($0, $1) { $0.plus($1) } }
    }
    let offset = sum.offset
    result = diagrams.mapping(result) { outcome in
      guard case .number(let number) = outcome else { return .missing }
      return number.plus(offset).map { .number($0) } ?? .missing
    }
    return number(result, where: isComplete(sum))
  }

  /// A number where a condition is true, and missing where it is not.
  private mutating func number(_ number: Int, where condition: Int) -> Int {
    diagrams.combined(condition, number) { holds, value in
      holds == .truth(false) ? .missing : holds == .truth(true) ? value : nil
    }
  }

  /// What is counted in a sum.
  private mutating func counted(in sum: LinearSum, _ knowing: Knowing) -> Int? {
    var result = diagrams.constant(.number(.zero))
    for (count, factor) in sum.counts.sorted(by: { $0.key.order < $1.key.order }) {
      let next: Int
      switch count {
      case .ticked(let question): next = ticked(question)
      case .truth(let equation):
        guard let truth = known(equation, knowing) ?? nil else { return nil }
        next = diagrams.mapping(truth) { .number(Fraction($0 == .truth(true) ? 1 : 0)) }
      }
      result = diagrams.combined(result, next) {
        Self.both($0, $1) { sum, count in count.times(factor).flatMap { sum.plus($0) } }
      }
    }
    return result
  }

  private mutating func value(_ expression: Equation.Expression, _ knowing: Knowing) -> Int? {
    switch expression {
    case .constant(let number): return diagrams.constant(.number(number))
    case .question(let question): return number(question)
    case .equation(let equation): return known(equation, knowing) ?? nil
    case .ticked(let question): return ticked(question)
    case .counted(let equation, let compared):
      guard let truth = known(equation, knowing) ?? nil else { return nil }
      let number = diagrams.mapping(truth) { .number(Fraction($0 == .truth(true) ? 1 : 0)) }
      return self.number(number, where: areAnswered(compared))
    case .sum(let a, let b): return both(a, b, knowing) { $0.plus($1) }
    case .difference(let a, let b): return both(a, b, knowing) { $0.minus($1) }
    case .product(let a, let b): return both(a, b, knowing) { $0.times($1) }
    case .quotient(let a, let b): return both(a, b, knowing) { $0.divided(by: $1) }
    case .truth: return nil
    }
  }

  private mutating func both(
    _ a: Equation.Expression,
    _ b: Equation.Expression,
    _ knowing: Knowing,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Int? {
    guard let first = value(a, knowing), let second = value(b, knowing) else { return nil }
    return diagrams.combined(first, second) { Self.both($0, $1, operation) }
  }

  /// The result of an operation on two numbers, as far as they are known.
  private static func both(
    _ left: DecisionDiagrams.Outcome?,
    _ right: DecisionDiagrams.Outcome?,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> DecisionDiagrams.Outcome? {
    if left == .missing || right == .missing { return .missing }
    guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
    return operation(x, y).map { .number($0) } ?? .missing
  }

  /// How many options of a tick question are chosen.
  private mutating func ticked(_ question: QuestionID) -> Int {
    let missing = diagrams.constant(.missing)
    guard case .ticks(let sets, _) = classes[question.index] else { return missing }
    var sum = diagrams.constant(.number(.zero))
    let one = diagrams.constant(.number(Fraction(1)))
    let none = sum
    for (tick, _) in zip(variables[question].ticks, sets) {
      let next = diagrams.choice(tick, [none, one])
      sum = diagrams.combined(sum, next) { Self.both($0, $1) { $0.plus($1) } }
    }
    return diagrams.choice(variables[question].variable, [missing, missing, sum])
  }
}

extension AtomicCondition {
  /// The equation a test reads.
  fileprivate var equationRead: EquationID? {
    switch self {
    case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
      .isTrue(let equation):
      equation
    case .answeredWithout, .compares, .isKnown, .isSkipped, .options, .seenGuide, .seenMention,
      .seenQuestion,
      .seenStep:
      nil
    }
  }
}

extension LinearSum.Count {
  /// Counts in an order that is always the same.
  fileprivate var order: Int {
    switch self {
    case .ticked(let question): 2 * question.index
    case .truth(let equation): 2 * equation.index + 1
    }
  }
}
