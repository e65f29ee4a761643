/// How a ratio is best said in words, when no number of people is given.
public enum RoughRatio: Hashable, Sendable {
  /// Exactly as many.
  case same
  /// Nearly as many.
  case nearlySame
  /// Nearly a half, a third, or a quarter.
  case part(Int)
  /// Nearly a whole number of times as many.
  case times(Int)
  /// Fewer, and near none of these.
  case fewer
  /// More, and near none of these.
  case more
}

/// Numbers from the evidence that do not count people, in words.
public protocol MeasurementPhrases {
  /// A difference in points.
  ///
  /// - Parameters:
  ///   - number: The number, without a sign.
  ///   - isOne: Whether it is exactly one.
  ///   - isLower: Whether the score is lower than the one it is compared with.
  ///   - isBetter: Whether that is better for the person; nil if it is not clear which score is lower.
  /// - Returns: The phrase.
  func points(_ number: String, isOne: Bool, isLower: Bool, isBetter: Bool?) -> String
  /// The scores do not differ.
  var noPoints: String { get }
  /// A range of differences that all have one direction.
  func points(from low: String, to high: String, isLower: Bool) -> String
  /// A range of differences from lower to higher scores.
  func points(fromLower low: String, toHigher high: String) -> String
  /// The name of a scale, its ends, and which end is better.
  func scale(_ name: String, from low: String, to high: String, lowerIsBetter: Bool) -> String
  /// The smallest difference that people notice, in points.
  func smallestNoticed(_ number: String, isOne: Bool) -> String
  /// How many times as many people had the outcome.
  ///
  /// - Parameters:
  ///   - rough: The ratio in common words.
  ///   - exact: The ratio in digits; nil if the words are enough.
  /// - Returns: The phrase.
  func ratio(_ rough: RoughRatio, _ exact: String?) -> String
  /// A ratio, or a range of them, in digits.
  func timesAsMany(_ number: String) -> String
  /// The same ratio for the other group.
  func theOtherWayAround(_ ratio: String) -> String
  /// The range of a ratio includes both fewer and more people.
  var maybeFewerMaybeMore: String { get }
  /// A ratio does not tell how many people had the outcome.
  var ratioIsNotAChance: String { get }
  /// A time, or a range of times.
  func days(_ number: String, isOne: Bool) -> String
  /// Half of the people had up to this time, and half had this time or more.
  func median(_ days: String) -> String
  /// The mean of the times.
  func mean(_ days: String) -> String
  /// The shortest and the longest time.
  func shortestAndLongest(_ shortest: String, _ longest: String) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func points(_ number: String, isOne: Bool, isLower: Bool, isBetter: Bool?) -> String {
    let points = "\(number) \(isOne ? "point" : "points") \(isLower ? "lower" : "higher")"
    return points + (isBetter.map { ", which is \($0 ? "better" : "worse")" } ?? "")
  }

  public var noPoints: String { "the same score" }

  public func points(from low: String, to high: String, isLower: Bool) -> String {
    "\(low) to \(high) points \(isLower ? "lower" : "higher")"
  }

  public func points(fromLower low: String, toHigher high: String) -> String {
    "anything from \(low) lower to \(high) higher"
  }

  public func scale(
    _ name: String,
    from low: String,
    to high: String,
    lowerIsBetter: Bool
  ) -> String {
    "Scale: \(name), from \(low) to \(high). \(lowerIsBetter ? "Lower" : "Higher") is better."
  }

  public func smallestNoticed(_ number: String, isOne: Bool) -> String {
    "The smallest difference that people notice is about \(number) \(isOne ? "point" : "points")."
  }

  public func ratio(_ rough: RoughRatio, _ exact: String?) -> String {
    let words =
      switch rough {
      case .same: "just as many people"
      case .nearlySame: "about as many people"
      case .part(2): "about half as many people"
      case .part(3): "about a third as many people"
      case .part(4): "about a quarter as many people"
      case .part(let part): "about 1/\(part) as many people"
      case .times(2): "about twice as many people"
      case .times(let times): "about \(times) times as many people"
      case .fewer: "fewer people"
      case .more: "more people"
      }
    return words + (exact.map { " (\(timesAsMany($0)))" } ?? "")
  }

  public func timesAsMany(_ number: String) -> String { "\(number) times as many" }

  public func theOtherWayAround(_ ratio: String) -> String {
    "The other way around: \(ratio) in the other group."
  }

  public var maybeFewerMaybeMore: String { "So there may be fewer people, or more." }

  public var ratioIsNotAChance: String {
    "This compares two groups. It does not say how many people it happened to."
  }

  public func days(_ number: String, isOne: Bool) -> String {
    "\(number) \(isOne ? "day" : "days")"
  }

  public func median(_ days: String) -> String {
    "\(days) or less for half of the people, \(days) or more for the other half"
  }

  public func mean(_ days: String) -> String { "\(days) on average" }

  public func shortestAndLongest(_ shortest: String, _ longest: String) -> String {
    "The shortest was \(shortest). The longest was \(longest)."
  }
}
