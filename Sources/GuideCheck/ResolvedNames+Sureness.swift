import GuideSyntax

extension ResolvedNames {
  /// Whether a value is known on every walk where these are known.
  func isSure(_ operand: Operand, where known: [Operand]) -> Bool {
    if known.contains(operand) { return true }
    guard case .equation(let equation) = operand else { return false }
    var pending = [equation]
    var visited: Set<EquationID> = []
    while let equation = pending.popLast() {
      guard visited.insert(equation).inserted, !known.contains(.equation(equation)) else {
        continue
      }
      if facts(of: equation).isAlwaysKnown { continue }
      let checked = self[equation]
      for question in questionsRead(by: checked.expression)
      where !known.contains(.question(question)) {
        return false
      }
      pending += checked.reads
    }
    return true
  }

  /// The operands that must be known wherever a condition is true.
  func sureOperands(of condition: ConditionSyntax) -> [Operand] {
    let perTest = condition.atoms.map { atom -> Operand? in
      switch atom.relation {
      case .compares, .includesAny, .isAnsweredWithout, .isAny, .isKnown:
        return quietOperand(named: atom.subject.text)
      case .isSeen, .isSkipped, .isTrue: return nil
      }
    }
    if condition.joiner == .and || perTest.count == 1 {
      return perTest.flatMap { $0.map { [$0] + parts(of: $0) } ?? [] }
    }
    guard let first = perTest[0], perTest.allSatisfy({ $0 == first }) else { return [] }
    return [first] + parts(of: first)
  }

  /// What must be known for the value of an equation to be known: its parts.
  private func parts(of operand: Operand) -> [Operand] {
    guard case .equation(let equation) = operand else { return [] }
    let checked = self[equation]
    guard !checked.isTruth else { return [] }
    return questionsRead(by: checked.expression).map { .question($0) }
      + checked.reads.map { .equation($0) }
  }
}
