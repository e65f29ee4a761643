public import GuideCheck

/// Something that happened outside: the only way the world reaches the engine.
///
/// Named in the past tense.
public enum Input: Hashable, Sendable {
  /// A sitting began, at the shelf or straight at a guide.
  case began(GuideID)
  /// The person answered a question: the one that is asked, or that is being changed.
  case answered(QuestionID, Answer)
  /// The person opened a topic or a guide of the menu that stands.
  case opened(Menu.Entry)
  /// The person went on, from a menu or a pause.
  case readOn
  /// The person went back to the last thing they decided.
  case wentBack
  /// The person asked to answer a question of the walk anew.
  case changed(QuestionID)
  /// The person took a line off their page.
  case tookOff(Summary.Line)
  /// The person put a line back that they had taken off.
  case putBack(Summary.Line)
}

/// Something the world must now do.
///
/// Named in the imperative; nothing in it says how.
public enum Effect: Hashable, Sendable {
  /// Show the title of a step.
  case title(StepID)
  /// Show a passage.
  case show(PassageID, Composed)
  /// Ask a question.
  case ask(Asking)
  /// Say the other words of a teach-back, before it is asked once more.
  case sayAgain(QuestionID)
  /// Say that the answer to a teach-back is right.
  case affirm(QuestionID)
  /// Say which answer of a teach-back was right.
  case tellRight(QuestionID)
  /// Offer topics.
  case offer(Offer)
  /// Wait until the person has read what has become due.
  case pause
  /// Say that what was sent does not fit what stands.
  case refuse
  /// The walk is over.
  case finish
}

/// Text put together for one walk.
public struct Composed: Hashable, Sendable {
  /// The words, values in their places.
  public let text: String
  /// Where the words are strong, in UTF-8 offsets.
  public let strong: [Range<Int>]
  /// The ratings that the words tell; empty for all that is no `weigh`.
  public let ratings: [Rating]

  /// Words put together.
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
  /// What the person said before, if it still fits.
  public let previous: Answer?
}

/// A menu as it is offered now.
public struct Offer: Hashable, Sendable {
  /// The menu.
  public let menu: MenuID
  /// What was not yet looked at, in reading order.
  public let unseen: [Menu.Entry]
  /// What was looked at already.
  public let seen: [Menu.Entry]
  /// Whether the person may go on: nothing that must be read is left.
  public let canReadOn: Bool
}

/// What one step yields.
public struct Transition: Equatable, Sendable {
  /// The state that follows.
  public let state: State
  /// What to do, in order.
  public let effects: [Effect]
}
