public import SourceText

/// Something that is shown as one piece: a paragraph, an item, a figure, or a line for a list.
public struct Passage: Sendable {
  /// What it is.
  public enum Kind: Sendable {
    /// Prose.
    case paragraph
    /// An item of a list.
    case item
    /// An item of a numbered list, and the number that is written before it. People see the items counted: one that
    /// they do not read leaves no gap. An item with the number 1 begins a list.
    case numberedItem(Int)
    /// A line for one of the person's lists.
    case listLine(List)
    /// A number from the evidence.
    case figure(Int)
    /// Why the next figure disagrees with an earlier one; the text is the reason.
    case disagreement
    /// The last day of the rule in the passage above.
    case ruleEnds(Day)
    /// The options of a decision, side by side.
    case comparison([ComparisonRow])
    /// The question about all rows of a `weigh`.
    case weighPrompt
    /// The rows of a `weigh`, shown with the person's own ratings.
    case ratings([QuestionID])
    /// The line shown when a place is skipped because the person has already seen it.
    case alreadySeen(String)
  }

  /// The lists a line can go to.
  public enum List: String, Sendable {
    case ask
    case tell
    case flag
    case aside
  }

  /// A piece of its text.
  public enum Piece: Sendable {
    /// Text, and whether it is strong.
    case text(String, isStrong: Bool)
    /// The answer to a question.
    case answer(QuestionID)
    /// The value of an equation.
    case value(EquationID)
  }

  /// What it is.
  public let kind: Kind
  /// Whether only a counselor reads it, so that what it cites is not seen by the person.
  public var isAside: Bool { if case .listLine(.aside) = kind { true } else { false } }
  /// The pieces of its text, in order.
  public let pieces: [Piece]
  /// The step it is in.
  public let step: StepID
  /// The claims it cites, as indices into `Library.claims`.
  public let claims: [Int]
  /// Those of the claims that its words say: all but those that are only cited on a word of a list, or on the
  /// words before a list.
  public let said: [Int]
  /// The mentions in it, for conditions that read them.
  public let mentions: [MentionID]
  /// A fingerprint that is different for each passage of a step, and stays the same as long as the
  /// words do.
  public let fingerprint: UInt64
}

/// A row of a comparison.
public struct ComparisonRow: Sendable {
  /// The name of the row.
  public let name: String
  /// The question a person would ask.
  public let title: String
  /// The text for each option, in the order of the header.
  public let cells: [String]
}
