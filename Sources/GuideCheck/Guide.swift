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
