/// Something that is shown as one: a paragraph, an item, a figure, a line for a list.
public struct Passage: Sendable {
  /// What it is.
  public enum Kind: Sendable {
    /// Prose.
    case paragraph
    /// An item of a list.
    case item
    /// A line for one of the person's lists.
    case listLine(List)
    /// A number from the evidence.
    case figure(Int)
    /// Why the number shown next does not agree with one shown before; its text is the reason.
    case disagreement
    /// The options of a decision, side by side.
    case comparison([ComparisonRow])
    /// What all rows of a `weigh` ask.
    case weighPrompt
    /// The rows of a `weigh`, given back with the person's own ratings.
    case ratings([QuestionID])
    /// The one line said when a place is passed over because it was looked at before.
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
    /// Words, and whether they are strong.
    case text(String, isStrong: Bool)
    /// The answer to a question.
    case answer(QuestionID)
    /// The value of an equation.
    case value(EquationID)
  }

  /// What it is.
  public let kind: Kind
  /// The pieces of its text, in order.
  public let pieces: [Piece]
  /// The step it stands in.
  public let step: StepID
  /// The claims it rests on, as places in `Library.claims`.
  public let claims: [Int]
  /// What a mention of it may be, for conditions that read them.
  public let mentions: [MentionID]
  /// What tells this passage from all others in its step, and stays the same as long as its words do.
  public let fingerprint: UInt64
}

/// A row of a comparison.
public struct ComparisonRow: Sendable {
  /// The matter.
  public let name: String
  /// The question a person would ask.
  public let title: String
  /// What there is to say for each option, in the order of the header.
  public let cells: [String]
}
