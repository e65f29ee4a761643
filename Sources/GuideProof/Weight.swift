/// What a set of states stores for each of its states, besides that it is in the set: how many paths
/// lead to it, or what the cheapest of them costs.
///
/// Paths that meet are *joined*, parts of one path *follow* each other, and following distributes over
/// joining. What all states of a set share is factored out, so that sets that differ only by a factor
/// are the same diagram.
protocol Weight: Hashable, Sendable {
  /// The weight of a path on which nothing has happened.
  static var unit: Self { get }
  /// The weight of a cost.
  init(charging cost: Int)
  /// The weight of mixing some openings of a menu into others, each kind in its own order.
  static func ways(ofMixing count: Int, into others: Int) -> Self
  /// The weight of two sets of paths taken together.
  func joined(with other: Self) -> Self
  /// The weight of a path and what comes after it.
  func followed(by other: Self) -> Self
  /// The largest part that two weights share.
  func shared(with other: Self) -> Self
  /// The weight without a part of it.
  func without(_ part: Self) -> Self
  /// How many times as much work it is as a small number.
  var work: Int { get }
}

/// The cost of the cheapest path to a state; to find the most expensive, costs are negative.
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
  var work: Int { 0 }
}

/// The number of paths to a state.
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
    // The common divisor of two large numbers takes long to find, and is rarely large.
    return isLarge && other.isLarge ? .one : commonDivisor(other)
  }
  var work: Int { digitCount / 4 }
  func without(_ part: UnboundedNatural) -> UnboundedNatural {
    part == .one ? self : divided(by: part).quotient
  }
}
