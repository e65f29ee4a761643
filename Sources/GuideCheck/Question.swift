public import SourceText

/// A checked question: a `?`, a teach-back, or a row of `weigh`.
public struct Question: Sendable {
  /// The kind of question.
  public enum Role: Sendable {
    /// `?`
    case question
    /// `check`: after a wrong answer, one more try with other words; no score.
    case check
    /// A row of `weigh`.
    case weigh
  }

  /// Its name in its guide.
  public let name: String
  /// The guide that defines it.
  public let guide: GuideID
  /// The text of the question.
  public let prompt: String
  /// The kind of question.
  public let role: Role
  /// The answers it can have.
  public let domain: AnswerDomain
  /// The options, in order; empty for numbers and words.
  public internal(set) var options: [AnswerOption]
  /// Why it is asked.
  public let why: String?
  /// The explanation before the second try of a teach-back.
  public let again: String?
  /// The right options of a teach-back.
  public let right: OptionMask
  /// The options that rule out the rest.
  public let exclusive: OptionMask
  /// Whether every option is always offered.
  public let isUnguarded: Bool
  /// The step it was written in; nil for a shared question.
  public let step: StepID?
  /// Where its name is in its guide.
  public let span: Span

  /// All options.
  public var allOptions: OptionMask { OptionMask(first: options.count) }

  /// The options in a set, in order.
  public func options(in mask: OptionMask) -> [AnswerOption] {
    mask.places.filter { options.indices.contains($0) }.map { options[$0] }
  }

  /// The reserved name of the option for someone who does not know the answer.
  public static let unsureName = "unsure"

  /// The places of the options for the short and the full version of a guide, which have the reserved names
  /// `short` and `full`; nil if the question does not have both.
  public var lengths: (short: Int, full: Int)? {
    guard let short = option(named: "short"), let full = option(named: "full") else { return nil }
    return (short, full)
  }

  /// The index of an option, by its name.
  public func option(named name: String) -> Int? {
    options.firstIndex { $0.name == name }
  }
}

/// An option of a checked question.
public struct AnswerOption: Sendable {
  /// Its name in its question.
  public let name: String
  /// The label that people read.
  public let label: String
  /// The condition for offering it; nil if it is always offered.
  public internal(set) var condition: WhenClause?
  /// Where its name is in the guide of its question.
  public let span: Span
}

/// A condition of the library, and whether it is `when` or `unless`.
public struct WhenClause: Hashable, Sendable {
  /// The index of the condition in `Library.conditions`.
  public let condition: Int
  /// Whether it is `unless`: met in every other case.
  public let isUnless: Bool
}
