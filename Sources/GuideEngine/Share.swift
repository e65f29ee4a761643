import GuideCheck
public import Phrases

/// How many people out of a number of people had the outcome, and how many did not.
///
/// In whole people, with halves rounded up; the two numbers always add up to `people`.
public struct Share: Hashable, Sendable {
  /// How many had it, from the smallest to the largest number.
  public let had: ClosedRange<Int>
  /// The number of people it is out of.
  public let people: Int
  /// Whether nothing was rounded.
  public let isExact: Bool
  /// Whether some had it, and rounding hides them all.
  private let hidesSome: Bool
  /// Whether some did not have it, and rounding hides them all.
  private let hidesRest: Bool
  /// Whether this is the number of people that were counted.
  private let isAsCounted: Bool
  /// The count as recorded, if it says more.
  private let record: Count?
  /// The ends of the count, before anything was rounded.
  private let rates: [Fraction]

  private struct Count: Hashable, Sendable {
    let part: Int
    let whole: Int
  }

  /// How many did not have it, from the smallest to the largest number.
  public var hadNot: ClosedRange<Int> { (people - had.upperBound)...(people - had.lowerBound) }

  /// The number, if it is a single one.
  var single: Int? { had.count == 1 && !hidesSome && !hidesRest ? had.lowerBound : nil }

  /// Whether two shares are of equal counts, before anything was rounded.
  func isSameRate(as other: Share) -> Bool { rates == other.rates }

  /// Whether it is out of a number other than the one counted, with enough people to draw.
  public var isOfMany: Bool { !isAsCounted }

  /// Both numbers in one phrase.
  public func words(_ phrases: any PatientPhrases) -> String {
    let all = phrases.moreThan(people - 1)
    let (some, rest) =
      if hidesSome {
        (phrases.fewerThanOne, all)
      } else if hidesRest {
        (all, phrases.fewerThanOne)
      } else {
        (
          isExact ? digits(had, phrases) : phrases.about(digits(had, phrases)),
          digits(hadNot, phrases)
        )
      }
    return phrases.share(
      some,
      rest,
      of: people,
      isAsCounted: isAsCounted,
      counted: record.map { ($0.part, $0.whole) }
    )
  }

  private func digits(_ range: ClosedRange<Int>, _ phrases: any PatientPhrases) -> String {
    let low = phrases.grouped(range.lowerBound)
    return range.count == 1 ? low : phrases.range(low, phrases.grouped(range.upperBound))
  }
}

extension Share {
  /// The number of people that all groups of a figure are out of.
  public enum Scale: Hashable, Sendable {
    /// As they were counted, because for fewer than 50 people, 100 would be too many.
    case counted
    /// Out of a number of people.
    case of(Int)

    /// The scale for the groups of a figure: 100 people, or 1,000 if for any group of it, or of one beside it, less
    /// than one in a hundred had it, or did not (Bonner and others 2021: one denominator for a set).
    init(for figure: Figure) {
      if figure.arms.contains(where: { Part.whole(of: $0.count) < 50 }) {
        self = .counted
      } else {
        self = .of(figure.isOutOfThousand ? 1000 : 100)
      }
    }
  }

  /// A count on a scale.
  init(_ count: Figure.Count, _ scale: Scale) {
    let parts = Part.all(of: count)
    let (low, high) = (parts[0], parts[parts.count - 1])
    var people = Part.whole(of: count)
    var isAsCounted = true
    if case .of(let scale) = scale { (people, isAsCounted) = (scale, false) }
    // A percentage is not a count of people, no matter how few there were.
    if case .percent = count, isAsCounted { (people, isAsCounted) = (100, false) }
    had = low.rounded(of: people)...high.rounded(of: people)
    self.people = people
    self.isAsCounted = isAsCounted
    if case .percent = count {
      isExact = false
    } else {
      isExact = parts.allSatisfy { $0.isWhole(of: people) }
    }
    rates = parts.compactMap { Fraction($0.part, over: $0.whole) }
    hidesSome = high.part > 0 && had.upperBound == 0
    hidesRest = low.part < low.whole && had.lowerBound == people
    if case .people(let part, let whole) = count, whole != people {
      record = Count(part: part, whole: whole)
    } else {
      record = nil
    }
  }
}

/// An exact part of a whole.
private struct Part {
  let part: Int
  let whole: Int

  /// The ends of a count.
  static func all(of count: Figure.Count) -> [Part] {
    switch count {
    case .people(let part, let whole): [Part(part: part, whole: whole)]
    case .range(let low, let high, let whole):
      [Part(part: low, whole: whole), Part(part: high, whole: whole)]
    case .percent(let percent):
      [Part(part: percent.numerator, whole: percent.denominator * 100)]
    }
  }

  /// How many people were counted; a percentage does not say.
  static func whole(of count: Figure.Count) -> Int {
    switch count {
    case .people(_, let whole), .range(_, _, let whole): whole
    case .percent: .max
    }
  }

  // In twice the width, no product overflows, no matter what the record says.
  func rounded(of people: Int) -> Int {
    let doubled = UInt128(part) * UInt128(people) * 2 + UInt128(whole)
    return Int(doubled / (UInt128(whole) * 2))
  }

  func isWhole(of people: Int) -> Bool { UInt128(part) * UInt128(people) % UInt128(whole) == 0 }
}
