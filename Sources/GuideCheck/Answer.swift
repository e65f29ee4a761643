public import SourceText

/// What a person said to a question.
///
/// *Not asked* is the absence of an answer; *skipped* is one.
public enum Answer: Hashable, Sendable {
  /// "Rather not say." Never read as no.
  case skipped
  /// The options chosen; one for a choose-one question.
  case options(OptionMask)
  /// A number, an amount, or a place on a scale.
  case number(Fraction)
  /// A day of the calendar, which nothing branches on.
  case date(Day)
  /// Words, which nothing ever branches on.
  case text(String)
}
