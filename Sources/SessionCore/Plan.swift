import Documents
import GuideCheck
import GuideEngine

/// What a line comes to, before anything has changed: what is to be recorded, and what follows then.
struct Plan: Sendable {
  /// What is said first.
  var notes: [Block] = []
  /// The mode it leads to; nil to stay.
  var mode: Mode?
  /// What is sent to the engine, in order; every one of them is taken.
  var inputs: [Input] = []
  /// What follows.
  var result: Result
  /// What the session pays attention to from then on.
  var attention: Attention

  /// What follows once a plan is recorded and its inputs are taken.
  enum Result: Sendable {
    /// This is shown, and the session goes on.
    case shows(View)
    /// The person wants nothing kept; then this follows.
    indirect case declines(asksAgain: Bool, Result)
    /// Answers are kept from now on; then this follows.
    indirect case keeps(Result)
    /// What was kept is erased, and the session ends.
    case erases
    /// The session ends with these words.
    case ends(SessionEnding, Farewell)
  }

  /// What is shown.
  enum View: Sendable {
    /// What the engine does with the inputs.
    case effects
    /// The same, going back until a menu stands.
    case menu
    /// The question that stands, once more.
    case question
    /// The question that stands, with what was read before it.
    case standing
    /// What stands once the page of the program's own is closed.
    case ground
    /// The words of something that was looked at.
    case again(Menu.Entry)
    /// The way on from the review.
    case wayOn
    /// Nothing besides the notes.
    case nothing
  }

  /// The last words.
  enum Farewell: Sendable {
    /// Of someone who leaves, and may come back.
    case leaving
    /// Under the page.
    case page
    /// Of someone who wants nothing kept.
    case declined
    /// When the input has ended.
    case inputEnded
  }
}

/// What a session has noticed of the lines before.
struct Attention: Hashable, Sendable {
  /// How many lines in a row fit nothing.
  var misfits = 0
  /// How many lines in a row led nowhere.
  var idle = 0
  /// How often Enter alone was typed, one after the other.
  var enters = 0
  /// A line of the person's own words that called for help, and was not written down.
  var calling: String?
  /// Whether the person knows that words they wrote will not be on their page.
  var knowsOfWordsLeft = false
}

extension Plan.Result {
  /// How the session ends with it; nil if it goes on.
  var ending: SessionEnding? {
    switch self {
    case .ends(let ending, _): ending
    case .declines(_, let result), .keeps(let result): result.ending
    case .erases: .stopped
    case .shows: nil
    }
  }
}
