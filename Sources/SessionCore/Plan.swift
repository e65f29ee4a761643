import Documents
import GuideCheck
import GuideEngine
import Phrases

/// The effect of a line, before anything has changed: what to record, and what happens after that.
struct Plan: Sendable {
  /// What to say first.
  var notes: [Block] = []
  /// The mode it leads to; nil to stay.
  var mode: Mode?
  /// The inputs for the engine, in order; it will accept all of them.
  var inputs: [Input] = []
  /// What happens next.
  var result: Result
  /// Whether the person goes back to the review after this, without anything new to decide.
  var returnsToReview = false
  /// What the session pays attention to from then on.
  var attention: Attention
  /// What is in the next line when it is read; nil for nothing.
  var draft: Draft?

  /// What is in a line when it is read, to be corrected or sent.
  struct Draft: Sendable {
    let line: String
    let use: DraftUse
  }

  /// What happens after a plan is recorded and its inputs are applied.
  enum Result: Sendable {
    /// This is shown, and the session goes on.
    case shows(View)
    /// The person wants nothing kept; then this follows.
    indirect case declines(asksAgain: Bool, Result)
    /// Answers are kept from now on; then this follows.
    indirect case keeps(Result)
    /// The page is shown, and the session ends or asks about keeping.
    case closes
    /// The page is saved in a file, in a form; then the session goes on in this mode.
    case saves(SavedPage, PageForm, over: Mode)
    /// The session ends without a word, because a kept one goes on in its place.
    case resumes
    /// Kept answers are erased, and the person is asked whether to go on.
    case erases
    /// The session ends with these words.
    case ends(SessionEnding, Farewell)
  }

  /// What to show.
  enum View: Sendable {
    /// What the engine does with the inputs.
    case effects
    /// The same, going back to a menu.
    case menu
    /// The current question, again.
    case question
    /// The current question, with what was read before it.
    case standing
    /// What is current after the page of the program itself is closed.
    case ground
    /// The text of something that was already seen.
    case again(Menu.Entry)
    /// What is on the page besides answers, and the way on from the review.
    case pageItems
    /// The way on from the review.
    case wayOn
    /// Nothing besides the notes.
    case nothing
  }

  /// The last words.
  enum Farewell: Sendable {
    /// For someone who leaves and may come back.
    case leaving
    /// Below the page.
    case page
    /// For someone whose answers were erased.
    case forgotten
    /// For someone who wants nothing kept.
    case declined
    /// When the input has ended.
    case inputEnded
  }
}

/// What a session remembers about earlier lines.
struct Attention: Hashable, Sendable {
  /// How many lines in a row did not fit.
  var misfits = 0
  /// How many lines in a row changed nothing.
  var idle = 0
  /// How many times in a row the same was looked at that was read before.
  var looks = 0
  /// What was looked at last.
  var lookedAt: Menu.Entry?
  /// How many times in a row only Enter was typed.
  var enters = 0
  /// A line in the person's own words that opened help and was not written down.
  var calling: String?
  /// Whether the person knows that words they wrote will not be on their page.
  var knowsOfWordsLeft = false
  /// Whether the person was asked which questions matter most.
  var hasPrioritized = false
}

extension Plan.Result {
  /// How the session ends with this plan; nil if it goes on.
  var ending: SessionEnding? {
    switch self {
    case .ends(let ending, _): ending
    case .declines(_, let result), .keeps(let result): result.ending
    case .closes, .erases, .resumes, .saves, .shows: nil
    }
  }
}
