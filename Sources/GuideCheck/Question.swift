public import SourceText

/// A checked question: a `?`, a teach-back, or a row of `weigh`.
public struct Question: Sendable {
  /// What kind of asking it is.
  public enum Role: Sendable {
    /// `?`
    case question
    /// `check`: one more try in other words, no score.
    case check
    /// A row of `weigh`.
    case weigh
  }

  /// Its name in its guide.
  public let name: String
  /// The guide that defines it.
  public let guide: GuideID
  /// What is asked.
  public let prompt: String
  /// What kind of asking it is.
  public let role: Role
  /// The answers it can have.
  public let domain: AnswerDomain
  /// The options, in order; empty for numbers and words.
  public internal(set) var options: [AnswerOption]
  /// Why it is asked.
  public let why: String?
  /// Other words, for the second try of a teach-back.
  public let again: String?
  /// The right options of a teach-back.
  public let right: OptionMask
  /// The options that exclude all others.
  public let exclusive: OptionMask
  /// Whether every option is always offered.
  public let isUnguarded: Bool
  /// The step it was written in; nil for a shared question.
  public let step: StepID?
  /// Where its name stands in its guide.
  public let span: Span

  /// All options.
  public var allOptions: OptionMask { OptionMask(first: options.count) }

  /// The options in a set, in order.
  public func options(in mask: OptionMask) -> [AnswerOption] {
    mask.places.filter { options.indices.contains($0) }.map { options[$0] }
  }

  /// The place of an option by its name.
  public func option(named name: String) -> Int? {
    options.firstIndex { $0.name == name }
  }
}

/// An option of a checked question.
public struct AnswerOption: Sendable {
  /// Its name in its question.
  public let name: String
  /// What the person reads.
  public let label: String
  /// The condition, and whether it is `unless`, under which it is offered; nil if always.
  public internal(set) var condition: WhenClause?
  /// Where its name stands in the guide of its question.
  public let span: Span
}

/// A condition of the library and how it is read.
public struct WhenClause: Sendable {
  /// The place of the condition in `Library.conditions`.
  public let condition: Int
  /// Whether it holds in every other case.
  public let isUnless: Bool
}
