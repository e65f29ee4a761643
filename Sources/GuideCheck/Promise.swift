public import SourceText

/// What a `seen`, a promise or an example speaks of.
public enum Mention: Hashable, Sendable {
  case step(StepID)
  case guide(GuideID)
  case question(QuestionID)
  /// A paragraph printing the value.
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
  /// When it is promised, if not always.
  public let clause: WhenClause?
  /// The words after `promise:`.
  public let words: String
  /// Where it stands.
  public let source: SourceFile
  /// Where it stands.
  public let span: Span
}

extension Promise {
  /// What would be promised, to ask the prover about it: nobody wrote it.
  package init(asking form: Form, of guide: Guide) {
    self.init(form: form, clause: nil, words: "", source: guide.source, span: .empty)
  }
}

/// A checked example.
public struct Example: Sendable {
  /// What it is called.
  public let name: String
  /// The answers given, in written order.
  public let answers: [(question: QuestionID, answer: Answer)]
  /// What is seen.
  public let sees: [Mention]
  /// What is never seen.
  public let neverSees: [Mention]
  /// The file it stands in.
  public let source: SourceFile
  /// Where it stands.
  public let span: Span
}
