import GuideCheck

extension Library {
  /// Whether a gate is open.
  func isOpen(_ gate: Gate, _ state: inout State) -> Bool {
    holds(gate.condition, &state) != gate.isUnless
  }

  /// Whether a condition holds.
  func holds(_ index: Int, _ state: inout State) -> Bool {
    let condition = conditions[index]
    if condition.tests.count == 1 { return holds(condition.tests[0], &state) }
    for test in condition.tests where holds(test, &state) != condition.isAll {
      return !condition.isAll
    }
    return condition.isAll
  }

  private func holds(_ test: Test, _ state: inout State) -> Bool {
    switch test {
    case .options(let question, let mask):
      if case .options(let chosen)? = state.answers[question.index] { return chosen & mask != 0 }
      return false
    case .compares(let operand, let comparison, let constant):
      guard let value = number(operand, &state) else { return false }
      return comparison.holds(value, constant)
    case .isKnown(.question(let question)):
      guard let answer = state.answers[question.index] else { return false }
      return answer != .skipped
    case .isKnown(let operand): return number(operand, &state) != nil
    case .isSkipped(let question): return state.answers[question.index] == .skipped
    case .isTrue(let equation): return value(of: equation, &state) == .truth(true)
    case .seenStep(let step): return state.visitedSteps[step.index]
    case .seenGuide(let guide): return state.visitedGuides[guide.index]
    case .seenQuestion(let question): return state.answers[question.index] != nil
    case .seenSight(let sight): return state.sights[sight.index] > 0
    }
  }

  private func number(_ operand: Operand, _ state: inout State) -> Fraction? {
    switch operand {
    case .question(let question):
      if case .number(let value)? = state.answers[question.index] { return value }
      return nil
    case .equation(let equation):
      if case .number(let value) = value(of: equation, &state) { return value }
      return nil
    }
  }

  /// The value of an equation as things stand.
  func value(of equation: EquationID, _ state: inout State) -> Value {
    if let value = state.memory[equation] { return value }
    // A chain of equations may be long: those it reads are worked out first, without recursion.
    var pending = [equation]
    while let next = pending.last {
      let unread = equations[next.index].reads.filter { read in
        state.memory[read] == nil && !equations[read.index].readsSights
      }
      if unread.isEmpty {
        pending.removeLast()
        let value = workOut(next, &state)
        if next == equation { return value }
      } else {
        pending += unread
      }
    }
    return .missing
  }

  private func workOut(_ identifier: EquationID, _ state: inout State) -> Value {
    let equation = equations[identifier.index]
    let value: Value
    if case .truth(let condition) = equation.expression {
      value = .truth(holds(condition, &state))
    } else {
      value = result(equation.expression, &state).map { .number($0) } ?? .missing
    }
    // What is seen changes with every passage; such a value is worked out each time it is asked for.
    if !equation.readsSights { state.memory.remember(identifier, value) }
    return value
  }

  private func result(_ expression: Equation.Expression, _ state: inout State) -> Fraction? {
    switch expression {
    case .constant(let value): return value
    case .question(let question): return number(.question(question), &state)
    case .equation(let equation): return number(.equation(equation), &state)
    case .ticked(let question):
      if case .options(let chosen)? = state.answers[question.index] {
        return Fraction((chosen & ~questions[question.index].exclusive).nonzeroBitCount)
      }
      return nil
    case .counted(let equation):
      return value(of: equation, &state) == .truth(true) ? Fraction(1) : .zero
    case .sum(let a, let b): return both(a, b, &state) { $0.plus($1) }
    case .difference(let a, let b): return both(a, b, &state) { $0.minus($1) }
    case .product(let a, let b): return both(a, b, &state) { $0.times($1) }
    case .quotient(let a, let b): return both(a, b, &state) { $0.divided(by: $1) }
    case .truth: return nil
    }
  }

  private func both(
    _ a: Equation.Expression, _ b: Equation.Expression, _ state: inout State,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Fraction? {
    guard let first = result(a, &state), let second = result(b, &state) else { return nil }
    return operation(first, second)
  }
}
