public import SourceText

/// One thing in a step, in the order a person meets it.
public struct BlockSyntax: Sendable {
  /// What stands there.
  public indirect enum Content: Sendable {
    /// Prose.
    case paragraph(InlineText)
    /// `- item`
    case item(InlineText)
    /// `? id: Prompt` or `check id: Prompt`
    case question(QuestionSyntax)
    /// `? id`: a question of the house.
    case sharedQuestion(Name)
    /// `menu`
    case menu(MenuSyntax)
    /// `compare`
    case compare([CompareRowSyntax])
    /// `weigh: Prompt`
    case weigh(WeighSyntax)
    /// `show figure`; more than one are laid side by side
    case show([Name])
    /// `ask:`, `tell:`, `flag:`, `aside:`
    case listLine(ListKind, InlineText)
    /// `let name = equation`
    case definition(Name, EquationSyntax, source: Span)
    /// `when C:`, `unless C:`
    case conditional(ConditionSyntax, isUnless: Bool, [BlockSyntax])
    /// `-> step`, `-> end`
    case go(Name, Guard?)
    /// `=> topic`, `=> guide`
    case visit(Name, Guard?)
    /// `promise: …`
    case promise(PromiseSyntax)
    /// `example: name`
    case example(ExampleSyntax)
    /// `// …`
    case comment(Span)
  }

  /// What stands there.
  public let content: Content
  /// The first line of it.
  public let span: Span
  /// Whether a blank line stands before it.
  public let blankBefore: Bool
}

/// A condition at the end of a line: `when C` or `unless C`.
public struct Guard: Sendable {
  /// The condition.
  public let condition: ConditionSyntax
  /// Whether it is `unless`.
  public let isUnless: Bool
}

/// The lists a line can go to.
public enum ListKind: String, Sendable, CaseIterable {
  /// The person's question list.
  case ask
  /// What the person may want to tell the team.
  case tell
  /// What the counsellor is told.
  case flag
  /// For the counsellor's eyes in a walk together.
  case aside
}

/// The topics of a step, in any order.
public struct MenuSyntax: Sendable {
  /// An entry written under `menu`.
  public enum Entry: Sendable {
    /// `must: a, b`: read before going on.
    case must([Name])
    /// `=> guide`: a guide on the shelf.
    case visit(Name)
    /// `// …`
    case comment(Span)
  }

  /// The entries, in written order.
  public let entries: [Entry]
}

/// One matter, for every option of the decision.
public struct CompareRowSyntax: Sendable {
  /// The matter's name.
  public let name: Name
  /// The question a person would ask.
  public let title: InlineText
  /// What there is to say, option by option.
  public let cells: [(option: Name, words: InlineText)]
}

/// How much each matter counts for the person.
public struct WeighSyntax: Sendable {
  /// What is asked of all rows.
  public let prompt: InlineText
  /// The matters.
  public let rows: [(name: Name, label: InlineText)]
}
