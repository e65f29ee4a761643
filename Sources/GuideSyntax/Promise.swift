public import SourceText

/// What holds on every path: `promise: …`.
public struct PromiseSyntax: Sendable {
  /// The forms a promise can take.
  public enum Form: Sendable {
    /// `see X before Y`
    case seeBefore(Name, Name)
    /// `see X after Y`
    case seeAfter(Name, Name)
    /// `see X before end`
    case seeBeforeEnd(Name)
    /// `never X`
    case never(Name)
    /// `at most N questions`
    case atMostQuestions(Number)
    /// `at most N minutes`
    case atMostMinutes(Number)
  }

  /// What is promised.
  public let form: Form
  /// When it is promised, if not always.
  public let condition: Guard?
  /// The words after `promise:`.
  public let span: Span
}

/// Answers, what is seen, what never: a test beside what it tests.
public struct ExampleSyntax: Sendable {
  /// A line of an example.
  public enum Line: Sendable {
    /// `q is a or b`, `n is 4`
    case answer(question: Name, values: [Name])
    /// `q is skipped`
    case skipped(question: Name)
    /// `sees X`
    case sees(Name)
    /// `never sees X`
    case neverSees(Name)
    /// `// …`
    case comment(Span)
  }

  /// What it is called.
  public let name: Name
  /// Its lines.
  public let lines: [Line]
}
