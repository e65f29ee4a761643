public import SourceText

/// A checked guide.
///
/// Only checking makes one: holding it is the proof that its script has no errors.
public struct Guide: Sendable {
  /// What a guide is for.
  public enum Kind: String, Sendable, CaseIterable {
    case education
    case decisionAid = "decision aid"
    case form
    case house
  }

  /// Its name: the file's, without the ending.
  public let name: String
  /// The file it stands in.
  public let source: SourceFile
  /// What a person reads over it.
  public let title: String
  /// What it is for.
  public let kind: Kind
  /// The header, key by key, as written.
  public let header: [String: String]
  /// The options of its decision, name and label; empty for other kinds.
  public let options: [(name: String, label: String)]
  /// The guides it names to go on with.
  public let next: [GuideID]
  /// The earliest day it, or a claim it cites, should be read again; nil if no day is given.
  public let reviewBy: Day?
  /// Who signed it as it stands.
  public let signatures: [Signature]
  /// Where its instructions start.
  public let entry: Int
  /// Its steps and topics, in reading order.
  public let steps: [StepID]
  /// What it promises.
  public let promises: [Promise]
  /// Its examples.
  public let examples: [Example]
}

/// A checked step or topic.
public struct Step: Sendable {
  /// Its name in its guide.
  public let name: String
  /// What a person reads over it.
  public let title: String
  /// The guide it belongs to.
  public let guide: GuideID
  /// Whether it is a topic.
  public let isTopic: Bool
  /// Where its instructions start.
  public let entry: Int
  /// Where its name stands in its guide.
  public let span: Span
}

/// A checked menu.
public struct Menu: Sendable {
  /// Something a menu offers.
  public enum Entry: Hashable, Sendable {
    case topic(StepID)
    case guide(GuideID)
  }

  /// The step it stands in.
  public let step: StepID
  /// What it offers, in reading order.
  public let entries: [Entry]
  /// What must be looked at before going on.
  public let must: Set<Entry>
}

/// One thing to do on a walk.
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
  /// Goes to `otherwise` if the gate is shut.
  case test(WhenClause, otherwise: Int)
  /// Goes forward.
  case go(Int)
  /// Looks at something and comes back; `again` is said if it was looked at before.
  case visit(Menu.Entry, again: PassageID)
  /// A topic, or a guide, is over.
  case leave
}
