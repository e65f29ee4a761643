public import GuideCheck

/// Something that happened outside the engine, and the only way to tell the engine about it.
///
/// Named in the past tense.
public enum Input: Hashable, Sendable {
  /// A session began, at the shelf or directly with a guide.
  case began(GuideID)
  /// The person answered a question: the current one, or the one that is being changed.
  case answered(QuestionID, Answer)
  /// The person opened a topic or a guide of the current menu.
  case opened(Menu.Entry)
  /// The person went on, from a menu or a pause.
  case readOn
  /// The person went back to the last thing they decided.
  case wentBack
  /// The person asked to change their answer to a question on the walk.
  case changed(QuestionID)
  /// The person took something off their page.
  case tookOff(PageItem)
  /// The person put back something that they had taken off.
  case putBack(PageItem)
  /// The person picked the questions on their page that matter most, in their order; none for the first
  /// ones.
  case prioritized([String])
  /// After the end, the person went on with another guide.
  case wentOn(GuideID)
}

/// Something that must now be done outside the engine.
///
/// Named in the imperative; it does not say how.
public enum Effect: Hashable, Sendable {
  /// Show the title of a step.
  case title(StepID)
  /// Show a passage.
  case show(PassageID, Composed)
  /// Ask a question.
  case ask(Asking)
  /// Show the other explanation of a teach-back, before it is asked again.
  case sayAgain(QuestionID)
  /// Say that the answer to a teach-back is right.
  case affirm(QuestionID)
  /// Say which answer of a teach-back was right.
  case tellRight(QuestionID)
  /// Offer topics.
  case offer(Offer)
  /// Wait until the person has read what is newly due.
  case pause
  /// Say that the input does not fit the current prompt.
  case refuse
  /// The walk is over.
  case finish
}

/// Text composed for one walk.
public struct Composed: Hashable, Sendable {
  /// The words, with values filled in.
  public let text: String
  /// The ranges of strong text, in UTF-8 offsets.
  public let strong: [Range<Int>]
  /// The ratings in the words; empty for anything but a `weigh`.
  public let ratings: [Rating]
  /// The place of an item in its numbered list, as the person has read it, counted from 1; nil for anything else.
  public internal(set) var number: Int?

  /// Creates composed text.
  public init(text: String, strong: [Range<Int>], ratings: [Rating] = []) {
    self.text = text
    self.strong = strong
    self.ratings = ratings
  }
}

/// A question as it is asked now.
public struct Asking: Hashable, Sendable {
  /// The question.
  public let question: QuestionID
  /// The options offered now.
  public let offered: OptionMask
  /// The person's earlier answer, if it still fits.
  public let previous: Answer?
}

/// A menu as it is offered now.
public struct Offer: Hashable, Sendable {
  /// The menu.
  public let menu: MenuID
  /// The entries the person has not looked at yet, in reading order.
  public let unseen: [Menu.Entry]
  /// The entries the person has already looked at.
  public let seen: [Menu.Entry]
  /// Whether the person can go on, because nothing that must be read is left.
  public let canReadOn: Bool
}

/// The result of one step.
public struct Transition: Equatable, Sendable {
  /// The state that follows.
  public let state: State
  /// What to do, in order.
  public let effects: [Effect]
}
