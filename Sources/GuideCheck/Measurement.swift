/// A number of another kind than a count of people, with the groups it is known for.
///
/// It is shown in words only, and no chance is ever calculated from it.
public struct Measurement: Hashable, Sendable {
  /// What kind of number it is.
  public enum Kind: Hashable, Sendable {
    /// A difference on a scale, in points; negative if lower.
    case points(on: Scale)
    /// How many times as many people had the outcome as in the group compared with; more than zero.
    case ratio
    /// A time in days; zero or more.
    case days
  }

  /// A scale with a name, such as a score for depression.
  public struct Scale: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The lowest score.
    public let lowest: Fraction
    /// The highest score, which is more than the lowest.
    public let highest: Fraction
    /// Whether a lower score is better for the person.
    public let lowerIsBetter: Bool
  }

  /// How the numbers of many people were made into one.
  public enum Average: String, Sendable {
    /// Half of the people had less, and half had more.
    case median
    /// The sum, shared equally.
    case mean
  }

  /// What is known about one group.
  public struct Arm: Hashable, Sendable {
    /// The group's name.
    public let name: String
    /// The number, in the unit of the kind.
    public let value: Fraction
    /// Where the true number may be; it includes `value`.
    public let interval: ClosedRange<Fraction>?
    /// The lowest and the highest number of any person, for days; it includes `value`.
    public let range: ClosedRange<Fraction>?
    /// What `value` is an average of, for days; nil for other kinds.
    public let average: Average?
  }

  /// What kind of number it is.
  public let kind: Kind
  /// The groups, in the order of the record.
  public let arms: [Arm]
  /// The smallest difference that people notice, in points; nil if it is not known.
  public let smallestNoticed: Fraction?
}

extension Measurement {
  /// Whether a number says how far two groups are apart, so that it needs something to differ from.
  var isDifference: Bool { kind != .days }

  /// The kind, as an author writes it.
  var word: String {
    switch kind {
    case .points: "points"
    case .ratio: "ratio"
    case .days: "days"
    }
  }

  /// The scale, if it has one.
  public var scale: Scale? {
    if case .points(let scale) = kind { scale } else { nil }
  }
}
