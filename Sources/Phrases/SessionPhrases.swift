/// What the program says at the beginning and the end of a session.
public protocol SessionPhrases {
  /// The first words: no one is reading along, how to get help, and what the program is for.
  ///
  /// - Parameters:
  ///   - isKiosk: Whether a staff member is close by.
  ///   - keeping: A sentence about keeping answers, if there is one.
  /// - Returns: The phrase.
  func welcome(isKiosk: Bool, keeping: String?) -> String
  /// The greeting when the person comes back to a kept session.
  func welcomeBack(_ keeping: String) -> String
  /// The guides have changed since the last time.
  var guidesHaveChanged: String { get }
  /// A question is asked again because its wording has changed.
  var askedAgain: String { get }
  /// The input has ended and nothing was kept.
  ///
  /// - Parameter isTerminal: Whether a person was typing; if not, the input was a file or a pipe.
  /// - Returns: The phrase.
  func endedWithNothing(isTerminal: Bool) -> String
  /// A line was longer than the limit.
  func lineWasCut(to limit: Int) -> String
  /// There were more lines than the limit for a file or a pipe.
  func tooManyLines(_ limit: Int) -> String
  /// The guides cannot be opened because their text has errors.
  var guidesHaveErrors: String { get }
  /// How an author can find those errors.
  var forAuthors: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func welcome(isKiosk: Bool, keeping: String?) -> String {
    let help = isKiosk ? "tell a staff member, or type help." : "type help."
    return "No one reads this as you type. If you need help now, \(help) "
      + "\(keeping.map { "\($0) " } ?? "")This is for learning. It is not medical advice. "
      + "Type ? to see what you can type."
  }

  public func welcomeBack(_ keeping: String) -> String { "Welcome back. \(keeping)" }

  public var guidesHaveChanged: String { "The guides have changed since you were here." }

  public var askedAgain: String {
    "The wording of a question you answered has changed, so it is asked again."
  }

  public func endedWithNothing(isTerminal: Bool) -> String {
    isTerminal ? "Nothing was kept." : "The input has ended. Nothing was kept."
  }

  public func lineWasCut(to limit: Int) -> String {
    "That line was too long. Only the first \(grouped(limit)) letters were used."
  }

  public func tooManyLines(_ limit: Int) -> String {
    "That was a lot of input. Only the first \(grouped(limit)) lines were used."
  }

  public var guidesHaveErrors: String {
    "The guides cannot be opened because their text has errors. Tell a staff member."
  }

  public var forAuthors: String { "For authors: beforehand check shows what is wrong, and where." }
}
