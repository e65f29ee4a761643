/// What a set of states knows of each of its states besides that it is there: how many paths lead to it,
/// or what the cheapest of them costs.
///
/// Paths that meet are *joined*, parts of one path *follow* each other, and following distributes over
/// joining. What all states of a set share is taken out in front, so that sets which differ by a factor
/// only are the same diagram.
protocol Weight: Hashable, Sendable {
  /// The weight of a path on which nothing has happened.
  static var unit: Self { get }
  /// The weight of being charged so much.
  init(charging cost: Int)
  /// The weight of mixing so many openings of a menu into others, each kind in its own order.
  static func ways(ofMixing count: Int, into others: Int) -> Self
  /// The weight of two sets of paths taken together.
  func joined(with other: Self) -> Self
  /// The weight of a path and what comes behind it.
  func followed(by other: Self) -> Self
  /// The greatest part that two weights share.
  func shared(with other: Self) -> Self
  /// The weight without a part of it.
  func without(_ part: Self) -> Self
}

/// What the cheapest path to a state costs; to find the dearest, costs count below zero.
struct Cost: Weight {
  let value: Int

  init(_ value: Int) { self.value = value }
  init(charging cost: Int) { value = cost }

  static let unit = Cost(0)
  static func ways(ofMixing count: Int, into others: Int) -> Cost { .unit }
  func joined(with other: Cost) -> Cost { Cost(min(value, other.value)) }
  func followed(by other: Cost) -> Cost { Cost(value + other.value) }
  func shared(with other: Cost) -> Cost { Cost(min(value, other.value)) }
  func without(_ part: Cost) -> Cost { Cost(value - part.value) }
}

/// How many paths lead to a state.
extension UnboundedNatural: Weight {
  static let unit = UnboundedNatural.one
  init(charging cost: Int) { self = .one }
  static func ways(ofMixing count: Int, into others: Int) -> UnboundedNatural {
    var ways = UnboundedNatural.one
    for place in 0..<count {
      ways =
        (ways * UnboundedNatural(others + place + 1)).divided(by: UnboundedNatural(place + 1))
        .quotient
    }
    return ways
  }
  func joined(with other: UnboundedNatural) -> UnboundedNatural { self + other }
  func followed(by other: UnboundedNatural) -> UnboundedNatural { self * other }
  func shared(with other: UnboundedNatural) -> UnboundedNatural {
    if self == .one || other == .one { return .one }
    if self == other { return self }
    // Of two large numbers the divisor is long to find, and seldom large.
    return isLarge && other.isLarge ? .one : commonDivisor(other)
  }
  func without(_ part: UnboundedNatural) -> UnboundedNatural {
    part == .one ? self : divided(by: part).quotient
  }
}
