public import SourceText

/// Something a person is asked: `?`, `check`, or a row of `weigh`.
public struct QuestionSyntax: Sendable {
  /// What an answer can be.
  public enum Form: Sendable {
    /// `( )` lines: choose one.
    case choice
    /// `[ ]` lines: tick any.
    case ticks
    /// `[number a to b unit]`
    case number(low: Number, high: Number, unit: Name?)
    /// `[amount a to b]`
    case amount(low: Number, high: Number)
    /// `[scale a to b, low words … high words]`
    case scale(low: Number, high: Number, lowWords: Name?, highWords: Name?)
    /// `[text]`
    case text
    /// `[date]`
    case date

    /// The fields that can be filled in, as an author writes them.
    static let fields =
      "`[number 0 to 10 days]`, `[amount 0 to 5000]`, `[scale 0 to 10, not at all … very much]`, "
      + "`[date]` or `[text]`"
  }

  /// The name of the question.
  public let name: Name
  /// The text of the question.
  public let prompt: InlineText
  /// Whether it is a teach-back (`check`).
  public let isCheck: Bool
  /// What an answer can be.
  public let form: Form
  /// The field line, for forms that have one.
  public let field: Span?
  /// `why:`, if there is one.
  public let why: InlineText?
  /// `again:`, the explanation before the second try of a teach-back.
  public let again: InlineText?
  /// Everything under the prompt, in the order written.
  public let items: [QuestionItemSyntax]
  /// Every answer, with or without a condition, in the order written.
  public let options: [OptionSyntax]
}

/// A line under a question, or lines under a condition.
public struct QuestionItemSyntax: Sendable {
  /// The content of the line.
  public enum Content: Sendable {
    case again(InlineText)
    case comment(Span)
    case field(Span)
    case guarded(ConditionSyntax, isUnless: Bool, [OptionSyntax])
    case option(OptionSyntax)
    case why(InlineText)
  }

  /// The content of the line.
  public let content: Content
  /// Whether there is a blank line before it.
  public let blankBefore: Bool
}

/// One of the answers a question offers.
public struct OptionSyntax: Sendable {
  /// The answer's name.
  public let name: Name
  /// What the person reads.
  public let label: InlineText
  /// `(x)`: a right answer of a teach-back.
  public let isRight: Bool
  /// `( )` among `[ ]`: the answer rules out the rest.
  public let isExclusive: Bool
  /// What people see only after this answer.
  public let replies: [BlockSyntax]
  /// The whole line of the answer.
  public let span: Span
}
