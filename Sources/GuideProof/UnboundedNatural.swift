/// A whole number of any size, zero or more, so that paths are counted exactly.
public struct UnboundedNatural: Hashable, Sendable {
  /// The digits in base 2³², with the least significant first and without zeros at the end.
  private var digits: [UInt32]

  /// A number.
  public init(_ value: Int) {
    digits = []
    var rest = UInt64(value.magnitude)
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  private init(digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  /// None.
  public static let zero = UnboundedNatural(0)
  /// One.
  public static let one = UnboundedNatural(1)

  /// The sum.
  public static func + (first: UnboundedNatural, second: UnboundedNatural) -> UnboundedNatural {
    let (long, short) =
      first.digits.count >= second.digits.count
      ? (first.digits, second.digits) : (second.digits, first.digits)
    var result: [UInt32] = []
    result.reserveCapacity(long.count + 1)
    var carry: UInt64 = 0
    for place in long.indices {
      let sum = UInt64(long[place]) + (place < short.count ? UInt64(short[place]) : 0) + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return UnboundedNatural(digits: result)
  }

  /// The product.
  public static func * (first: UnboundedNatural, second: UnboundedNatural) -> UnboundedNatural {
    if first == .one { return second }
    if second == .one { return first }
    var result = [UInt32](repeating: 0, count: first.digits.count + second.digits.count)
    for (place, digit) in first.digits.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in second.digits.enumerated() {
        let sum = UInt64(digit) * UInt64(factor) + UInt64(result[place + other]) + carry
        result[place + other] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[place + second.digits.count] = UInt32(carry)
    }
    return UnboundedNatural(digits: result)
  }

  /// The number of digits in base 2³².
  var digitCount: Int { digits.count }

  /// Whether it is too large for a machine word.
  var isLarge: Bool { digits.count > 2 }

  /// The quotient and remainder for `divisor`, which is not zero.
  func divided(by divisor: UnboundedNatural) -> (quotient: UnboundedNatural, rest: UnboundedNatural)
  {
    if self < divisor { return (.zero, self) }
    var quotient = [UInt32](repeating: 0, count: digits.count)
    var rest = UnboundedNatural.zero
    for place in digits.indices.reversed() {
      rest = UnboundedNatural(digits: [digits[place]] + rest.digits)
      let digit = rest.digit(over: divisor)
      quotient[place] = digit
      rest = rest.less(divisor * UnboundedNatural(Int(digit)))
    }
    return (UnboundedNatural(digits: quotient), rest)
  }

  /// The quotient of a number less than 2³² times as large as `divisor`.
  private func digit(over divisor: UnboundedNatural) -> UInt32 {
    if digits.count <= 2, divisor.digits.count <= 2 {
      return UInt32(truncatingIfNeeded: small / divisor.small)
    }
    // This does not estimate; it finds the 32 bits one after another, which is fast enough for counts.
    var low: UInt64 = 0
    var high: UInt64 = 1 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      if divisor * UnboundedNatural(Int(middle)) <= self { low = middle } else { high = middle }
    }
    return UInt32(low)
  }

  /// The value of a number of at most two digits.
  private var small: UInt64 {
    (digits.count > 1 ? UInt64(digits[1]) << 32 : 0) | UInt64(digits.first ?? 0)
  }

  /// The difference to a number that is not greater.
  private func less(_ other: UnboundedNatural) -> UnboundedNatural {
    var result = digits
    var borrow: Int64 = 0
    for place in result.indices {
      let taken = place < other.digits.count ? Int64(other.digits[place]) : 0
      var difference = Int64(result[place]) - taken - borrow
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 32 }
      result[place] = UInt32(difference)
    }
    return UnboundedNatural(digits: result)
  }

  /// The greatest common divisor.
  func commonDivisor(_ other: UnboundedNatural) -> UnboundedNatural {
    var (first, second) = (self, other)
    while second != .zero {
      if first.digits.count <= 2, second.digits.count <= 2 {
        var (a, b) = (first.small, second.small)
        while b != 0 { (a, b) = (b, a % b) }
        return UnboundedNatural(digits: [UInt32(truncatingIfNeeded: a), UInt32(a >> 32)])
      }
      (first, second) = (second, first.divided(by: second).rest)
    }
    return first
  }
}

extension UnboundedNatural: Comparable {
  /// Whether the first is smaller.
  public static func < (first: UnboundedNatural, second: UnboundedNatural) -> Bool {
    if first.digits.count != second.digits.count {
      return first.digits.count < second.digits.count
    }
    return first.digits.reversed().lexicographicallyPrecedes(second.digits.reversed())
  }
}

extension UnboundedNatural: CustomStringConvertible {
  /// In digits, in groups of three.
  public var description: String {
    var rest = digits
    var decimals: [UInt8] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for place in rest.indices.reversed() {
        let part = remainder << 32 | UInt64(rest[place])
        rest[place] = UInt32(part / 10)
        remainder = part % 10
      }
      while rest.last == 0 { rest.removeLast() }
      if decimals.count % 4 == 3 { decimals.append(UInt8(ascii: ",")) }
      decimals.append(UInt8(ascii: "0") + UInt8(remainder))
    }
    return decimals.isEmpty ? "0" : String(decoding: decimals.reversed(), as: UTF8.self)
  }
}
