import SourceText

/// Numbers from the evidence, in words.
public protocol FigurePhrases {
  /// The name of a group.
  ///
  /// - Parameters:
  ///   - name: The name in the record, with hyphens.
  ///   - isFirst: Whether the name starts a line.
  /// - Returns: The phrase.
  func group(_ name: String, isFirst: Bool) -> String
  /// A group and its number on one line.
  func arm(_ group: String, _ share: String) -> String
  /// How many people out of how many, in as few words as possible.
  func outOf(_ had: String, people: String) -> String
  /// How many people had something happen to them, and how many did not.
  ///
  /// - Parameters:
  ///   - had: How many had the outcome.
  ///   - hadNot: How many did not.
  ///   - people: The number of people these are out of.
  ///   - isAsCounted: Whether `people` is the number that was counted, rather than a hundred or a
  ///     thousand.
  ///   - counted: The count in the record, when it adds something.
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
  /// More than a number of people.
  func moreThan(_ number: Int) -> String
  /// A range of numbers.
  func range(_ low: String, _ high: String) -> String
  /// Both groups have the same number.
  var sameInBoth: String { get }
  /// The numbers of both groups are different, but the same once they are rounded.
  var sameRounded: String { get }
  /// How many more people in one group had the outcome.
  func difference(_ more: Int, of people: Int, with group: String, isExact: Bool) -> String
  /// Who was counted, and when.
  func setting(who: String, when: String) -> String
  /// What the group is compared with.
  func comparedWith(_ other: String) -> String
  /// There is nothing to compare the group with.
  var comparedWithNothing: String { get }
  /// There is nothing to compare the group with, for the reason in the record.
  func comparedWithNothing(because reason: String) -> String
  /// How far off the number may be.
  ///
  /// - Parameters:
  ///   - interval: The range, as written in the record.
  ///   - isDifference: Whether it is the range of a difference between groups.
  /// - Returns: The phrase.
  func interval(_ interval: String, isDifference: Bool) -> String
  /// How sure a number is, by the grade in the record.
  func howSure(_ certainty: String) -> String
  /// What a grade means; nil for a grade with no set meaning.
  func meaning(ofCertainty certainty: String) -> String?
  /// Who paid for a study: `sponsor` is nil for no maker, `not checked`, or a name.
  func paidBy(_ sponsor: String?) -> String
  /// The next figure disagrees with the one above.
  func nextDisagrees(_ why: String) -> String
  /// Another study, with another outcome, disagrees.
  func anotherDisagrees(_ outcome: String) -> String
  /// What the symbols in a picture mean.
  ///
  /// - Parameters:
  ///   - groups: How many groups are drawn.
  ///   - filled: The symbol for someone it happened to.
  ///   - maybe: The symbol for someone it may have happened to; nil if the picture has none.
  ///   - empty: The symbol for someone it did not happen to.
  /// - Returns: The phrase.
  func legend(groups: Int, filled: Character, maybe: Character?, empty: Character) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func outOf(_ had: String, people: String) -> String { "\(had) of \(people)" }

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

  public var sameRounded: String {
    "The numbers look the same only because they are rounded."
  }

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

  public func comparedWithNothing(because reason: String) -> String { reason.asSentence }

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
