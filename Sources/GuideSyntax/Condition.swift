public import SourceText

/// A condition: one or more positive tests, joined only by `and` or only by `or`.
public struct ConditionSyntax: Sendable {
  /// How the tests are joined.
  public enum Joiner: Sendable {
    /// Every test must be true.
    case and
    /// At least one test must be true.
    case or
  }

  /// The tests, in order; empty only if the condition could not be read.
  public let atoms: [AtomicConditionSyntax]
  /// How the tests are joined; has no meaning for a single test.
  public let joiner: Joiner
  /// The whole condition.
  public let span: Span
}

/// One positive test, which is true or not true.
public struct AtomicConditionSyntax: Sendable {
  /// How a number is compared.
  public enum Comparison: String, Sendable {
    case atLeast = "at least"
    case atMost = "at most"
    case equal = "equal"
    case lessThan = "less than"
    case moreThan = "more than"
  }

  /// What is tested.
  public enum Relation: Sendable {
    /// `q is a or b`
    case isAny([Name])
    /// `q includes a or b`
    case includesAny([Name])
    /// `q is answered without a or b`
    case isAnsweredWithout([Name])
    /// `n is at least 4`
    case compares(Comparison, Number)
    /// `x is known`
    case isKnown
    /// `x is skipped`
    case isSkipped
    /// `t is true`
    case isTrue
    /// `seen place`: the subject is the place, which can be several words.
    case isSeen
  }

  /// The question, equation, or place that is tested.
  public let subject: Name
  /// What must be true of it.
  public let relation: Relation
  /// The whole test.
  public let span: Span
}

/// A number as written: exact, with at most nine digits before the decimal point and four after it.
public struct Number: Sendable {
  /// The digits without the decimal point.
  public let mantissa: Int
  /// How many of the digits are after the decimal point, from 0 to 4.
  public let decimals: Int
  /// Where the number is in the file.
  public let span: Span
}

/// An equation, as written after `let name =`.
public indirect enum EquationSyntax: Sendable {
  /// The four operations.
  public enum Operation: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
  }

  /// A number.
  case number(Number)
  /// An answer or another equation.
  case name(Name)
  /// Two parts and the operation that joins them.
  case operation(Operation, EquationSyntax, EquationSyntax)
  /// `count of a, b`: how many answers are ticked, or how many conditions are true.
  case count([Name])
  /// `sum of a, b`
  case sum([Name])
  /// `low of figure` and `high of figure`: an end of a figure's range.
  case bound(isHigh: Bool, figure: Name)
  /// A condition: the value is true or not true.
  case truth(ConditionSyntax)
}
