public import GuideCheck

/// A figure in words: what was counted in each group, in both frames, and what makes it mean something.
///
/// All groups are told as parts of one number of people. A picture of the figure shows the same numbers.
public struct FigureWords: Hashable, Sendable {
  /// What was counted.
  public let outcome: String
  /// The groups, in the order of the record.
  public let arms: [Arm]
  /// How far two groups are apart, in whole people; nil where that cannot be told.
  public let difference: String?
  /// Who the people were, and when they were counted.
  public let setting: String
  /// With whom they were compared; nil where the groups say it.
  public let comparison: String?
  /// How far the numbers may be off.
  public let interval: String?
  /// How sure they are, with what that means, and who paid.
  public let trust: String
  /// The same in few words.
  public let shortTrust: String

  /// A group.
  public struct Arm: Hashable, Sendable {
    /// The group's name, as it begins a line.
    public let name: String
    /// The number in both frames.
    public let share: Share

    /// Name and number on one line.
    public var words: String { "\(name): \(share.words)" }
  }

  /// The words of a figure.
  public init(_ figure: Figure) {
    outcome = figure.outcome
    let scale = Share.Scale(for: figure.arms.map(\.count))
    let arms = figure.arms.map { arm in
      Arm(name: Self.shown(arm.name, first: true), share: Share(arm.count, scale))
    }
    self.arms = arms
    difference = Self.difference(figure, arms, scale)
    setting = "Who: \(figure.population). When: \(figure.horizon)."
    comparison = Self.comparison(figure)
    interval = Self.interval(figure)
    let (grade, meaning) = Self.certainty(figure)
    shortTrust = "How sure this is: \(grade). \(Self.sponsor(figure))"
    trust = ["How sure this is: \(grade).", meaning, Self.sponsor(figure)].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Everything but the outcome, line by line.
  public var lines: [String] {
    arms.map(\.words) + [difference, setting, comparison, interval, trust].compactMap { $0 }
  }

  /// What a page has room for: the numbers, of whom, when, against what, the range, how sure, who paid.
  public var shortLines: [String] {
    arms.map(\.words) + [setting, comparison, interval, shortTrust].compactMap { $0 }
  }

  private static func shown(_ name: String, first: Bool) -> String {
    let words = name.split(separator: "-").map { word in
      ["ect", "iv", "tms"].contains(word) ? word.uppercased() : String(word)
    }
    let text = words.joined(separator: " ")
    return first ? text.firstUppercased : text
  }

  /// The reader has no sum to do: the difference of the numbers as they are printed.
  private static func difference(_ figure: Figure, _ arms: [Arm], _ scale: Share.Scale) -> String? {
    guard arms.count == 2, case .of(let people) = scale,
      let first = arms[0].share.single, let second = arms[1].share.single
    else { return nil }
    if first == second { return "That is the same number in both groups." }
    let more = shown(figure.arms[first > second ? 0 : 1].name, first: false)
    let about = arms.allSatisfy(\.share.isExact) ? "" : "about "
    return
      "That is \(about)\(abs(first - second)) more out of \(grouped(people)) with \(more)."
  }

  private static func comparison(_ figure: Figure) -> String? {
    guard let other = figure.comparedWith else {
      return figure.arms.count < 2 ? "There is no number here for people who did not get it." : nil
    }
    // Where the other group stands above under this name, the comparison has been told.
    if figure.arms.contains(where: { shown($0.name, first: true) == other.firstUppercased }) {
      return nil
    }
    return "Compared with: \(other)."
  }

  private static func interval(_ figure: Figure) -> String? {
    guard let interval = figure.interval else { return nil }
    if interval.hasSuffix(".") { return interval }
    let what = figure.arms.count < 2 ? "number" : "difference"
    return "The true \(what) may be \(interval)."
  }

  /// A grade of GRADE, and what it means in plain words.
  private static func certainty(_ figure: Figure) -> (grade: String, meaning: String?) {
    let meaning: String? =
      switch figure.certainty {
      case "high": "The true number is likely close to this."
      case "moderate": "The true number is likely close, but it may not be."
      case "low": "The true number may be quite different."
      case "very low": "The true number is likely quite different."
      default: nil
      }
    return (figure.certainty == "not graded" ? "no one has rated it" : figure.certainty, meaning)
  }

  private static func sponsor(_ figure: Figure) -> String {
    switch figure.sponsor {
    case nil: "No maker paid for it."
    case "not checked": "Who paid was not checked."
    case .some(let name): "Paid for by the maker, \(name)."
    }
  }
}

extension String {
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
