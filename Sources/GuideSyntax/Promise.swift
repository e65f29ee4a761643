public import SourceText

/// What must be true on every path: `promise: …`.
public struct PromiseSyntax: Sendable {
  /// The forms that a promise can have.
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
  /// The condition on the promise, if there is one.
  public let condition: Guard?
  /// The words after `promise:`.
  public let span: Span
}

/// An example: answers, what the person sees, and what they never see.
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

  /// The name of the example.
  public let name: Name
  /// The lines of the example.
  public let lines: [Line]
}
