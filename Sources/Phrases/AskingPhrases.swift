import SourceText

/// What the program says around questions, menus, and lists.
public protocol AskingPhrases {
  /// How to type several of the choices.
  var howToTick: String { get }
  /// How to type an answer in the person's own words.
  var howToWrite: String { get }
  /// How to type a number.
  func howToType(from low: String, to high: String, unit: String?) -> String
  /// How to type an amount of money.
  func howToTypeAmount(from low: String, to high: String) -> String
  /// How to type a number on a scale, and what the ends of the scale mean.
  func howToRate(from low: String, to high: String, lowMeans: String?, highMeans: String?) -> String
  /// What the person answered before, when they can keep that answer.
  func before(_ said: String) -> String

  /// A menu topic that must be read before going on.
  func mustRead(_ title: String) -> String
  /// A menu topic that the person has already looked at.
  func alreadyRead(_ title: String) -> String
  /// The choice to go on from a menu.
  var goOn: String { get }
  /// The choice that ends a visit to the shelf.
  var iAmDone: String { get }
  /// What to type for the choice to go on from a menu.
  var doneKey: String { get }
  /// A place that is skipped because the person has already looked at it.
  func alreadySeen(_ title: String) -> String

  /// The heading of lines that go on the list of questions.
  var addedToQuestions: String { get }
  /// The heading of lines that go on the list of things to tell the team.
  var addedToTell: String { get }
  /// The heading of lines that are for the counselor.
  var addedForCounselor: String { get }

  /// The explanation before the second try of a teach-back, in other words.
  func onceMore(_ again: String) -> String
  /// The reply to the right answer of a teach-back.
  var thatIsRight: String { get }
  /// The right answer of a teach-back, after two wrong answers.
  func rightAnswer(_ words: String) -> String
  /// The question that goes on the person's list after two wrong answers to a teach-back.
  func questionAfterMiss(_ title: String) -> String

  /// The reply when nothing in a `weigh` was rated.
  var nothingRated: String { get }
  /// The heading of the person's ratings.
  var yourRatings: String { get }
  /// A reminder that ratings do not rank treatments.
  var ratingsAreYours: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var howToTick: String {
    "Type the numbers of all that apply, like 1 3. Type skip to skip this question."
  }

  public var howToWrite: String {
    "Type a line in your own words. Type skip to skip this question."
  }

  public func howToType(from low: String, to high: String, unit: String?) -> String {
    "Type a number from \(low) to \(high)\(unit.map { " (\($0))" } ?? "")."
  }

  public func howToTypeAmount(from low: String, to high: String) -> String {
    "Type an amount from \(low) to \(high)."
  }

  public func howToRate(
    from low: String,
    to high: String,
    lowMeans: String?,
    highMeans: String?
  ) -> String {
    let ends = [lowMeans.map { "\(low) is \($0)" }, highMeans.map { "\(high) is \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    return "Type a number from \(low) to \(high)\(ends.isEmpty ? "" : ": \(ends)")."
  }

  public func before(_ said: String) -> String {
    "Before, you said: \(said). Type same to keep it."
  }

  public func mustRead(_ title: String) -> String { "\(title) (before you go on)" }

  public var goOn: String { "Go on" }

  public var iAmDone: String { "I am done" }

  public var doneKey: String { "done" }

  public func alreadyRead(_ title: String) -> String { "\(title) (read)" }

  public func alreadySeen(_ title: String) -> String {
    "(You have already looked at \u{201C}\(title)\u{201D}.)"
  }

  public var addedToQuestions: String { "Added to your list of questions:" }

  public var addedToTell: String { "Added to your list of things to tell your team:" }

  public var addedForCounselor: String { "For your counselor, if you leave it on your page:" }

  public func onceMore(_ again: String) -> String { "Let's look at that once more. \(again)" }

  public var thatIsRight: String { "Yes, that is right." }

  public func rightAnswer(_ words: String) -> String { "The answer: \(words)" }

  public func questionAfterMiss(_ title: String) -> String {
    "Can we go over this once more: \(title)\(title.hasSuffix("?") ? "" : "?")"
  }

  public var nothingRated: String { "You rated none of these. That is all right." }

  public var yourRatings: String { "What matters to you, in your own numbers:" }

  public var ratingsAreYours: String {
    "These numbers are yours. They do not say which choice is better."
  }
}
