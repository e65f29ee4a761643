public import SourceText

/// What a `seen`, a promise, or an example refers to.
public enum Mention: Hashable, Sendable {
  case step(StepID)
  case guide(GuideID)
  case question(QuestionID)
  /// A paragraph that prints the value.
  case equation(EquationID)
  /// Words that cite the claim, in a sentence or in a list.
  case claim(Int)
  case figure(Int)
  /// A figure about the subject, or words that cite a claim about it, in a sentence or in a list.
  case subject(String)
  /// The same, but with words that say it.
  case said(Evidence)

  /// Something that can be cited.
  public enum Evidence: Hashable, Sendable {
    case claim(Int)
    case subject(String)
  }
}

extension Mention {
  /// The mention that only a sentence fulfills, for a claim or a subject; otherwise the same.
  var said: Mention {
    switch self {
    case .claim(let claim): .said(.claim(claim))
    case .subject(let subject): .said(.subject(subject))
    case .equation, .figure, .guide, .question, .said, .step: self
    }
  }

  /// The mention that a list fulfills, too; nil if a list makes no difference.
  public var cited: Mention? {
    switch self {
    case .said(.claim(let claim)): .claim(claim)
    case .said(.subject(let subject)): .subject(subject)
    case .claim, .equation, .figure, .guide, .question, .step, .subject: nil
    }
  }
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
