public import SourceText

/// A checked condition: positive tests joined only by `and` or only by `or`.
public struct Condition: Sendable {
  /// The tests; never empty.
  public let atoms: [AtomicCondition]
  /// Whether all tests must be true; otherwise one is enough.
  public let isAll: Bool
  /// The condition as the author wrote it.
  public let words: String
  /// Where it is in its guide; nil for *this option was chosen*, the condition for lines under an answer.
  public let span: Span?
}

/// What a number is compared with.
public enum Operand: Hashable, Sendable {
  /// The answer to a question.
  case question(QuestionID)
  /// The value of an equation.
  case equation(EquationID)
}

/// A checked test, which is true or not true.
public enum AtomicCondition: Sendable {
  /// The answer is one of the options, or includes one of them.
  case options(QuestionID, OptionMask)
  /// There is an answer that was not skipped, and it includes none of the options.
  case answeredWithout(QuestionID, OptionMask)
  /// The number compares this way to the constant; false if the number is not known.
  case compares(Operand, Comparison, Fraction)
  /// There is an answer that was not skipped, or every part of the equation is known.
  case isKnown(Operand)
  /// The person would rather not say.
  case isSkipped(QuestionID)
  /// A named condition is true.
  case isTrue(EquationID)
  /// The step or topic is on the walk.
  case seenStep(StepID)
  /// The guide is on the walk.
  case seenGuide(GuideID)
  /// The question was asked on the walk.
  case seenQuestion(QuestionID)
  /// A passage with the claim, figure, or subject is on the walk.
  case seenMention(MentionID)
}

/// How a number is compared.
public enum Comparison: Sendable {
  case atLeast
  case atMost
  case equal
  case lessThan
  case moreThan

  /// Whether `value` compares this way to `constant`.
  public func holds(_ value: Fraction, _ constant: Fraction) -> Bool {
    switch self {
    case .atLeast: value >= constant
    case .atMost: value <= constant
    case .equal: value == constant
    case .lessThan: value < constant
    case .moreThan: value > constant
    }
  }
}

/// A checked equation.
public struct Equation: Sendable {
  /// How a value is calculated.
  public indirect enum Expression: Sendable {
    case constant(Fraction)
    case question(QuestionID)
    case equation(EquationID)
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    case quotient(Expression, Expression)
    /// How many options of a tick question are chosen.
    case ticked(QuestionID)
    /// 1 if the named condition is true, otherwise 0; missing if a question that it compares was not answered.
    case counted(EquationID, comparing: [QuestionID])
    /// A condition of the library.
    case truth(Int)
  }

  /// Its name in its guide.
  public let name: String
  /// The guide it is written in.
  public let guide: GuideID
  /// How its value is calculated.
  public let expression: Expression
  /// Whether its value is true or not true, rather than a number.
  public let isTruth: Bool
  /// Whether its value is an amount of money.
  public let isAmount: Bool
  /// The equations it reads.
  public let reads: [EquationID]
  /// Whether it reads what was seen, directly or through another equation.
  public let readsMentions: Bool
  /// The smallest and the largest value it can have; nil if it is a condition.
  public let bounds: ClosedRange<Fraction>?
}

extension Equation.Expression {
  /// The questions it reads directly, each once.
  ///
  /// - Parameters:
  ///   - conditions: Conditions of the library, including those it reads.
  ///   - origin: The index in the library of the first of these.
  /// - Returns: The questions, in the order in which they are read.
  func questionsRead(in conditions: [Condition], from origin: Int = 0) -> [QuestionID] {
    var found: [QuestionID] = []
    func add(_ question: QuestionID) {
      if !found.contains(question) { found.append(question) }
    }
    func visit(_ expression: Equation.Expression) {
      switch expression {
      case .constant, .equation: break
      case .counted(_, let compared): for question in compared { add(question) }
      case .question(let question), .ticked(let question): add(question)
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
        .quotient(let a, let b):
        visit(a)
        visit(b)
      case .truth(let place):
        for atom in conditions[place - origin].atoms {
          if let question = atom.question { add(question) }
        }
      }
    }
    visit(self)
    return found
  }
}

extension AtomicCondition {
  /// The question a test reads directly.
  var question: QuestionID? {
    switch self {
    case .options(let question, _), .answeredWithout(let question, _),
      .compares(.question(let question), _, _), .isKnown(.question(let question)),
      .isSkipped(let question), .seenQuestion(let question):
      question
    default: nil
    }
  }

  /// The equation a test reads.
  var equation: EquationID? {
    switch self {
    case .compares(.equation(let equation), _, _), .isKnown(.equation(let equation)),
      .isTrue(let equation):
      equation
    default: nil
    }
  }

  /// Whether it reads what was seen.
  var readsMentions: Bool {
    switch self {
    case .seenGuide, .seenQuestion, .seenMention, .seenStep: true
    default: false
    }
  }
}
