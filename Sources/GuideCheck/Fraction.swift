/// An exact number: a numerator over a positive denominator, in lowest terms.
public struct Fraction: Hashable, Sendable {
  /// The numerator.
  public let numerator: Int
  /// The denominator; always positive.
  public let denominator: Int

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A fraction in lowest terms; nil if the denominator is zero or a part does not fit.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.commonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = abs(denominator) / divisor
  }

  private init(negating other: Fraction) {
    numerator = -other.numerator
    denominator = other.denominator
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  /// Zero.
  public static let zero = Fraction(0)

  /// The sum, or nil if it does not fit.
  public func plus(_ other: Fraction) -> Fraction? {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow || sum == .min ? nil : Fraction(sum)
    }
    guard let left = product(numerator, other.denominator),
      let right = product(other.numerator, denominator),
      let below = product(denominator, other.denominator)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Fraction(sum, over: below)
  }

  /// The difference, or nil if it does not fit.
  public func minus(_ other: Fraction) -> Fraction? {
    plus(Fraction(negating: other))
  }

  /// The product, or nil if it does not fit.
  public func times(_ other: Fraction) -> Fraction? {
    guard let above = product(numerator, other.numerator),
      let below = product(denominator, other.denominator)
    else { return nil }
    return Fraction(above, over: below)
  }

  /// The quotient, or nil if it does not fit or the divisor is zero.
  public func divided(by other: Fraction) -> Fraction? {
    guard other.numerator != 0,
      let turned = Fraction(other.denominator, over: other.numerator)
    else { return nil }
    return times(turned)
  }

  private func product(_ first: Int, _ second: Int) -> Int? {
    let (product, overflow) = first.multipliedReportingOverflow(by: second)
    return overflow || product == .min ? nil : product
  }

  /// The value rounded to a number of decimals, with halves away from zero, in units of the last decimal;
  /// nil if it does not fit.
  public func rounded(decimals: Int) -> Int? {
    var scale = 1
    for _ in 0..<min(max(decimals, 0), 9) { scale *= 10 }
    guard let scaled = product(abs(numerator), scale) else { return nil }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
    let up = rest >= denominator - rest ? 1 : 0
    return numerator < 0 ? -(whole + up) : whole + up
  }
}

extension Fraction: Comparable {
  /// Whether the first is smaller; exact, without overflow.
  public static func < (first: Fraction, second: Fraction) -> Bool {
    if first.denominator == second.denominator { return first.numerator < second.numerator }
    let left = first.numerator.multipliedFullWidth(by: second.denominator)
    let right = second.numerator.multipliedFullWidth(by: first.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Fraction: CustomStringConvertible {
  /// All its decimals, such as `2.401`; nil if they do not end within nine.
  public var decimals: String? {
    guard let billionths = times(Fraction(1_000_000_000)), billionths.denominator == 1 else {
      return nil
    }
    let number = billionths.numerator.magnitude
    let digits = String(number % 1_000_000_000)
    var rest = String(repeating: "0", count: 9 - digits.count) + digits
    while rest.hasSuffix("0") { rest.removeLast() }
    let sign = billionths.numerator < 0 ? "-" : ""
    return "\(sign)\(number / 1_000_000_000)" + (rest.isEmpty ? "" : ".\(rest)")
  }

  /// The value in digits: a whole number, or rounded to two decimals.
  public var description: String {
    if denominator == 1 { return String(numerator) }
    guard let hundredths = rounded(decimals: 2) else { return "\(numerator)/\(denominator)" }
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : String(rest)
    return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }
}
