/// The possible values of an expression: its range, and how large its parts can grow.
struct Extent {
  let range: ClosedRange<Fraction>
  /// The largest possible numerator and denominator.
  let above: Int
  let below: Int
  /// Whether every denominator divides `below`, as the denominator of every price divides 100, so that
  /// sums of prices stay in cents.
  let isShared: Bool
}

extension Extent {
  /// Only this number.
  init(of constant: Fraction) {
    self.init(
      range: constant...constant,
      above: abs(constant.numerator),
      below: constant.denominator,
      isShared: true
    )
  }

  /// Any whole number from zero to this one.
  init(upTo count: Int) {
    self.init(range: .zero...Fraction(count), above: count, below: 1, isShared: true)
  }

  /// Any number of a domain; nil if they are too large to count.
  init?(of numbers: NumberDomain) {
    guard let most = numbers.mostSteps else { return nil }
    self.init(range: numbers.range, above: most, below: numbers.stepsPerUnit, isShared: true)
  }

  func plus(_ other: Extent) -> Extent? { combined(with: other, isSum: true) { $0.plus($1) } }

  func minus(_ other: Extent) -> Extent? { combined(with: other, isSum: true) { $0.minus($1) } }

  func times(_ other: Extent) -> Extent? { combined(with: other, isSum: false) { $0.times($1) } }

  /// The extent of the quotient; nil also if the divisor could be zero.
  func divided(by other: Extent) -> Extent? {
    if other.range.contains(.zero) { return nil }
    let isOne = other.range.lowerBound == other.range.upperBound
    let turned = Extent(
      range: other.range,
      above: other.below,
      below: other.above,
      isShared: isOne
    )
    return combined(with: turned, isSum: false) { $0.divided(by: $1) }
  }

  /// The extent of the result of an operation; nil if it could exceed exact arithmetic.
  private func combined(
    with other: Extent,
    isSum: Bool,
    _ operation: (Fraction, Fraction) -> Fraction?
  ) -> Extent? {
    guard let first = operation(range.lowerBound, other.range.lowerBound),
      let second = operation(range.lowerBound, other.range.upperBound),
      let third = operation(range.upperBound, other.range.lowerBound),
      let fourth = operation(range.upperBound, other.range.upperBound)
    else { return nil }
    let (low, high) = (min(first, second, third, fourth), max(first, second, third, fourth))
    guard let below = product(below, other.below) else { return nil }
    let above: Int?
    if !isSum {
      above = product(self.above, other.above)
    } else if self.below == 1, other.below == 1 {
      above = self.above + other.above
    } else {
      above = product(self.above, other.below).flatMap { first in
        product(other.above, self.below).map { first + $0 }
      }
    }
    guard let above, above < Int.max / 1_000_000 else { return nil }
    let isShared = isShared && other.isShared
    if isSum, isShared, let shared = Self.common(self.below, other.below) {
      let most = max(abs(low.rounded(decimals: 0) ?? 0), abs(high.rounded(decimals: 0) ?? 0)) + 1
      return product(most, shared).map {
        Extent(range: low...high, above: $0, below: shared, isShared: true)
      }
    }
    return Extent(range: low...high, above: above, below: below, isShared: isShared)
  }

  /// The least common multiple; nil if it does not fit.
  private static func common(_ a: Int, _ b: Int) -> Int? {
    guard a > 0, b > 0, let both = Fraction(a, over: b) else { return nil }
    let (common, overflow) = both.numerator.multipliedReportingOverflow(by: b)
    return overflow ? nil : common
  }

  private func product(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow || product > Int.max / 1_000_000 ? nil : product
  }
}
