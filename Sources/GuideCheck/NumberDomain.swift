/// The numbers that a question can be answered with: a range, in equal steps.
///
/// Amounts of money are in hundredths. Other numbers are whole, unless an end of their range is not:
/// then they are in steps of one ten-thousandth, the smallest part that can be typed.
public struct NumberDomain: Hashable, Sendable {
  /// What the numbers mean.
  public enum Kind: Hashable, Sendable {
    /// A count, and what it counts.
    case plain(unit: String?)
    /// Money, in the currency of the place.
    case amount
    /// A place on a scale, with the words at its ends.
    case scale(low: String?, high: String?)
  }

  /// What the numbers mean.
  public let kind: Kind
  /// The smallest and the largest number.
  public let range: ClosedRange<Fraction>

  init(_ kind: Kind, _ range: ClosedRange<Fraction>) {
    self.kind = kind
    self.range = range
  }

  /// The number of steps from one whole number to the next: 1, 100, or 10,000.
  public var stepsPerUnit: Int {
    switch kind {
    case .scale: 1
    case .amount: 100
    case .plain:
      range.lowerBound.denominator == 1 && range.upperBound.denominator == 1 ? 1 : 10_000
    }
  }

  /// Whether a number is in the range and on a step.
  public func contains(_ value: Fraction) -> Bool { range.contains(value) && isOnStep(value) }

  /// Whether a number is on a step, no matter whether it is in the range.
  public func isOnStep(_ value: Fraction) -> Bool { stepsPerUnit % value.denominator == 0 }

  /// The steps of the range, counted from zero; nil if no step is in it, or it is too wide to count.
  public var steps: ClosedRange<Int>? {
    guard let low = range.lowerBound.times(Fraction(stepsPerUnit)),
      let high = range.upperBound.times(Fraction(stepsPerUnit))
    else { return nil }
    let first = -Int(floorOf: Fraction.zero.minus(low) ?? low)
    let last = Int(floorOf: high)
    return first <= last ? first...last : nil
  }

  /// The number at a step.
  public func value(ofStep step: Int) -> Fraction? { Fraction(step, over: stepsPerUnit) }

  /// The smallest whole number of steps that is not less than any number of the domain; nil if it is too
  /// large to count.
  var mostSteps: Int? {
    range.upperBound.times(Fraction(stepsPerUnit)).map {
      -Int(floorOf: Fraction.zero.minus($0) ?? $0)
    }
  }
}

extension Int {
  /// The largest whole number that is not greater than a fraction.
  public init(floorOf value: Fraction) {
    let (quotient, rest) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
    self = rest < 0 ? quotient - 1 : quotient
  }
}
