public import SourceText

/// Something a person is asked: `?`, `check`, or a row of `weigh`.
public struct QuestionSyntax: Sendable {
  /// What an answer may be.
  public enum Form: Sendable {
    /// `( )` lines: one of them.
    case choice
    /// `[ ]` lines: any of them.
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

  /// Its name.
  public let name: Name
  /// What is asked.
  public let prompt: InlineText
  /// Whether it is a teach-back (`check`).
  public let isCheck: Bool
  /// What an answer may be.
  public let form: Form
  /// The field line, for forms that have one.
  public let field: Span?
  /// `why:`, if there is one.
  public let why: InlineText?
  /// `again:`, other words for a teach-back's second try.
  public let again: InlineText?
  /// Everything under the prompt in written order.
  public let items: [QuestionItemSyntax]
  /// Every option, guarded or not, in written order.
  public let options: [OptionSyntax]
}

/// A line, or guarded lines, under a question.
public struct QuestionItemSyntax: Sendable {
  /// What stands there.
  public enum Content: Sendable {
    case again(InlineText)
    case comment(Span)
    case field(Span)
    case guarded(ConditionSyntax, isUnless: Bool, [OptionSyntax])
    case option(OptionSyntax)
    case why(InlineText)
  }

  /// What stands there.
  public let content: Content
  /// Whether a blank line stands before it.
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
  /// `( )` among `[ ]`: it excludes the others.
  public let isExclusive: Bool
  /// What follows only after this answer.
  public let replies: [BlockSyntax]
  /// The whole option line.
  public let span: Span
}
