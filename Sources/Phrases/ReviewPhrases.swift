import SourceText

/// What the program says while the person reviews their answers and lines.
public protocol ReviewPhrases {
  /// The heading of the answers.
  var yourAnswers: String { get }
  /// There are no answers yet.
  var nothingAnswered: String { get }
  /// How to change an answer.
  var howToChange: String { get }
  /// The heading of the answers that count for every guide.
  var answersForAllGuides: String { get }
  /// A question and its answer.
  func questionAndAnswer(_ prompt: String, _ said: String) -> String
  /// A question that was skipped.
  var leftOut: String { get }
  /// An answer that was taken off the page.
  func offPage(_ answer: String) -> String
  /// What is above answers that the person went back past.
  var answeredBefore: String { get }
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
  /// The reply to a line that is not one of the numbers in the review; if nothing can be changed there, the numbers
  /// from 2 are other ways to go on.
  func howToReview(last: Int, canChange: Bool) -> String
  /// A warning about words that are not on the page because the person went back past them.
  func wordsLeft(_ words: String) -> String
  /// A number on the page: what was counted, and the groups of people.
  func numberRead(_ outcome: String, of groups: [String]) -> String
  /// Help on the page.
  func helpOnPage(_ title: String) -> String
  /// How to take answers off the page, with the number of one.
  func howToTakeOffAnswer(_ number: String) -> String
  /// The word that takes things off the page, in lowercase.
  var offWord: String { get }
  /// The word that puts things back on the page, in lowercase.
  var onWord: String { get }
  /// The word that picks the questions that matter most, in lowercase.
  var topWord: String { get }
  /// The heading of the ways to go on.
  var whatNext: String { get }
  /// The choice to go on with another guide.
  func readNext(_ title: String) -> String
  /// The choice to read the longer version of a guide.
  func readLonger(_ title: String) -> String
  /// What can be typed to end the review, below a long list.
  func whenAllIsRight(atEnd: Bool) -> String
  /// Which questions matter most; asked once.
  var whichMatterMost: String { get }
  /// How to answer that.
  var howToPickQuestions: String { get }
  /// The reply to numbers that are not those of questions.
  func notQuestions(most: Int) -> String
  /// The questions that were picked come first now.
  func pickedQuestions(_ questions: [String]) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var yourAnswers: String { "Your answers" }

  public var nothingAnswered: String { "You have not answered anything yet." }

  public var howToChange: String { "To change an answer, type its number." }

  public var answersForAllGuides: String { "For every guide" }

  public func questionAndAnswer(_ prompt: String, _ said: String) -> String {
    "\(prompt) \u{2013} \(said)"
  }

  public var leftOut: String { "left out" }

  public func offPage(_ answer: String) -> String { "\(answer) (not on your page)" }

  public var answeredBefore: String {
    "You answered these before and then went back. Your answers are still here:"
  }

  public var yourLines: String { "Your page for the visit" }

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

  public func howToReview(last: Int, canChange: Bool) -> String {
    let purpose = canChange ? "change something" : "do something else"
    return switch last {
    case 1: "Type 1 to go on."
    case 2: "Type 1 to go on, or 2 to \(purpose)."
    default: "Type 1 to go on, or a number from 2 to \(last) to \(purpose)."
    }
  }

  public func wordsLeft(_ words: String) -> String {
    "You went back past something you wrote: \u{201C}\(words)\u{201D}. It is not on your page. "
      + "To put it there, go on. To end without it, type stop here again."
  }

  public func numberRead(_ outcome: String, of groups: [String]) -> String {
    let named = groups.map { $0.replacing("-", with: " ") }.joined(separator: ", ")
    return "A number I read: \(outcome)\(named.isEmpty ? "" : " (\(named))")"
  }

  public func helpOnPage(_ title: String) -> String { "Help: \(title)" }

  public func howToTakeOffAnswer(_ number: String) -> String {
    "To take an answer off your page, type off and its number, like: off \(number). To put it back: "
      + "on \(number)."
  }

  public var offWord: String { "off" }

  public var onWord: String { "on" }

  public var topWord: String { "top" }

  public var whatNext: String { "You can also" }

  public func readNext(_ title: String) -> String { "Read next: \(title)" }

  public func readLonger(_ title: String) -> String { "Read the longer version of \(title)" }

  public func whenAllIsRight(atEnd: Bool) -> String {
    atEnd
      ? "When all of this looks right, type done. Your page comes next."
      : "When all of this looks right, type done. Then you go on where you were."
  }

  public var whichMatterMost: String { "Which three questions matter most to you?" }

  public var howToPickQuestions: String {
    "Type their numbers, most important first. Or type done for the first three."
  }

  public func notQuestions(most: Int) -> String {
    "Type the numbers of up to \(most) of your questions, most important first."
  }

  public func pickedQuestions(_ questions: [String]) -> String {
    "You will ask first: \(questions.map(\.asSentence).joined(separator: " "))"
  }
}
