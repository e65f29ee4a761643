public import GuideCheck
public import Phrases

/// A figure in words: how many people in each group had the outcome and how many did not, and the
/// context.
///
/// All groups are shown out of the same number of people. A picture of the figure shows the same numbers.
public struct FigureWords: Hashable, Sendable {
  /// What was counted.
  public let outcome: String
  /// The groups whose people were counted, in the order of the record; none if the figure is of another kind.
  public let arms: [Arm]
  /// The numbers of each group, line by line.
  public let numbers: [String]
  /// What the numbers mean, if they do not count people: the scale, or what a ratio does not tell.
  public let meaning: [String]
  /// The difference between two groups, in whole people; nil if that is not known.
  public let difference: String?
  /// Who the people were, and when they were counted.
  public let setting: String
  /// Who they were compared with; nil if the groups already say so.
  public let comparison: String?
  /// How far off the numbers may be.
  public let interval: String?
  /// How sure the numbers are, what that means, and who paid.
  public let trust: String
  /// The same in fewer words.
  public let shortTrust: String

  /// A group.
  public struct Arm: Hashable, Sendable {
    /// The name of the group, as at the start of a line.
    public let name: String
    /// How many had the outcome, and how many did not.
    public let share: Share
    /// The name and the number on one line.
    public let words: String
  }

  /// The words of a figure.
  ///
  /// - Parameters:
  ///   - figure: The record of the evidence.
  ///   - phrases: The language.
  public init(_ figure: Figure, _ phrases: any PatientPhrases) {
    outcome = figure.outcome
    let scale = Share.Scale(for: figure)
    let arms = figure.arms.map { arm in
      let name = phrases.group(arm.name, isFirst: true)
      let share = Share(arm.count, scale)
      return Arm(name: name, share: share, words: phrases.arm(name, share.words(phrases)))
    }
    self.arms = arms
    let measurement = figure.measurement.map { MeasurementWords(measurement: $0, phrases: phrases) }
    numbers = measurement?.numbers ?? arms.map(\.words)
    meaning = measurement?.meaning ?? []
    difference = Self.difference(figure, arms, scale, phrases)
    setting = phrases.setting(who: figure.population, when: figure.horizon)
    comparison = Self.comparison(figure, phrases)
    interval = figure.interval.map {
      phrases.interval($0, isDifference: figure.arms.count > 1)
    }
    let (certainty, sponsor) = (
      phrases.howSure(figure.certainty), phrases.paidBy(figure.sponsor)
    )
    shortTrust = "\(certainty) \(sponsor)"
    trust = [certainty, phrases.meaning(ofCertainty: figure.certainty), sponsor]
      .compactMap(\.self).joined(separator: " ")
  }

  /// Everything but the outcome, line by line.
  public var lines: [String] {
    numbers + [difference].compactMap { $0 } + context + [interval, trust].compactMap { $0 }
  }

  /// What fits on a page: the numbers, who, when, compared with what, the range, how sure, and who paid.
  public var shortLines: [String] {
    numbers + context + [interval, shortTrust].compactMap { $0 }
  }

  /// The numbers in as few words as possible, for a list of many.
  ///
  /// - Parameter phrases: The language.
  /// - Returns: The numbers, line by line.
  public func briefNumbers(_ phrases: any PatientPhrases) -> [String] {
    if arms.isEmpty { return numbers }
    return arms.map { arm in
      let (low, high) = (arm.share.had.lowerBound, arm.share.had.upperBound)
      let had = low == high ? "\(low)" : phrases.range("\(low)", "\(high)")
      return phrases.arm(arm.name, phrases.outOf(had, people: "\(arm.share.people)"))
    }
  }

  /// Of those, the numbers and their range.
  public var results: [String] { numbers + [interval].compactMap { $0 } }

  /// Of those, the rest, which several figures of a study can share.
  public var circumstances: [String] { context + [shortTrust].compactMap { $0 } }

  /// Who, when, and compared with what; for a number that means nothing without the comparison, that first.
  private var context: [String] {
    let comparison = comparison.map { [$0] } ?? []
    return meaning.isEmpty ? [setting] + comparison : comparison + meaning + [setting]
  }

  /// The lines that are the same in every figure it can be compared with.
  public var sharedLines: [String] { meaning + [setting] }

  /// The difference of the numbers as printed, so that the reader does not have to calculate it.
  private static func difference(
    _ figure: Figure,
    _ arms: [Arm],
    _ scale: Share.Scale,
    _ phrases: any PatientPhrases
  ) -> String? {
    guard arms.count == 2, case .of(let people) = scale,
      let first = arms[0].share.single, let second = arms[1].share.single
    else { return nil }
    if first == second {
      return arms[0].share.isSameRate(as: arms[1].share) ? phrases.sameInBoth : phrases.sameRounded
    }
    return phrases.difference(
      abs(first - second),
      of: people,
      with: phrases.group(figure.arms[first > second ? 0 : 1].name, isFirst: false),
      isExact: arms.allSatisfy(\.share.isExact)
    )
  }

  private static func comparison(_ figure: Figure, _ phrases: any PatientPhrases) -> String? {
    let groups = figure.arms.map(\.name) + (figure.measurement?.arms.map(\.name) ?? [])
    guard let other = figure.comparedWith else {
      if let reason = figure.missing { return phrases.comparedWithNothing(because: reason) }
      return groups.count < 2 ? phrases.comparedWithNothing : nil
    }
    // If the other group is named above, the comparison is already clear.
    let isNamed = groups.contains { group in
      phrases.group(group, isFirst: true).lowercased() == other.lowercased()
    }
    return isNamed ? nil : phrases.comparedWith(other)
  }
}
