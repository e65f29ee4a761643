/// What is said at the beginning and the end of a session.
public protocol SessionPhrases {
  /// The first words: that no one reads along, where help is, and what this is for.
  ///
  /// - Parameters:
  ///   - isKiosk: Whether a staff member is close by.
  ///   - keeping: What is said about keeping, if anything.
  /// - Returns: The phrase.
  func welcome(isKiosk: Bool, keeping: String?) -> String
  /// How to answer.
  var howToAnswer: String { get }
  /// The person has come back to what is kept.
  func welcomeBack(_ keeping: String) -> String
  /// The guides are not what they were.
  var guidesHaveChanged: String { get }
  /// A question is asked again because its words are not what they were.
  var askedAgain: String { get }
  /// The input has ended and nothing was kept.
  ///
  /// - Parameter isTerminal: Whether a person sits there; else the input was a file or a pipe.
  /// - Returns: The phrase.
  func endedWithNothing(isTerminal: Bool) -> String
  /// A line was longer than a line can be.
  func lineWasCut(to limit: Int) -> String
  /// More lines came than are read from a file or a pipe.
  func tooManyLines(_ limit: Int) -> String
  /// The guides cannot be opened because their text has errors.
  var guidesHaveErrors: String { get }
  /// How an author finds those errors.
  var forAuthors: String { get }
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func welcome(isKiosk: Bool, keeping: String?) -> String {
    let help = isKiosk ? "tell a staff member, or type help." : "type help."
    return "No one reads this as you type. If you need help now, \(help) "
      + "\(keeping.map { "\($0) " } ?? "")This is for learning. It is not medical advice."
  }

  public var howToAnswer: String {
    "Answer with a number, or with the first letters of a choice. Type ? to see what you can type."
  }

  public func welcomeBack(_ keeping: String) -> String { "Welcome back. \(keeping)" }

  public var guidesHaveChanged: String { "The guides have changed since you were here." }

  public var askedAgain: String {
    "The words of a question you answered have changed, so it is asked again."
  }

  public func endedWithNothing(isTerminal: Bool) -> String {
    isTerminal ? "Nothing was kept." : "The input has ended. Nothing was kept."
  }

  public func lineWasCut(to limit: Int) -> String {
    "That was longer than a line can be. Only its first \(grouped(limit)) letters were taken."
  }

  public func tooManyLines(_ limit: Int) -> String {
    "That was a very long input. Only its first \(grouped(limit)) lines were taken."
  }

  public var guidesHaveErrors: String {
    "The guides cannot be opened: their text has errors. Tell a staff member."
  }

  public var forAuthors: String { "For authors: beforehand check says what is wrong, and where." }
}
