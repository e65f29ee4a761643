import GuideCheck

/// A number that depends linearly on answers: for each question, a factor times its answer; what is counted
/// besides, times a factor each; and a constant.
struct LinearSum {
  /// Something that is counted, with few values.
  enum Count: Hashable {
    /// How many options of a tick question are chosen.
    case ticked(QuestionID)
    /// Whether a named condition is true: 1 or 0.
    case truth(EquationID)
  }

  /// The factors of the questions that are answered with a number; none is zero.
  private(set) var factors: [QuestionID: Fraction] = [:]
  /// The factors of what is counted; none is zero.
  private(set) var counts: [Count: Fraction] = [:]
  private(set) var offset: Fraction
  /// All questions that must be answered so that it is known, even if their factor is zero.
  private(set) var parts: Set<QuestionID> = []

  /// A sum of more questions is not examined.
  static let mostParts = 60
  /// Nor is one in which more is counted.
  static let mostCounts = 64

  init(_ constant: Fraction) { offset = constant }

  init(_ question: QuestionID) {
    self.init(.zero)
    factors[question] = Fraction(1)
    parts = [question]
  }

  init(_ count: Count, parts: [QuestionID]) {
    self.init(.zero)
    counts[count] = Fraction(1)
    self.parts = Set(parts)
  }

  /// Whether it is the same for all answers, if it is known.
  var isConstant: Bool { factors.isEmpty && counts.isEmpty }

  /// The sum, or nil if it does not fit or has too many parts.
  func plus(_ other: LinearSum) -> LinearSum? {
    guard let offset = offset.plus(other.offset) else { return nil }
    var result = self
    result.offset = offset
    result.parts.formUnion(other.parts)
    guard result.parts.count <= Self.mostParts,
      let factors = Self.sum(factors, other.factors),
      let counts = Self.sum(counts, other.counts), counts.count <= Self.mostCounts
    else { return nil }
    result.factors = factors
    result.counts = counts
    return result
  }

  /// The product with a constant, or nil if it does not fit.
  func times(_ factor: Fraction) -> LinearSum? {
    guard let offset = offset.times(factor) else { return nil }
    var result = self
    result.offset = offset
    result.factors = [:]
    result.counts = [:]
    if factor == .zero { return result }
    for (question, own) in factors {
      guard let product = own.times(factor) else { return nil }
      result.factors[question] = product
    }
    for (count, own) in counts {
      guard let product = own.times(factor) else { return nil }
      result.counts[count] = product
    }
    return result
  }

  private static func sum<Key>(
    _ first: [Key: Fraction],
    _ second: [Key: Fraction]
  ) -> [Key: Fraction]? {
    var result = first
    for (key, factor) in second {
      guard let sum = (first[key] ?? .zero).plus(factor) else { return nil }
      result[key] = sum == .zero ? nil : sum
    }
    return result
  }
}

extension LinearSum {
  /// How an expression depends linearly on answers; nil if it does not.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - known: How each equation that it can read depends on answers.
  init?(_ expression: Equation.Expression, _ known: [LinearSum?]) {
    func sum(_ expression: Equation.Expression) -> LinearSum? {
      LinearSum(expression, known)
    }
    switch expression {
    case .constant(let value): self.init(value)
    case .question(let question): self.init(question)
    case .ticked(let question): self.init(.ticked(question), parts: [question])
    case .counted(let equation, let compared): self.init(.truth(equation), parts: compared)
    case .equation(let equation):
      guard let own = known[equation.index] else { return nil }
      self = own
    case .sum(let a, let b):
      guard let first = sum(a), let second = sum(b), let result = first.plus(second) else {
        return nil
      }
      self = result
    case .difference(let a, let b):
      guard let first = sum(a), let second = sum(b)?.times(Fraction(-1)),
        let result = first.plus(second)
      else { return nil }
      self = result
    case .product(let a, let b):
      guard let first = sum(a), let second = sum(b) else { return nil }
      let (factor, scaled) = first.isConstant ? (first, second) : (second, first)
      guard factor.isConstant, var result = scaled.times(factor.offset) else { return nil }
      result.parts.formUnion(factor.parts)
      self = result
    case .quotient(let a, let b):
      guard let first = sum(a), let second = sum(b), second.isConstant,
        let inverse = Fraction(1).divided(by: second.offset),
        var result = first.times(inverse)
      else { return nil }
      result.parts.formUnion(second.parts)
      self = result
    case .truth: return nil
    }
  }
}

/// Whether a sum of several answers reaches a limit: `factor` times the answer of each question, in its own
/// steps, is together at least `least`.
///
/// Every comparison of a sum with a constant is one of these or its opposite, or two of them. The first factor is
/// positive, and no number greater than 1 divides all factors.
struct SumTest: Hashable {
  /// A question and its factor.
  struct Term: Hashable {
    let question: QuestionID
    let factor: Int
  }

  /// At least two, in the order of the questions.
  let terms: [Term]
  let least: Int
}

extension SumTest {
  /// How a comparison is decided.
  enum Comparing {
    case never
    case test(SumTest, isOpposite: Bool)
    case between(SumTest, below: SumTest)

    /// The tests it reads.
    var tests: [SumTest] {
      switch self {
      case .never: []
      case .test(let test, _): [test]
      case .between(let test, let below): [test, below]
      }
    }
  }

  /// Factors and limits are smaller than this.
  private static let most = 1 << 48

  /// The comparison of a sum of at least two answers with a constant; nil if the numbers do not fit.
  static func comparing(
    _ sum: LinearSum,
    plus more: Fraction,
    _ comparison: Comparison,
    _ constant: Fraction,
    in library: Library
  ) -> Comparing? {
    let questions = sum.factors.keys.sorted { $0.index < $1.index }
    var factors: [Fraction] = []
    var scale = 1
    for question in questions {
      guard let numbers = library[question].domain.numbers,
        let factor = sum.factors[question]?.divided(by: Fraction(numbers.stepsPerUnit)),
        let next = scale.commonMultiple(factor.denominator)
      else { return nil }
      factors.append(factor)
      scale = next
    }
    guard
      let limit = constant.minus(sum.offset)?.minus(more)?.times(Fraction(scale))
    else { return nil }
    var whole: [Int] = []
    for factor in factors {
      guard let product = factor.times(Fraction(scale)), product.denominator == 1 else {
        return nil
      }
      whole.append(product.numerator)
    }
    let divisor = whole.reduce(0) { $0.commonDivisor($1) }
    guard divisor > 0, let first = whole.first, let bound = limit.divided(by: Fraction(divisor))
    else { return nil }
    let sign = first < 0 ? -1 : 1
    let terms = zip(questions, whole).map { Term(question: $0, factor: sign * $1 / divisor) }
    /// At least `least`, in the direction before the sign was changed.
    func atLeast(_ least: Int) -> Comparing {
      sign > 0
        ? .test(SumTest(terms: terms, least: least), isOpposite: false)
        : .test(SumTest(terms: terms, least: 1 - least), isOpposite: true)
    }
    func opposite(_ comparing: Comparing) -> Comparing {
      guard case .test(let test, let isOpposite) = comparing else { return comparing }
      return .test(test, isOpposite: !isOpposite)
    }
    guard abs(bound.numerator) < Self.most, whole.allSatisfy({ abs($0) < Self.most }) else {
      return nil
    }
    let floor = Int(floorOf: bound)
    let isWhole = bound.denominator == 1
    switch comparison {
    case .atLeast: return atLeast(isWhole ? floor : floor + 1)
    case .moreThan: return atLeast(floor + 1)
    case .lessThan: return opposite(atLeast(isWhole ? floor : floor + 1))
    case .atMost: return opposite(atLeast(floor + 1))
    case .equal:
      guard isWhole else { return .never }
      let value = sign * floor
      return .between(
        SumTest(terms: terms, least: value),
        below: SumTest(terms: terms, least: value + 1)
      )
    }
  }
}

extension Int {
  /// The greatest common divisor; that of zero and a number is the number.
  func commonDivisor(_ other: Int) -> Int {
    var (a, b) = (abs(self), abs(other))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The least common multiple of two positive numbers, or nil if it does not fit.
  func commonMultiple(_ other: Int) -> Int? {
    let (product, overflow) = (self / commonDivisor(other)).multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}
