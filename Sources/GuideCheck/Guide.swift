public import SourceText

/// A checked guide.
///
/// Only checking creates one, so having one proves that its script has no errors.
public struct Guide: Sendable {
  /// What a guide is for.
  public enum Kind: String, Sendable, CaseIterable {
    case education
    case decisionAid = "decision aid"
    case form
    case house
  }

  /// Its name: that of the file, without the extension.
  public let name: String
  /// The file it is in.
  public let source: SourceFile
  /// The title that people read.
  public let title: String
  /// What it is for.
  public let kind: Kind
  /// The header, key by key, as written.
  public let header: [String: String]
  /// The options of its decision, with name and label; empty for other kinds.
  public let options: [(name: String, label: String)]
  /// The guides that it suggests next.
  public let next: [GuideID]
  /// The earliest date when it, or a claim or figure of it, should be reviewed again, or when a claim it
  /// cites ends; nil if there is none.
  public let reviewBy: Day?
  /// Who signed the current text.
  public let signatures: [Signature]
  /// Where its instructions start.
  public let entry: Int
  /// Its steps and topics, in reading order.
  public let steps: [StepID]
  /// Its promises.
  public let promises: [Promise]
  /// Its examples.
  public let examples: [Example]
}

/// A checked step or topic.
public struct Step: Sendable {
  /// Its name in its guide.
  public let name: String
  /// The title that people read.
  public let title: String
  /// The guide it belongs to.
  public let guide: GuideID
  /// Whether it is a topic.
  public let isTopic: Bool
  /// Where its instructions start.
  public let entry: Int
  /// Where its name is in its guide.
  public let span: Span
}

/// A checked menu.
public struct Menu: Sendable {
  /// Something a menu offers.
  public enum Entry: Hashable, Sendable {
    case topic(StepID)
    case guide(GuideID)
  }

  /// The step it is in.
  public let step: StepID
  /// What it offers, in reading order.
  public let entries: [Entry]
  /// What must be read before going on.
  public let must: Set<Entry>
  /// The menu under which is kept what was opened: this one, or the first of those of which this is one.
  public let record: MenuID
  /// What depends on conditions, if this is the first of several menus of which each person is offered one.
  public internal(set) var alternatives: Alternatives?

  init(step: StepID, entries: [Entry], must: Set<Entry>, record: MenuID) {
    (self.step, self.entries, self.must, self.record) = (step, entries, must, record)
  }

  /// Menus of which each person is offered one: what is in it is decided when the person reaches it.
  public struct Alternatives: Sendable {
    /// The instructions that choose among them, and offer them.
    public let place: Range<Int>
    /// What all of them offer, in reading order.
    public let entries: [Entry]
    /// What is only offered on a condition.
    public let offered: [Entry: WhenClause]
    /// What everybody must read to whom it is offered.
    public let must: Set<Entry>
    /// What must only be read on a condition.
    public let required: [Entry: WhenClause]
  }
}

/// One instruction of a guide.
public enum Instruction: Sendable {
  /// A step or topic begins.
  case enter(StepID)
  /// A guide begins.
  case begin(GuideID)
  /// Something is shown.
  case say(PassageID)
  /// A question is asked, once on a walk.
  case ask(QuestionID)
  /// Topics are offered.
  case offer(MenuID)
  /// Goes to `otherwise` if the condition is not met.
  case test(WhenClause, otherwise: Int)
  /// Goes forward.
  case go(Int)
  /// Visits something and comes back; shows `again` if it was visited before.
  case visit(Menu.Entry, again: PassageID)
  /// A topic or a guide ends.
  case leave
}
