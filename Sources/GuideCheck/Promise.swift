public import SourceText

/// What a `seen`, a promise, or an example refers to.
public enum Mention: Hashable, Sendable {
  case step(StepID)
  case guide(GuideID)
  case question(QuestionID)
  /// A paragraph that prints the value.
  case equation(EquationID)
  case claim(Int)
  case figure(Int)
  case subject(String)
}

/// A checked promise.
public struct Promise: Sendable {
  /// What is promised.
  public enum Form: Sendable {
    case seeBefore(Mention, Mention)
    case seeAfter(Mention, Mention)
    case seeBeforeEnd(Mention)
    case never(Mention)
    case atMostQuestions(Fraction)
    case atMostMinutes(Fraction)
  }

  /// What is promised.
  public let form: Form
  /// The condition on the promise, if there is one.
  public let clause: WhenClause?
  /// The words after `promise:`.
  public let words: String
  /// Where it is in the file.
  public let source: SourceFile
  /// Where it is in the file.
  public let span: Span
}

extension Promise {
  /// A promise that nobody wrote, made only to ask the prover about it.
  package init(asking form: Form, of guide: Guide) {
    self.init(form: form, clause: nil, words: "", source: guide.source, span: .empty)
  }
}

/// A checked example.
public struct Example: Sendable {
  /// Its name.
  public let name: String
  /// The answers given, in written order.
  public let answers: [(question: QuestionID, answer: Answer)]
  /// What the person sees.
  public let sees: [Mention]
  /// What the person never sees.
  public let neverSees: [Mention]
  /// The file it is in.
  public let source: SourceFile
  /// Where it is in the file.
  public let span: Span
}
