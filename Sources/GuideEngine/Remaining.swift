public import GuideCheck

/// How much of a guide is left for a person.
public struct Remaining: Hashable, Sendable {
  /// The shortest and the longest time that is left, in minutes: reading, answering, and at the end the
  /// review and the page.
  public let minutes: ClosedRange<Fraction>
  /// The number of parts that have begun: steps that show something.
  public let partsBegun: Int
  /// The smallest and the largest number of parts that the whole walk can have.
  public let parts: ClosedRange<Int>

  /// How much is left.
  public init(minutes: ClosedRange<Fraction>, partsBegun: Int, parts: ClosedRange<Int>) {
    self.minutes = minutes
    self.partsBegun = partsBegun
    self.parts = parts
  }

  /// How much is left for somebody who first reads some more.
  ///
  /// - Parameters:
  ///   - time: The time that this takes, in minutes.
  ///   - isPartBefore: Whether that is in the part before.
  /// - Returns: What is left with it.
  public func after(reading time: Fraction, isPartBefore: Bool) -> Remaining {
    let low = minutes.lowerBound.plus(time) ?? minutes.lowerBound
    let high = minutes.upperBound.plus(time) ?? minutes.upperBound
    return Remaining(
      minutes: low...max(low, high),
      partsBegun: max(1, partsBegun - (isPartBefore ? 1 : 0)),
      parts: parts
    )
  }
}

/// Knows how much of a guide is left from each place of its walks.
///
/// It works out what it needs when it is first asked, and remembers it.
public protocol RemainingTimes: Sendable {
  /// How much is left for a person, from the current question or menu on, with that question or menu.
  ///
  /// - Parameters:
  ///   - state: Where the person is.
  ///   - step: A step of what was read since their last decision: then its text counts as unread.
  ///   - asksAgain: Whether they are asked at the end if their answers should be kept after all.
  /// - Returns: How much is left of the guide they are in; nil if the place is not part of a guide, or if it
  ///   is not known.
  mutating func remaining(at state: State, before step: StepID?, asksAgain: Bool) -> Remaining?
}
