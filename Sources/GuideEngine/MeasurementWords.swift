import GuideCheck
import Phrases

/// The numbers of a figure that does not count people, in words.
struct MeasurementWords {
  let measurement: Measurement
  let phrases: any PatientPhrases

  /// The numbers of each group, with how far off they may be, line by line.
  var numbers: [String] { measurement.arms.flatMap(lines) }

  /// What the numbers mean: the scale, or what a ratio does not tell.
  var meaning: [String] {
    switch measurement.kind {
    case .points(let scale):
      let noticed = measurement.smallestNoticed.map {
        phrases.smallestNoticed(digits($0), isOne: $0 == Fraction(1))
      }
      return [
        phrases.scale(
          scale.name,
          from: digits(scale.lowest),
          to: digits(scale.highest),
          lowerIsBetter: scale.lowerIsBetter
        )
      ] + (noticed.map { [$0] } ?? [])
    case .ratio: return [phrases.ratioIsNotAChance]
    case .days: return []
    }
  }

  private func lines(for arm: Measurement.Arm) -> [String] {
    let name = phrases.group(arm.name, isFirst: true)
    switch measurement.kind {
    case .points(let scale):
      return [phrases.arm(name, points(arm, on: scale))]
        + interval(arm, isDifference: true) { ends in
          points(from: ends.lowerBound, to: ends.upperBound)
        }
    case .ratio:
      let one = Fraction(1)
      let isUnclear = arm.interval.map { $0.lowerBound < one && one < $0.upperBound } ?? false
      return [phrases.arm(name, ratio(arm.value))] + otherWayAround(arm.value)
        + interval(arm, isDifference: false) { phrases.timesAsMany(range($0)) }
        + (isUnclear ? [phrases.maybeFewerMaybeMore] : [])
    case .days:
      let days = days(arm.value)
      let words = arm.average == .mean ? phrases.mean(days) : phrases.median(days)
      let ends = arm.range.map {
        phrases.shortestAndLongest(self.days($0.lowerBound), self.days($0.upperBound))
      }
      return [phrases.arm(name, words)] + (ends.map { [$0] } ?? [])
        + interval(arm, isDifference: false) { phrases.days(range($0), isOne: false) }
    }
  }

  private func interval(
    _ arm: Measurement.Arm,
    isDifference: Bool,
    _ words: (ClosedRange<Fraction>) -> String
  ) -> [String] {
    arm.interval.map { [phrases.interval(words($0), isDifference: isDifference)] } ?? []
  }

  // MARK: points

  private func points(_ arm: Measurement.Arm, on scale: Measurement.Scale) -> String {
    if arm.value == .zero { return phrases.noPoints }
    let isLower = arm.value < .zero
    // If the true score may be lower or higher, neither is said to be better.
    let isClear = arm.interval.map { !($0.lowerBound < .zero && .zero < $0.upperBound) } ?? true
    let size = size(of: arm.value)
    return phrases.points(
      digits(size),
      isOne: size == Fraction(1),
      isLower: isLower,
      isBetter: isClear ? isLower == scale.lowerIsBetter : nil
    )
  }

  private func points(from low: Fraction, to high: Fraction) -> String {
    if .zero <= low {
      return phrases.points(from: digits(low), to: digits(high), isLower: false)
    }
    if high <= .zero {
      return phrases.points(from: digits(size(of: high)), to: digits(size(of: low)), isLower: true)
    }
    return phrases.points(fromLower: digits(size(of: low)), toHigher: digits(high))
  }

  private func size(of number: Fraction) -> Fraction {
    max(number, Fraction.zero.minus(number) ?? number)
  }

  // MARK: ratios

  private func ratio(_ value: Fraction) -> String {
    phrases.ratio(RoughRatio(value), value == Fraction(1) ? nil : digits(value))
  }

  /// How many times as many people had it in the other group, if common words can say it.
  private func otherWayAround(_ value: Fraction) -> [String] {
    guard let inverse = Fraction(1).divided(by: value) else { return [] }
    switch RoughRatio(inverse) {
    case .part, .times: return [phrases.theOtherWayAround(phrases.ratio(RoughRatio(inverse), nil))]
    case .same, .nearlySame, .fewer, .more: return []
    }
  }

  // MARK: digits

  private func range(_ ends: ClosedRange<Fraction>) -> String {
    phrases.range(digits(ends.lowerBound), digits(ends.upperBound))
  }

  private func days(_ number: Fraction) -> String {
    phrases.days(digits(number), isOne: number == Fraction(1))
  }

  /// With commas if it is whole, and otherwise rounded to two decimals.
  private func digits(_ number: Fraction) -> String {
    if number.denominator == 1 { return phrases.grouped(number.numerator) }
    return number.rounded(decimals: 2).map { phrases.decimal(hundredths: $0) }
      ?? number.description
  }
}

extension RoughRatio {
  /// The common words for a ratio; `nearly` allows for six parts in a hundred.
  init(_ value: Fraction) {
    let one = Fraction(1)
    func isNearlyOne(_ number: Fraction?) -> Bool {
      guard let number, let (low, high) = Self.nearlyOne else { return false }
      return low <= number && number <= high
    }
    let parts = (2...4).first { isNearlyOne(value.times(Fraction($0))) }
    let times = (2...10).first { isNearlyOne(value.divided(by: Fraction($0))) }
    self =
      if value == one {
        .same
      } else if isNearlyOne(value) {
        .nearlySame
      } else if let parts {
        .part(parts)
      } else if let times {
        .times(times)
      } else {
        value < one ? .fewer : .more
      }
  }

  private static var nearlyOne: (Fraction, Fraction)? {
    guard let low = Fraction(50, over: 53), let high = Fraction(53, over: 50) else { return nil }
    return (low, high)
  }
}
