/// A set of options of one question, each identified by its index.
///
/// A question has at most ``capacity`` options. Checking reports more as an error, and an index beyond
/// the capacity counts as the last, so that a question with an error can never trap.
public struct OptionMask: OptionSet, Hashable, Sendable {
  /// The largest number of options a question can have: 60.
  @inlinable
  public static var capacity: Int { 60 }

  // Each answer asks for these several times, so other targets see their bodies.

  /// Bit *i* is set for the option at index *i*.
  public let rawValue: UInt64

  /// The set with these bits.
  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one option.
  ///
  /// - Parameter place: The index of the option in its question, from 0.
  @inlinable
  public init(place: Int) { rawValue = 1 &<< UInt64(min(place, Self.capacity)) }

  /// The set of the options at these indices.
  public init(places: some Sequence<Int>) {
    self = places.reduce(into: []) { $0.formUnion(OptionMask(place: $1)) }
  }

  /// The set of the first `count` options of a question.
  public init(first count: Int) {
    rawValue = count >= UInt64.bitWidth ? .max : (1 << UInt64(count)) - 1
  }

  /// The set of every option a question could have.
  public static let all = OptionMask(rawValue: .max)

  /// Whether the option at an index is in the set.
  @inlinable
  public func contains(place: Int) -> Bool { rawValue >> UInt64(place) & 1 == 1 }

  /// How many options are in the set.
  public var count: Int { rawValue.nonzeroBitCount }

  /// The indices of the options in the set, in the order of the question.
  public var places: [Int] {
    var places: [Int] = []
    var rest = rawValue
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return places
  }

  /// The set of only the first option in this set; empty if this set is empty.
  public var first: OptionMask { OptionMask(rawValue: rawValue & (~rawValue &+ 1)) }
}
