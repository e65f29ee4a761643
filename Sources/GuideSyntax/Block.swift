public import SourceText

/// One part of a step, in the order people see it.
public struct BlockSyntax: Sendable {
  /// The content of the block.
  public indirect enum Content: Sendable {
    /// Prose.
    case paragraph(InlineText)
    /// `- item`
    case item(InlineText)
    /// `1. item`
    case numberedItem(NumberedItemSyntax)
    /// `? id: Prompt` or `check id: Prompt`
    case question(QuestionSyntax)
    /// `? id`: a shared question, from `house.guide`.
    case sharedQuestion(Name)
    /// `menu`
    case menu(MenuSyntax)
    /// `compare`
    case compare([CompareRowSyntax])
    /// `weigh: Prompt`
    case weigh(WeighSyntax)
    /// `show figure`; several figures are shown side by side
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

  /// The content of the block.
  public let content: Content
  /// The first line of the block.
  public let span: Span
  /// Whether there is a blank line before it.
  public let blankBefore: Bool
}

/// An item of a numbered list.
public struct NumberedItemSyntax: Sendable {
  /// The number, from 1 to 99.
  public let number: Int
  /// Where the number is.
  public let numberSpan: Span
  /// The words.
  public let words: InlineText
}

/// A condition at the end of a line: `when C` or `unless C`.
public struct Guard: Sendable {
  /// The condition.
  public let condition: ConditionSyntax
  /// Whether the word is `unless`.
  public let isUnless: Bool
}

/// The lists a line can go to.
public enum ListKind: String, Sendable, CaseIterable {
  /// The person's question list.
  case ask
  /// The list of things the person may want to tell the team.
  case tell
  /// Lines for the counselor.
  case flag
  /// Lines only for a counselor who goes through the guide with the person.
  case aside
}

/// The topics of a step, in any order.
public struct MenuSyntax: Sendable {
  /// An entry written under `menu`.
  public enum Entry: Sendable {
    /// `must: a, b`: read before going on; by everybody, or only if a condition is true.
    case must([Name], Guard?)
    /// `offer: a, b when C`: topics that are only for some.
    case offer([Name], Guard?)
    /// `=> guide`: a guide on the shelf; for everybody, or only if a condition is true.
    case visit(Name, Guard?)
    /// `// …`
    case comment(Span)
  }

  /// The entries, in written order.
  public let entries: [Entry]
}

/// A row of `compare`: one question, answered for every option of the decision.
public struct CompareRowSyntax: Sendable {
  /// The name of the row.
  public let name: Name
  /// The question a person would ask.
  public let title: InlineText
  /// The answer for each option.
  public let cells: [(option: Name, words: InlineText)]
}

/// A `weigh`: how much each thing matters to the person.
public struct WeighSyntax: Sendable {
  /// The question about all rows.
  public let prompt: InlineText
  /// The rows.
  public let rows: [(name: Name, label: InlineText)]
}
