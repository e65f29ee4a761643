public import SourceText

/// A person's answer to a question.
///
/// *Not asked* is the absence of an answer; *skipped* is an answer.
public enum Answer: Hashable, Sendable {
  /// "Rather not say." Never counts as no.
  case skipped
  /// The options chosen; exactly one for a choose-one question.
  case options(OptionMask)
  /// A number, an amount of money, or a place on a scale.
  case number(Fraction)
  /// A date, which no condition depends on.
  case date(Day)
  /// The person's own words, which no condition depends on.
  case text(String)
}
