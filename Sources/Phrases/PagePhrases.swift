/// The words of the page a person takes to the visit.
public protocol PagePhrases {
  /// Its title.
  var myPage: String { get }
  /// The label of the line for the person's name, which is never asked for.
  var name: String { get }
  /// The label of the line for the date, if it is not known.
  var date: String { get }
  /// The day the person last worked on the page.
  func preparedOn(_ day: String) -> String
  /// The title of the second sheet.
  var secondSheet: String { get }
  /// Where the numbers are that the person read, below the first sheet on the screen.
  var numbersAreOnSecondSheet: String { get }
  /// The page is empty.
  var nothingOnPage: String { get }
  /// The heading of what the person wants to say first.
  var sayFirst: String { get }
  /// The heading of the questions.
  var iWantToAsk: String { get }
  /// The heading of the questions that matter most.
  var iWantToAskFirst: String { get }
  /// The heading of the other questions.
  var iAlsoWantToAsk: String { get }
  /// The heading of the questions that did not fit on the first sheet.
  var moreToAsk: String { get }
  /// The heading of what the person tells their team.
  var iWantToTell: String { get }
  /// The heading of the lines for the counselor.
  var forMyCounselor: String { get }
  /// The heading of everything else the person wrote.
  var inMyOwnWords: String { get }
  /// The heading of the ratings.
  var whatMatters: String { get }
  /// The heading of the numbers.
  var numbersIRead: String { get }
  /// What was counted, above its numbers.
  func outcome(_ outcome: String) -> String
  /// What comes before what several numbers have in common.
  func theseNumbers(_ count: Int) -> String
  /// The heading of the questions that were left out.
  var questionsILeftOut: String { get }
  /// A question and what the person wrote.
  func answered(_ question: String, _ words: String) -> String
  /// The heading of where to turn.
  var help: String { get }
  /// A way to get help, and who to call, text, or tell.
  func help(_ title: String, _ lines: [String]) -> String
  /// The heading of the sources.
  var sources: String { get }
  /// The numbers of the sources of a figure.
  func sourceNumbers(_ numbers: [String]) -> String
  /// The heading of where the page comes from.
  var whereFrom: String { get }
  /// Guides, and what is known about their review.
  func checkedGuides(_ titles: [String], _ review: String) -> String
  /// What is known about a guide's review, on the guide's first screen.
  func checked(_ review: String) -> String
  /// When a guide was reviewed, when it is due again, who wrote it, who signed it, and who paid.
  ///
  /// - Parameters:
  ///   - reviewed: The date of the last review.
  ///   - reviewBy: The date the next review is due.
  ///   - author: Who wrote it; nil if nobody has said.
  ///   - reviewers: Who signed it, each with role and date.
  ///   - funding: Who paid; `none` if nobody did; nil if nobody has said.
  /// - Returns: The phrase.
  func review(
    reviewed: String,
    reviewBy: String,
    author: String?,
    reviewers: [String],
    funding: String?
  ) -> String
  /// Who signed, as what, and when.
  func signed(_ name: String, role: String, on day: String) -> String
  /// The version of the guides.
  func version(_ fingerprint: String) -> String
  /// The name of the kept session.
  func pageKeptAs(_ name: String) -> String
  /// A note that the page is not medical advice.
  var forLearning: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var myPage: String { "My page for the visit" }

  public var name: String { "Name" }

  public var date: String { "Date" }

  public func preparedOn(_ day: String) -> String { "Prepared on \(day), before the visit" }

  public var secondSheet: String { "Second sheet: more about my page" }

  public var numbersAreOnSecondSheet: String {
    "The numbers you read, with their sources, are on the second sheet of the saved page."
  }

  public var nothingOnPage: String { "Nothing is on this page yet." }

  public var sayFirst: String { "What I want to say first" }

  public var iWantToAsk: String { "What I want to ask" }

  public var iWantToAskFirst: String { "What I want to ask first" }

  public var iAlsoWantToAsk: String { "What I also want to ask" }

  public var moreToAsk: String { "More questions" }

  public var iWantToTell: String { "What I want to tell my team" }

  public var forMyCounselor: String { "For my counselor" }

  public var inMyOwnWords: String { "In my own words" }

  public var whatMatters: String { "What matters to me" }

  public var numbersIRead: String { "Numbers I read" }

  public func outcome(_ outcome: String) -> String { "\(outcome):" }

  public func theseNumbers(_ count: Int) -> String { "About the next \(count) numbers:" }

  public var questionsILeftOut: String { "Questions I left out" }

  public func answered(_ question: String, _ words: String) -> String { "\(question) \(words)" }

  public var help: String { "Help" }

  public func help(_ title: String, _ lines: [String]) -> String {
    ([self.title(title)] + lines).joined(separator: " ")
  }

  public var sources: String { "Sources" }

  public func sourceNumbers(_ numbers: [String]) -> String {
    numbers.count == 1
      ? "Source \(numbers.joined())" : "Sources \(numbers.joined(separator: ", "))"
  }

  public var whereFrom: String { "Where this comes from" }

  public func checkedGuides(_ titles: [String], _ review: String) -> String {
    "\(titles.joined(separator: "; ")) \u{2013} checked \(review)"
  }

  public func checked(_ review: String) -> String { "(Checked \(review))" }

  public func review(
    reviewed: String,
    reviewBy: String,
    author: String?,
    reviewers: [String],
    funding: String?
  ) -> String {
    let written =
      author.map { $0 == "not yet reviewed by a clinician" ? "" : " Author: \($0)." } ?? ""
    let read =
      reviewers.isEmpty
      ? " No clinician has reviewed it yet." : reviewers.map { " Reviewed by \($0)." }.joined()
    let paid = funding.map { $0 == "none" ? " No one paid for it." : " Paid for by \($0)." } ?? ""
    return "\(reviewed); next check by \(reviewBy).\(written)\(read)\(paid)"
  }

  public func signed(_ name: String, role: String, on day: String) -> String {
    "\(name), \(role), on \(day)"
  }

  public func version(_ fingerprint: String) -> String {
    "Version of the guides: \(fingerprint)."
  }

  public func pageKeptAs(_ name: String) -> String {
    "Kept on this computer as \(name): your counselor can find it by this name."
  }

  public var forLearning: String { "This page is for learning. It is not medical advice." }
}
