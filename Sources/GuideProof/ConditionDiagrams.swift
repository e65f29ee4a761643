import GuideCheck

/// The conditions of a library as decision diagrams, each built when it is first read.
struct ConditionDiagrams {
  let library: Library
  let classes: [AnswerClasses]
  let variables: Variables
  let reading: AnswerReading
  var diagrams = DecisionDiagrams()
  private var conditions: [Int??]
  private var values: [Int??]
  private var readFacts: [[Int]?]

  /// A condition that would need more nodes than this is treated as free.
  private static let mostNodes = 20_000

  init(_ library: Library) {
    self.library = library
    reading = AnswerReading(library)
    classes = reading.classes
    variables = Variables(library, classes)
    conditions = Array(repeating: nil, count: library.conditions.count)
    values = Array(repeating: nil, count: library.equations.count)
    readFacts = Array(repeating: nil, count: library.conditions.count)
  }

  /// The diagram that is true where a `when` or `unless` is met; nil if its condition is free.
  mutating func isOpen(_ clause: WhenClause) -> Int? {
    guard let holds = truth(of: clause.condition) else { return nil }
    return clause.isUnless ? diagrams.opposite(holds) : holds
  }

  /// The diagram that is true where a condition is; nil if it is free: if it reads so many numbers
  /// together that both outcomes are assumed to be possible wherever it is read.
  mutating func truth(of condition: Int) -> Int? {
    if let known = conditions[condition] { return known }
    for equation in equationsRead(by: condition) where values[equation.index] == nil {
      values[equation.index] = .some(value(library.equations[equation.index], equation))
    }
    let result = workOut(condition)
    conditions[condition] = .some(result)
    return result
  }

  /// The diagram that is true where a condition is true, or would be if a question that was skipped or
  /// not asked had another answer; nil if it is free.
  mutating func mightHold(_ condition: Int) -> Int? {
    let isAll = library.conditions[condition].isAll
    var result = isAll ? DecisionDiagrams.yes : DecisionDiagrams.no
    for atom in library.conditions[condition].atoms {
      guard var next = holds(atom) else { return nil }
      switch atom {
      case .options(let question, _), .compares(.question(let question), _, _):
        let isOpen = isAnswer(question) { $0 <= 1 }
        next = diagrams.either(next, isOpen)
      default: break
      }
      result = isAll ? diagrams.both(result, next) : diagrams.either(result, next)
    }
    return result
  }

  /// The diagram that is true where one of some options of a question is offered, before the question is
  /// answered; nil if it is free.
  mutating func isAnyOpen(_ options: OptionMask, _ question: QuestionID) -> Int? {
    var result = DecisionDiagrams.no
    for (index, option) in library[question].options.enumerated()
    where options.contains(place: index) {
      guard let clause = option.condition else { return DecisionDiagrams.yes }
      guard let open = isOpen(clause) else { return nil }
      result = diagrams.either(result, open)
    }
    let variables = variables
    return diagrams.zeroing(result) {
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
  }

  /// The facts a condition reads, directly or through equations.
  mutating func facts(readBy condition: Int) -> [Int] {
    if let known = readFacts[condition] { return known }
    var found: Set<Int> = []
    func read(_ atoms: [AtomicCondition]) {
      for atom in atoms {
        switch atom {
        case .options(let question, _), .compares(.question(let question), _, _),
          .isKnown(.question(let question)), .isSkipped(let question), .seenQuestion(let question):
          found.insert(variables.fact(question))
        case .seenStep(let step): found.insert(variables.fact(.topic(step)))
        case .seenGuide(let guide): found.insert(variables.fact(.guide(guide)))
        case .seenMention(let mention): found.insert(variables.fact(mention))
        case .compares, .isKnown, .isTrue: break
        }
      }
    }
    func read(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .counted, .equation: break
      case .question(let question), .ticked(let question): found.insert(variables.fact(question))
      case .truth(let condition): read(library.conditions[condition].atoms)
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        read(a)
        read(b)
      }
    }
    read(library.conditions[condition].atoms)
    for equation in equationsRead(by: condition) {
      read(library.equations[equation.index].expression)
    }
    let result = found.sorted()
    readFacts[condition] = result
    return result
  }

  /// The equations a condition reads, directly or through others, each after those it reads.
  private func equationsRead(by condition: Int) -> [EquationID] {
    var found: Set<Int> = []
    var pending = library.conditions[condition].atoms.compactMap { atom -> Int? in
      switch atom {
      case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
        .isTrue(let equation):
        equation.index
      default: nil
      }
    }
    while let next = pending.popLast() {
      guard found.insert(next).inserted else { continue }
      pending += library.equations[next].reads.map(\.index)
    }
    return found.sorted().map { EquationID($0) }
  }

  // MARK: building

  private mutating func workOut(_ condition: Int) -> Int? {
    let atoms = library.conditions[condition].atoms
    let isAll = library.conditions[condition].isAll
    diagrams.allow(nodes: Self.mostNodes)
    var result = isAll ? DecisionDiagrams.yes : DecisionDiagrams.no
    for atom in atoms {
      guard let next = holds(atom) else { return nil }
      result = isAll ? diagrams.both(result, next) : diagrams.either(result, next)
    }
    return diagrams.isOverfull ? nil : result
  }

  private mutating func holds(_ atom: AtomicCondition) -> Int? {
    switch atom {
    case .options(let question, let mask): return isAny(question, mask)
    case .compares(.question(let question), let comparison, let constant):
      return compares(number(question), comparison, constant)
    case .compares(.equation(let equation), let comparison, let constant):
      guard !reading.isWide[equation.index], let value = values[equation.index] ?? nil else {
        return nil
      }
      return compares(value, comparison, constant)
    case .isKnown(.question(let question)):
      return isAnswer(question) { $0 >= 2 }
    case .isKnown(.equation(let equation)): return isKnown(equation)
    case .isSkipped(let question): return isAnswer(question) { $0 == 1 }
    case .isTrue(let equation): return values[equation.index] ?? nil
    case .seenStep(let step): return isSet(variables.fact(.topic(step)))
    case .seenGuide(let guide): return isSet(variables.fact(.guide(guide)))
    case .seenQuestion(let question): return isAnswer(question) { $0 >= 1 }
    case .seenMention(let mention): return isSet(variables.fact(mention))
    }
  }

  private mutating func isSet(_ variable: Int) -> Int {
    diagrams.choice(variable, [DecisionDiagrams.no, DecisionDiagrams.yes])
  }

  mutating func isAnswer(_ question: QuestionID, _ holds: (Int) -> Bool) -> Int {
    diagrams.isAny(variables[question].variable, of: variables[question].width, holds)
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

  private mutating func isKnown(_ equation: EquationID) -> Int {
    var result = DecisionDiagrams.yes
    var visited: Set<EquationID> = [equation]
    var pending = [equation]
    var questions: [QuestionID] = []
    func visit(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .counted, .truth: break
      case .question(let question), .ticked(let question): questions.append(question)
      case .equation(let read): if visited.insert(read).inserted { pending.append(read) }
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        visit(a)
        visit(b)
      }
    }
    while let next = pending.popLast() { visit(library.equations[next.index].expression) }
    for question in questions {
      result = diagrams.both(result, isAnswer(question) { $0 >= 2 })
    }
    return result
  }

  /// The diagram of an equation; nil if it is free, or is only printed.
  private mutating func value(_ equation: Equation, _ identifier: EquationID) -> Int? {
    if case .truth(let condition) = equation.expression { return workOut(condition) }
    if reading.isWide[identifier.index] { return nil }
    diagrams.allow(nodes: Self.mostNodes)
    let result = value(equation.expression)
    return diagrams.isOverfull ? nil : result
  }

  private mutating func value(_ expression: Equation.Expression) -> Int? {
    switch expression {
    case .constant(let number): return diagrams.constant(.number(number))
    case .question(let question): return number(question)
    case .equation(let equation): return values[equation.index] ?? nil
    case .ticked(let question): return ticked(question)
    case .counted(let equation):
      guard let truth = values[equation.index] ?? nil else { return nil }
      return diagrams.mapping(truth) { .number(Fraction($0 == .truth(true) ? 1 : 0)) }
    case .sum(let a, let b): return both(a, b) { $0.plus($1) }
    case .difference(let a, let b): return both(a, b) { $0.minus($1) }
    case .product(let a, let b): return both(a, b) { $0.times($1) }
    case .quotient(let a, let b): return both(a, b) { $0.divided(by: $1) }
    case .truth: return nil
    }
  }

  private mutating func both(
    _ a: Equation.Expression,
    _ b: Equation.Expression,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Int? {
    guard let first = value(a), let second = value(b) else { return nil }
    return diagrams.combined(first, second) { left, right in
      if left == .missing || right == .missing { return .missing }
      guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
      return operation(x, y).map { .number($0) } ?? .missing
    }
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
      sum = diagrams.combined(sum, next) { left, right in
        guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
        return x.plus(y).map { .number($0) } ?? .missing
      }
    }
    return diagrams.choice(variables[question].variable, [missing, missing, sum])
  }
}
