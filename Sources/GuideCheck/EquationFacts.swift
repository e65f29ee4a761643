/// What is known about an equation, besides what is needed to calculate it.
struct EquationFacts {
  /// The extent of its value; nil for a condition, and if it could exceed exact arithmetic.
  let extent: Extent?
  /// Whether it is a sum of answers and counts, each times a constant.
  let isLinear: Bool
  /// Whether it depends on no answer.
  let isConstant: Bool
  /// Whether its value is known no matter what was answered.
  let isAlwaysKnown: Bool
  /// Whether all its parts could be read; if not, nothing more is reported about its value.
  let isClear: Bool
}

extension ResolvedNames {
  /// What is known about an equation that reads only earlier ones.
  func facts(of equation: Equation, extent: Extent?, isClear: Bool) -> EquationFacts {
    EquationFacts(
      extent: extent,
      isLinear: isLinear(equation.expression),
      isConstant: isConstant(equation.expression),
      isAlwaysKnown: isAlwaysKnown(equation),
      isClear: isClear
    )
  }

  /// The extent of an expression; nil if it could exceed exact arithmetic.
  func extent(of expression: Equation.Expression) -> Extent? {
    switch expression {
    case .constant(let value): return Extent(of: value)
    case .question(let question): return declarations[question].domain.numbers.flatMap(Extent.init)
    case .ticked(let question): return Extent(upTo: declarations[question].options.count)
    case .counted: return Extent(upTo: 1)
    case .equation(let equation): return facts(of: equation).extent
    case .sum(let a, let b): return extents(of: a, b) { $0.plus($1) }
    case .difference(let a, let b): return extents(of: a, b) { $0.minus($1) }
    case .product(let a, let b): return extents(of: a, b) { $0.times($1) }
    case .quotient(let a, let b): return extents(of: a, b) { $0.divided(by: $1) }
    case .truth: return nil
    }
  }

  private func extents(
    of a: Equation.Expression,
    _ b: Equation.Expression,
    _ operation: (Extent, Extent) -> Extent?
  ) -> Extent? {
    guard let a = extent(of: a), let b = extent(of: b) else { return nil }
    return operation(a, b)
  }

  /// Whether an expression is a sum of answers and counts, each times a constant.
  private func isLinear(_ expression: Equation.Expression) -> Bool {
    switch expression {
    case .constant, .counted, .question, .ticked: true
    case .equation(let equation): facts(of: equation).isLinear
    case .sum(let a, let b), .difference(let a, let b): isLinear(a) && isLinear(b)
    case .product(let a, let b): isConstant(a) && isLinear(b) || isConstant(b) && isLinear(a)
    case .quotient(let a, let b): isLinear(a) && isConstant(b)
    case .truth: false
    }
  }

  private func isConstant(_ expression: Equation.Expression) -> Bool {
    switch expression {
    case .constant: true
    case .equation(let equation): facts(of: equation).isConstant
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      isConstant(a) && isConstant(b)
    case .counted, .question, .ticked, .truth: false
    }
  }

  /// Whether an equation is a condition, or has no answer in it.
  private func isAlwaysKnown(_ equation: Equation) -> Bool {
    equation.isTruth
      || questionsRead(by: equation.expression).isEmpty
        && equation.reads.allSatisfy { facts(of: $0).isAlwaysKnown }
  }
}
