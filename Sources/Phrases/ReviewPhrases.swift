import SourceText

/// What is said where the person looks over their answers and lines.
public protocol ReviewPhrases {
  /// The heading of the answers.
  var yourAnswers: String { get }
  /// Nothing was answered.
  var nothingAnswered: String { get }
  /// The choice to change an answer.
  func changeAnswer(_ prompt: String, _ said: String) -> String
  /// The heading of the lines.
  var yourLines: String { get }
  /// How lines are taken off the page and put back.
  var howToTakeOff: String { get }
  /// A line for the list of questions.
  func toAsk(_ line: String) -> String
  /// A line for the list of what the person tells their team.
  func toTell(_ line: String) -> String
  /// A line for the counselor.
  func toCounselor(_ line: String) -> String
  /// A line that was taken off.
  func takenOff(_ line: String) -> String
  /// A line was taken off the page just now.
  func lineTakenOff(_ line: String, number: String) -> String
  /// A line was put back on the page just now.
  func linePutBack(_ line: String) -> String
  /// The choice that ends the review, where there is no page.
  var done: String { get }
  /// The choice that ends the review with the page.
  var showMyPage: String { get }
  /// The choice that leads back to where the person was.
  var goBackToWhereIWas: String { get }
  /// What may be typed to end the review.
  var doneWord: String { get }
  /// A line that is no number of the review.
  func howToReview(last: Int) -> String
  /// Words the person wrote and went back past.
  func wordsLeft(_ words: String) -> String
  /// Other guides that may help.
  func nextGuides(_ titles: [String]) -> String
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var yourAnswers: String { "Your answers" }

  public var nothingAnswered: String { "Nothing is answered yet." }

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
    last == 1
      ? "Type 1 to go on." : "Type a number from 1 to \(last): 1 goes on, the others change."
  }

  public func wordsLeft(_ words: String) -> String {
    "You went back past words of your own: \u{201C}\(words)\u{201D}. They are not on "
      + "your page. To put them there, go on. To end without them, type stop here again."
  }

  public func nextGuides(_ titles: [String]) -> String {
    let start = titles.count == 1 ? "Another guide that may help" : "Other guides that may help"
    return "\(start): \(titles.joined(separator: "; ").asSentence)"
  }
}
