public import GuideCheck

extension Library {
  /// Whether a condition is met now, with `when` or `unless`.
  public func isOpen(_ clause: WhenClause, in state: State) -> Bool {
    var state = state
    return isOpen(clause, &state)
  }

  /// Whether a condition is met, with `when` or `unless`.
  func isOpen(_ clause: WhenClause, _ state: inout State) -> Bool {
    holds(clause.condition, &state) != clause.isUnless
  }

  /// Whether a condition is true.
  func holds(_ index: Int, _ state: inout State) -> Bool {
    let isAll = conditions[index].isAll
    for place in conditions[index].atoms.indices
    where holds(conditions[index].atoms[place], &state) != isAll {
      return !isAll
    }
    return isAll
  }

  private func holds(_ atom: AtomicCondition, _ state: inout State) -> Bool {
    switch atom {
    case .options(let question, let mask):
      if case .options(let chosen)? = state.answers[question.index] {
        return !chosen.isDisjoint(with: mask)
      }
      return false
    case .answeredWithout(let question, let mask):
      if case .options(let chosen)? = state.answers[question.index] {
        return chosen.isDisjoint(with: mask)
      }
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
    case .seenMention(let mention): return state.mentions[mention.index] > 0
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

  /// The current value of an equation.
  func value(of equation: EquationID, _ state: inout State) -> Value {
    if let value = state.equationCache[equation] { return value }
    if isLeaf(equation) {
      let value = workOut(equation, &state)
      if !equations[equation.index].readsMentions { state.equationCache.remember(equation, value) }
      return value
    }
    // A chain of equations can be long, so those it reads are calculated first, without recursion, and
    // each of them only once.
    var pending = [equation]
    var passing: [EquationID] = []
    while let next = pending.last {
      let count = pending.count
      if state.equationCache[next] == nil {
        for read in equations[next.index].reads
        where state.equationCache[read] == nil && !isLeaf(read) {
          pending.append(read)
        }
      }
      guard pending.count == count else { continue }
      pending.removeLast()
      if state.equationCache[next] != nil { continue }
      state.equationCache.remember(next, workOut(next, &state))
      if equations[next.index].readsMentions { passing.append(next) }
    }
    let value = state.equationCache[equation] ?? .missing
    // What was seen changes with every passage, so a value that depends on it is calculated each time.
    for equation in passing { state.equationCache.forget(equation) }
    return value
  }

  /// Whether an equation reads no other equation.
  private func isLeaf(_ equation: EquationID) -> Bool { equations[equation.index].reads.isEmpty }

  private func workOut(_ identifier: EquationID, _ state: inout State) -> Value {
    let expression = equations[identifier.index].expression
    if case .truth(let condition) = expression { return .truth(holds(condition, &state)) }
    return result(expression, &state).map { .number($0) } ?? .missing
  }

  private func result(_ expression: Equation.Expression, _ state: inout State) -> Fraction? {
    switch expression {
    case .constant(let value): return value
    case .question(let question): return number(.question(question), &state)
    case .equation(let equation): return number(.equation(equation), &state)
    case .ticked(let question):
      if case .options(let chosen)? = state.answers[question.index] {
        return Fraction(chosen.subtracting(questions[question.index].exclusive).count)
      }
      return nil
    case .counted(let equation, let compared):
      guard compared.allSatisfy({ state.answers[$0.index].map { $0 != .skipped } ?? false }) else {
        return nil
      }
      return value(of: equation, &state) == .truth(true) ? Fraction(1) : .zero
    case .sum(let a, let b): return both(a, b, &state) { $0.plus($1) }
    case .difference(let a, let b): return both(a, b, &state) { $0.minus($1) }
    case .product(let a, let b): return both(a, b, &state) { $0.times($1) }
    case .quotient(let a, let b): return both(a, b, &state) { $0.divided(by: $1) }
    case .truth: return nil
    }
  }

  private func both(
    _ a: Equation.Expression,
    _ b: Equation.Expression,
    _ state: inout State,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Fraction? {
    guard let first = result(a, &state), let second = result(b, &state) else { return nil }
    return operation(first, second)
  }
}
