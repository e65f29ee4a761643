import GuideCheck

/// The conditions of a library as functions of the variables, each worked out when it is first read.
struct Truths: ~Copyable {
  let library: Library
  let classes: [AnswerClasses]
  let variables: Variables
  let reading: AnswerReading
  var functions = Functions()
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

  /// The function that holds where a gate is open; nil if the gate is free.
  mutating func isOpen(_ gate: Gate) -> Int? {
    guard let holds = truth(of: gate.condition) else { return nil }
    return gate.isUnless ? functions.opposite(holds) : holds
  }

  /// The function that holds where a condition does; nil if it is free: if it weighs so many numbers
  /// together that both outcomes are taken to be possible wherever it is read.
  mutating func truth(of condition: Int) -> Int? {
    if let known = conditions[condition] { return known }
    for equation in equationsRead(by: condition) where values[equation.index] == nil {
      values[equation.index] = .some(value(library.equations[equation.index], equation))
    }
    let result = workOut(condition)
    conditions[condition] = .some(result)
    return result
  }

  /// The function that holds where a condition holds, or would if a question that was skipped or not
  /// asked had another answer; nil if it is free.
  mutating func mightHold(_ condition: Int) -> Int? {
    let isAll = library.conditions[condition].isAll
    var result = isAll ? Functions.yes : Functions.no
    for test in library.conditions[condition].tests {
      guard var next = holds(test) else { return nil }
      switch test {
      case .options(let question, _), .compares(.question(let question), _, _):
        let isOpen = isAnswer(question) { $0 <= 1 }
        next = functions.either(next, isOpen)
      default: break
      }
      result = isAll ? functions.both(result, next) : functions.either(result, next)
    }
    return result
  }

  /// The facts a condition reads, directly or through equations.
  mutating func facts(readBy condition: Int) -> [Int] {
    if let known = readFacts[condition] { return known }
    var found: Set<Int> = []
    func read(_ tests: [Test]) {
      for test in tests {
        switch test {
        case .options(let question, _), .compares(.question(let question), _, _),
          .isKnown(.question(let question)), .isSkipped(let question), .seenQuestion(let question):
          found.insert(variables.fact(question))
        case .seenStep(let step): found.insert(variables.fact(.topic(step)))
        case .seenGuide(let guide): found.insert(variables.fact(.guide(guide)))
        case .seenSight(let sight): found.insert(variables.fact(sight))
        case .compares, .isKnown, .isTrue: break
        }
      }
    }
    func read(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .counted, .equation: break
      case .question(let question), .ticked(let question): found.insert(variables.fact(question))
      case .truth(let condition): read(library.conditions[condition].tests)
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        read(a)
        read(b)
      }
    }
    read(library.conditions[condition].tests)
    for equation in equationsRead(by: condition) {
      read(library.equations[equation.index].expression)
    }
    let result = found.sorted()
    readFacts[condition] = result
    return result
  }

  /// The equations a condition reads, directly or through others, each behind those it reads.
  private func equationsRead(by condition: Int) -> [EquationID] {
    var found: Set<Int> = []
    var pending = library.conditions[condition].tests.compactMap { test -> Int? in
      switch test {
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

  // MARK: working out

  private mutating func workOut(_ condition: Int) -> Int? {
    let tests = library.conditions[condition].tests
    let isAll = library.conditions[condition].isAll
    functions.allow(nodes: Self.mostNodes)
    var result = isAll ? Functions.yes : Functions.no
    for test in tests {
      guard let next = holds(test) else { return nil }
      result = isAll ? functions.both(result, next) : functions.either(result, next)
    }
    return functions.isOverfull ? nil : result
  }

  private mutating func holds(_ test: Test) -> Int? {
    switch test {
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
    case .seenSight(let sight): return isSet(variables.fact(sight))
    }
  }

  private mutating func isSet(_ variable: Int) -> Int {
    functions.choice(variable, [Functions.no, Functions.yes])
  }

  mutating func isAnswer(_ question: QuestionID, _ holds: (Int) -> Bool) -> Int {
    functions.isAny(variables[question].variable, of: variables[question].width, holds)
  }

  /// The function that holds where one of these options was chosen.
  private mutating func isAny(_ question: QuestionID, _ mask: UInt64) -> Int {
    switch classes[question.index] {
    case .choice(let sets):
      return isAnswer(question) { $0 >= 2 && sets[$0 - 2] & mask != 0 }
    case .ticks(let sets, let alone):
      var result = Functions.no
      for (tick, set) in zip(variables[question].ticks, sets + alone) where set & mask != 0 {
        result = functions.either(result, isSet(tick))
      }
      return result
    case .numbers, .unread, .words: return Functions.no
    }
  }

  private mutating func compares(
    _ value: Int,
    _ comparison: Comparison,
    _ constant: Fraction
  ) -> Int {
    functions.mapping(value) { outcome in
      if case .number(let number) = outcome { return .truth(comparison.holds(number, constant)) }
      return .truth(false)
    }
  }

  /// The number of an answer: the first of its class stands for all.
  private mutating func number(_ question: QuestionID) -> Int {
    let missing = functions.constant(.missing)
    guard case .numbers(let ranges, let parts) = classes[question.index] else { return missing }
    var children = [missing, missing]
    for range in ranges {
      let number = Fraction(range.lowerBound, over: parts) ?? .zero
      children.append(functions.constant(.number(number)))
    }
    return functions.choice(variables[question].variable, children)
  }

  private mutating func isKnown(_ equation: EquationID) -> Int {
    var result = Functions.yes
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
      result = functions.both(result, isAnswer(question) { $0 >= 2 })
    }
    return result
  }

  /// The function an equation is; nil if it is free, or only ever printed.
  private mutating func value(_ equation: Equation, _ identifier: EquationID) -> Int? {
    if case .truth(let condition) = equation.expression { return workOut(condition) }
    if reading.isWide[identifier.index] { return nil }
    functions.allow(nodes: Self.mostNodes)
    let result = value(equation.expression)
    return functions.isOverfull ? nil : result
  }

  private mutating func value(_ expression: Equation.Expression) -> Int? {
    switch expression {
    case .constant(let number): return functions.constant(.number(number))
    case .question(let question): return number(question)
    case .equation(let equation): return values[equation.index] ?? nil
    case .ticked(let question): return ticked(question)
    case .counted(let equation):
      guard let truth = values[equation.index] ?? nil else { return nil }
      return functions.mapping(truth) { .number(Fraction($0 == .truth(true) ? 1 : 0)) }
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
    return functions.combined(first, second) { left, right in
      if left == .missing || right == .missing { return .missing }
      guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
      return operation(x, y).map { .number($0) } ?? .missing
    }
  }

  /// How many options of a tick question are chosen.
  private mutating func ticked(_ question: QuestionID) -> Int {
    let missing = functions.constant(.missing)
    guard case .ticks(let sets, _) = classes[question.index] else { return missing }
    var sum = functions.constant(.number(.zero))
    let one = functions.constant(.number(Fraction(1)))
    let none = sum
    for (tick, _) in zip(variables[question].ticks, sets) {
      let next = functions.choice(tick, [none, one])
      sum = functions.combined(sum, next) { left, right in
        guard case .number(let x)? = left, case .number(let y)? = right else { return nil }
        return x.plus(y).map { .number($0) } ?? .missing
      }
    }
    return functions.choice(variables[question].variable, [missing, missing, sum])
  }
}
