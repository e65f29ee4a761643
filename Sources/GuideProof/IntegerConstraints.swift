/// Linear constraints on whole numbers, and an exact test whether some numbers fulfill all of them.
///
/// The test is the omega test (William Pugh, *A practical algorithm for exact array dependence analysis*,
/// Communications of the ACM 35, 1992): equations are solved for a variable, and variables are eliminated one
/// after another as in Fourier and Motzkin's method. Where that is not exact for whole numbers, the numbers
/// near the bounds are examined one by one.
package struct IntegerConstraints {
  /// By factors: the smallest constant with which the sum of all factors times their variables is at least zero.
  private var rows: [[Int]: Int] = [:]
  private let count: Int
  private var isContradiction = false
  private var isTooLarge = false

  /// Constraints on `count` variables; none yet.
  package init(count: Int) { self.count = count }

  /// Adds that `factors`, times their variables, are together at least `least`.
  package mutating func require(_ factors: [Int], atLeast least: Int) {
    guard isSmall(least), factors.allSatisfy(isSmall) else {
      isTooLarge = true
      return
    }
    add(factors, -least)
  }

  /// Adds that `factors`, times their variables, are together at most `most`.
  package mutating func require(_ factors: [Int], atMost most: Int) {
    guard isSmall(most), factors.allSatisfy(isSmall) else {
      isTooLarge = true
      return
    }
    add(factors.map { -$0 }, most)
  }

  /// Adds that `factors`, times their variables, and `constant` are together at least zero; all of them are small.
  private mutating func add(_ factors: [Int], _ constant: Int) {
    let divisor = factors.reduce(0) { $0.commonDivisor($1) }
    if divisor == 0 {
      if constant < 0 { isContradiction = true }
      return
    }
    let (quotient, rest) = constant.quotientAndRemainder(dividingBy: divisor)
    let bound = rest < 0 ? quotient - 1 : quotient
    let reduced = divisor == 1 ? factors : factors.map { $0 / divisor }
    if let known = rows[reduced], known <= bound { return }
    rows[reduced] = bound
    if let opposite = rows[reduced.map { -$0 }], opposite + bound < 0 { isContradiction = true }
  }

  /// Whether some whole numbers fulfill all constraints.
  ///
  /// - Parameter effort: How many constraints may still be made; it is reduced.
  /// - Returns: Whether there are such numbers; nil if that took too much effort, or a number became too large.
  package func canHold(_ effort: inout Int) -> Bool? {
    var constraints = self
    while !constraints.isTooLarge && effort >= 0 {
      if constraints.isContradiction { return false }
      if let equation = constraints.equation {
        constraints = constraints.solved(equation, &effort)
        continue
      }
      guard let elimination = constraints.elimination else { return true }
      if elimination.isExact {
        constraints = constraints.eliminated(elimination, isDark: false, &effort)
        continue
      }
      return constraints.canHold(eliminating: elimination, &effort)
    }
    return nil
  }

  // MARK: equations

  /// Factors whose sum can have only one value, and the constant that is added to it to make zero.
  private var equation: (factors: [Int], constant: Int)? {
    var found: (size: Int, factors: [Int], constant: Int)?
    for (factors, constant) in rows where rows[factors.map { -$0 }] == -constant {
      // The equation that is nearest to being solved; the choice must not depend on the order of a dictionary.
      let size = factors.reduce(Int.max) { $1 == 0 ? $0 : Swift.min($0, abs($1)) }
      let isBetter = found.map { best in
        size < best.size || size == best.size && factors.lexicographicallyPrecedes(best.factors)
      }
      if isBetter ?? true { found = (size, factors, constant) }
    }
    return found.map { ($0.factors, $0.constant) }
  }

  /// The constraints with an equation used to replace a variable.
  private func solved(
    _ equation: (factors: [Int], constant: Int),
    _ effort: inout Int
  ) -> IntegerConstraints {
    let (factors, constant) = equation
    var place = 0
    for index in factors.indices where factors[index] != 0 {
      if factors[place] == 0 || abs(factors[index]) < abs(factors[place]) { place = index }
    }
    let sign = factors[place] < 0 ? -1 : 1
    let size = abs(factors[place])
    var result = IntegerConstraints(count: count)
    if size == 1 {
      // The variable is the opposite of everything else, times its sign.
      for (row, bound) in rows where row != factors {
        effort -= 1
        result.add(
          row,
          bound,
          replacing: place,
          by: factors.map { -sign * $0 },
          -sign * constant,
          0
        )
      }
      return result
    }
    // A new variable takes its place, and the factors of the equation become smaller.
    let modulus = size + 1
    func rest(_ value: Int) -> Int {
      let double = 2 * value + modulus
      let (quotient, rest) = double.quotientAndRemainder(dividingBy: 2 * modulus)
      return value - modulus * (rest < 0 ? quotient - 1 : quotient)
    }
    let rests = factors.map { sign * rest($0) }
    for (row, bound) in rows {
      effort -= 1
      result.add(row, bound, replacing: place, by: rests, sign * rest(constant), -sign * modulus)
    }
    return result
  }

  /// Adds a row in which a variable is replaced by other variables, a constant, and a new variable in its place.
  private mutating func add(
    _ row: [Int],
    _ bound: Int,
    replacing place: Int,
    by factors: [Int],
    _ constant: Int,
    _ own: Int
  ) {
    var result: [Int] = []
    for index in row.indices {
      let value =
        index == place
        ? product(row[place], own) : sum(row[index], product(row[place], factors[index]))
      guard let value else {
        isTooLarge = true
        return
      }
      result.append(value)
    }
    guard let bound = sum(bound, product(row[place], constant)) else {
      isTooLarge = true
      return
    }
    add(result, bound)
  }

  // MARK: inequalities

  private struct Elimination {
    let place: Int
    let isExact: Bool
  }

  /// The variable that is eliminated next; nil if there is none.
  private var elimination: Elimination? {
    var best: (cost: Int, elimination: Elimination)?
    for place in 0..<count {
      var (lower, upper) = (0, 0)
      var (isUnitLower, isUnitUpper) = (true, true)
      for row in rows.keys where row[place] != 0 {
        if row[place] > 0 {
          lower += 1
          isUnitLower = isUnitLower && row[place] == 1
        } else {
          upper += 1
          isUnitUpper = isUnitUpper && row[place] == -1
        }
      }
      if lower + upper == 0 { continue }
      let isExact = isUnitLower || isUnitUpper || lower == 0 || upper == 0
      let cost = lower * upper + (isExact ? 0 : 1_000_000)
      if best.map({ cost < $0.cost }) ?? true {
        best = (cost, Elimination(place: place, isExact: isExact))
      }
    }
    return best?.elimination
  }

  /// The constraints that the others must fulfill: necessary ones or, if `isDark`, sufficient ones.
  private func eliminated(
    _ elimination: Elimination,
    isDark: Bool,
    _ effort: inout Int
  ) -> IntegerConstraints {
    let place = elimination.place
    var result = IntegerConstraints(count: count)
    var lower: [(row: [Int], bound: Int)] = []
    var upper: [(row: [Int], bound: Int)] = []
    for (row, bound) in rows {
      if row[place] == 0 { result.rows[row] = bound }
      if row[place] > 0 { lower.append((row, bound)) }
      if row[place] < 0 { upper.append((row, bound)) }
    }
    // What it takes must not depend on the order of a dictionary.
    effort -= lower.count * upper.count
    if effort < 0 { return result }
    for below in lower {
      for above in upper {
        let (a, b) = (below.row[place], -above.row[place])
        var row: [Int] = []
        for index in below.row.indices {
          guard let value = sum(product(b, below.row[index]), product(a, above.row[index])) else {
            result.isTooLarge = true
            return result
          }
          row.append(value)
        }
        guard let bound = sum(product(b, below.bound), product(a, above.bound)),
          let dark = product(a - 1, b - 1), let bound = sum(bound, isDark ? -dark : 0)
        else {
          result.isTooLarge = true
          return result
        }
        result.add(row, bound)
      }
    }
    return result
  }

  /// Whether the constraints can hold, where eliminating a variable is not exact.
  private func canHold(eliminating elimination: Elimination, _ effort: inout Int) -> Bool? {
    switch eliminated(elimination, isDark: true, &effort).canHold(&effort) {
    case true?: return true
    case nil: return nil
    case false?: break
    }
    switch eliminated(elimination, isDark: false, &effort).canHold(&effort) {
    case false?: return false
    case nil: return nil
    case true?: break
    }
    // If there are such numbers, the variable is near one of its lower bounds.
    let place = elimination.place
    let most = rows.keys.reduce(0) { max($0, -$1[place]) }
    let lower = rows.filter { $0.key[place] > 0 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (row, bound) in lower {
      guard let width = product(most, row[place]) else { return nil }
      for distance in 0...max(0, (width - most - row[place]) / most) {
        effort -= 1
        if effort < 0 { return nil }
        var constraints = self
        guard let least = sum(distance, -bound) else { return nil }
        constraints.require(row, atLeast: least)
        constraints.require(row, atMost: least)
        switch constraints.canHold(&effort) {
        case true?: return true
        case nil: return nil
        case false?: break
        }
      }
    }
    return false
  }
}

/// The product, or nil if it does not fit.
private func product(_ first: Int, _ second: Int) -> Int? {
  let (product, overflow) = first.multipliedReportingOverflow(by: second)
  if overflow { return nil }
  return isSmall(product) ? product : nil
}

/// The sum, or nil if it does not fit.
private func sum(_ first: Int?, _ second: Int?) -> Int? {
  guard let first, let second, isSmall(first + second) else { return nil }
  return first + second
}

/// Whether a constraint can have this number: its sign can be changed, it can be doubled, and two can be added.
private func isSmall(_ number: Int) -> Bool { number.magnitude <= 1 << 60 }
