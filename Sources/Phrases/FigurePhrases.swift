/// Numbers from the evidence in words.
public protocol FigurePhrases {
  /// The name of a group.
  ///
  /// - Parameters:
  ///   - name: Its name in the record, with hyphens.
  ///   - isFirst: Whether it begins a line.
  /// - Returns: The phrase.
  func group(_ name: String, isFirst: Bool) -> String
  /// A group and its number on one line.
  func arm(_ group: String, _ share: String) -> String
  /// A share of people in both frames.
  ///
  /// - Parameters:
  ///   - had: How many had what was counted.
  ///   - hadNot: How many did not.
  ///   - people: Out of how many.
  ///   - isAsCounted: Whether these are the people that were counted, not a hundred or a thousand.
  ///   - counted: What was counted, where the record says more.
  /// - Returns: The phrase.
  func share(
    _ had: String,
    _ hadNot: String,
    of people: Int,
    isAsCounted: Bool,
    counted: (part: Int, whole: Int)?
  ) -> String
  /// A number that was rounded.
  func about(_ number: String) -> String
  /// Fewer than one person.
  var fewerThanOne: String { get }
  /// More than so many people.
  func moreThan(_ number: Int) -> String
  /// From so many to so many.
  func range(_ low: String, _ high: String) -> String
  /// Two groups with the same number.
  var sameInBoth: String { get }
  /// How many more one group has.
  func difference(_ more: Int, of people: Int, with group: String, isExact: Bool) -> String
  /// Who was counted, and when.
  func setting(who: String, when: String) -> String
  /// What it is compared with.
  func comparedWith(_ other: String) -> String
  /// It is compared with nothing.
  var comparedWithNothing: String { get }
  /// How far the number may be off.
  ///
  /// - Parameters:
  ///   - interval: The range, as the record has it.
  ///   - isDifference: Whether it is the range of a difference between groups.
  /// - Returns: The phrase.
  func interval(_ interval: String, isDifference: Bool) -> String
  /// How sure a number is, with a grade of the record.
  func howSure(_ certainty: String) -> String
  /// What a grade means; nil for a grade without a meaning of its own.
  func meaning(ofCertainty certainty: String) -> String?
  /// Who paid: nil for no maker, `not checked`, or a name.
  func paidBy(_ sponsor: String?) -> String
  /// The next number does not agree with the one above.
  func nextDisagrees(_ why: String) -> String
  /// Another study, with another outcome, does not agree.
  func anotherDisagrees(_ outcome: String) -> String
  /// What the signs of a picture mean.
  ///
  /// - Parameters:
  ///   - groups: How many groups are drawn.
  ///   - filled: The sign of someone it happened to.
  ///   - maybe: The sign of someone it may have happened to; nil if there is none.
  ///   - empty: The sign of someone it did not happen to.
  /// - Returns: The phrase.
  func legend(groups: Int, filled: Character, maybe: Character?, empty: Character) -> String
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func group(_ name: String, isFirst: Bool) -> String {
    let words = name.split(separator: "-").map { word in
      ["ect", "iv", "tms"].contains(word) ? word.uppercased() : String(word)
    }
    let text = words.joined(separator: " ")
    return isFirst ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  public func arm(_ group: String, _ share: String) -> String { "\(group): \(share)" }

  public func share(
    _ had: String,
    _ hadNot: String,
    of people: Int,
    isAsCounted: Bool,
    counted: (part: Int, whole: Int)?
  ) -> String {
    let of = isAsCounted ? "of" : "out of"
    let record = counted.map { " (\(grouped($0.part)) of \(grouped($0.whole)) people)" } ?? ""
    return "\(had) \(of) \(grouped(people)) people; \(hadNot) did not\(record)"
  }

  public func about(_ number: String) -> String { "about \(number)" }

  public var fewerThanOne: String { "fewer than 1" }

  public func moreThan(_ number: Int) -> String { "more than \(grouped(number))" }

  public func range(_ low: String, _ high: String) -> String { "\(low) to \(high)" }

  public var sameInBoth: String { "That is the same number in both groups." }

  public func difference(
    _ more: Int,
    of people: Int,
    with group: String,
    isExact: Bool
  ) -> String {
    "That is \(isExact ? "" : "about ")\(more) more out of \(grouped(people)) with \(group)."
  }

  public func setting(who: String, when: String) -> String { "Who: \(who). When: \(when)." }

  public func comparedWith(_ other: String) -> String { "Compared with: \(other)." }

  public var comparedWithNothing: String {
    "There is no number here for people who did not get it."
  }

  public func interval(_ interval: String, isDifference: Bool) -> String {
    interval.hasSuffix(".")
      ? interval : "The true \(isDifference ? "difference" : "number") may be \(interval)."
  }

  public func howSure(_ certainty: String) -> String {
    "How sure this is: \(certainty == "not graded" ? "no one has rated it" : certainty)."
  }

  public func meaning(ofCertainty certainty: String) -> String? {
    switch certainty {
    case "high": "The true number is likely close to this."
    case "moderate": "The true number is likely close, but it may not be."
    case "low": "The true number may be quite different."
    case "very low": "The true number is likely quite different."
    default: nil
    }
  }

  public func paidBy(_ sponsor: String?) -> String {
    switch sponsor {
    case nil: "No maker paid for it."
    case "not checked": "Who paid was not checked."
    case .some(let name): "Paid for by the maker, \(name)."
    }
  }

  public func nextDisagrees(_ why: String) -> String {
    "The next study does not agree with the one above. \(why)"
  }

  public func anotherDisagrees(_ outcome: String) -> String {
    "Another study does not agree: \(outcome)."
  }

  public func legend(
    groups: Int,
    filled: Character,
    maybe: Character?,
    empty: Character
  ) -> String {
    let each = groups > 1 ? "Pictures of 100 people each" : "A picture of 100 people"
    let perhaps = maybe.map { ", \($0) someone it may have happened to" } ?? ""
    return
      "\(each). \(filled) is someone it happened to\(perhaps), \(empty) someone it did not."
  }
}
