import SourceText

/// What the program says while the person reviews their answers and lines.
public protocol ReviewPhrases {
  /// The heading of the answers.
  var yourAnswers: String { get }
  /// There are no answers yet.
  var nothingAnswered: String { get }
  /// The choice to change an answer.
  func changeAnswer(_ prompt: String, _ said: String) -> String
  /// The heading of the lines.
  var yourLines: String { get }
  /// How to take lines off the page and put them back.
  var howToTakeOff: String { get }
  /// A line for the list of questions.
  func toAsk(_ line: String) -> String
  /// A line for the list of things to tell the team.
  func toTell(_ line: String) -> String
  /// A line for the counselor.
  func toCounselor(_ line: String) -> String
  /// A line that was taken off.
  func takenOff(_ line: String) -> String
  /// A line was taken off the page just now.
  func lineTakenOff(_ line: String, number: String) -> String
  /// A line was put back on the page just now.
  func linePutBack(_ line: String) -> String
  /// The choice to end the review when there is no page.
  var done: String { get }
  /// The choice to end the review and show the page.
  var showMyPage: String { get }
  /// The choice to go back to where the person was.
  var goBackToWhereIWas: String { get }
  /// What can be typed to end the review.
  var doneWord: String { get }
  /// The reply to a line that is not one of the numbers in the review.
  func howToReview(last: Int) -> String
  /// A warning about words that are not on the page because the person went back past them.
  func wordsLeft(_ words: String) -> String
  /// Other guides that may help.
  func nextGuides(_ titles: [String]) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var yourAnswers: String { "Your answers" }

  public var nothingAnswered: String { "You have not answered anything yet." }

  public func changeAnswer(_ prompt: String, _ said: String) -> String {
    "Change: \(prompt) \u{2013} \(said)"
  }

  public var yourLines: String { "Your lines for the visit" }

  public var howToTakeOff: String {
    "Type the number of a line to take it off your page, or to put it back."
  }

  public func toAsk(_ line: String) -> String { "To ask: \(line)" }

  public func toTell(_ line: String) -> String { "To tell: \(line)" }

  public func toCounselor(_ line: String) -> String { "For my counselor: \(line)" }

  public func takenOff(_ line: String) -> String { "(taken off) \(line)" }

  public func lineTakenOff(_ line: String, number: String) -> String {
    "Taken off your page: \(line.asSentence) To put it back, type \(number)."
  }

  public func linePutBack(_ line: String) -> String { "Back on your page: \(line.asSentence)" }

  public var done: String { "Done" }

  public var showMyPage: String { "Show my page" }

  public var goBackToWhereIWas: String { "Go back to where I was" }

  public var doneWord: String { "done" }

  public func howToReview(last: Int) -> String {
    switch last {
    case 1: "Type 1 to go on."
    case 2: "Type 1 to go on, or 2 to change something."
    default: "Type 1 to go on, or a number from 2 to \(last) to change something."
    }
  }

  public func wordsLeft(_ words: String) -> String {
    "You went back past something you wrote: \u{201C}\(words)\u{201D}. It is not on your page. "
      + "To put it there, go on. To end without it, type stop here again."
  }

  public func nextGuides(_ titles: [String]) -> String {
    let start = titles.count == 1 ? "Another guide that may help" : "Other guides that may help"
    return "\(start): \(titles.joined(separator: "; ").asSentence)"
  }
}
