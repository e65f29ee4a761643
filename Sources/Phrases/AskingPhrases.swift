import SourceText

/// What is said around questions, menus and lists.
public protocol AskingPhrases {
  /// How several of the choices are typed.
  var howToTick: String { get }
  /// How an answer in the person's own words is typed.
  var howToWrite: String { get }
  /// How a number is typed.
  func howToType(from low: String, to high: String, unit: String?) -> String
  /// How an amount of money is typed.
  func howToTypeAmount(from low: String, to high: String) -> String
  /// How a place on a scale is typed, and what its ends mean.
  func howToRate(from low: String, to high: String, lowMeans: String?, highMeans: String?) -> String
  /// What the person said before, where they may keep it.
  func before(_ said: String) -> String

  /// A topic of a menu that comes before going on.
  func mustRead(_ title: String) -> String
  /// The choice that goes on from a menu.
  var goOn: String { get }
  /// The choice that ends a visit to the shelf.
  var iAmDone: String { get }
  /// What may be typed for the choice that goes on from a menu.
  var doneWords: Set<String> { get }
  /// The topics of a menu that were looked at.
  func lookedAtAlready(_ titles: [String]) -> String
  /// A place that is passed over because it was looked at.
  func alreadySeen(_ title: String) -> String

  /// The lines that follow go to the list of questions.
  var addedToQuestions: String { get }
  /// The lines that follow go to the list of what the person tells their team.
  var addedToTell: String { get }
  /// The lines that follow are for the counselor.
  var addedForCounselor: String { get }

  /// A teach-back in other words.
  func onceMore(_ again: String) -> String
  /// A teach-back that was answered right.
  var thatIsRight: String { get }
  /// A teach-back that was missed twice.
  func rightAnswer(_ words: String) -> String
  /// The question that a teach-back missed twice adds to the list.
  func questionAfterMiss(_ title: String) -> String

  /// A `weigh` of which nothing was rated.
  var nothingRated: String { get }
  /// The heading of the person's ratings.
  var yourRatings: String { get }
  /// That ratings do not rank treatments.
  var ratingsAreYours: String { get }
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var howToTick: String {
    "Type the numbers of all that fit, like 1 3. Type skip to skip this question."
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

  public var doneWords: Set<String> { ["done", "i am done", "next"] }

  public func lookedAtAlready(_ titles: [String]) -> String {
    "Looked at already: \(titles.joined(separator: "; ").asSentence) Type a title to look again."
  }

  public func alreadySeen(_ title: String) -> String {
    "(You have looked at \u{201C}\(title)\u{201D} already.)"
  }

  public var addedToQuestions: String { "Added to your list of questions:" }

  public var addedToTell: String { "Added to your list of things to tell your team:" }

  public var addedForCounselor: String { "For your counselor, if you leave it on your page:" }

  public func onceMore(_ again: String) -> String { "Let us look at that once more. \(again)" }

  public var thatIsRight: String { "Yes, that is right." }

  public func rightAnswer(_ words: String) -> String { "The answer: \(words)" }

  public func questionAfterMiss(_ title: String) -> String {
    "Can we go over this once more: \(title)\(title.hasSuffix("?") ? "" : "?")"
  }

  public var nothingRated: String { "You rated none of these. That is all right." }

  public var yourRatings: String { "What matters to you, by your own numbers:" }

  public var ratingsAreYours: String {
    "These numbers are yours. They do not say which choice is better."
  }
}
