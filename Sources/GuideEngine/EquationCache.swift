import GuideCheck

/// The value of an equation.
enum Value: Hashable, Sendable {
  /// A part of it is missing.
  case missing
  case number(Fraction)
  case truth(Bool)
}

/// Values worked out already.
///
/// An equation's value is forgotten as soon as something it reads changes, so what is remembered is
/// always what working it out again would give.
struct EquationCache: Sendable {
  private var values: [Value?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  subscript(_ equation: EquationID) -> Value? { values[equation.index] }

  mutating func remember(_ equation: EquationID, _ value: Value) { values[equation.index] = value }

  mutating func forget(_ equation: EquationID) { values[equation.index] = nil }

  /// Forgets what reads a question, directly or through others.
  mutating func forget(_ question: QuestionID, in library: Library) {
    var pending: [EquationID] = []
    forget(library.readersOfQuestion[question.index], &pending)
    while let equation = pending.popLast() {
      forget(library.readersOfEquation[equation.index], &pending)
    }
  }

  private mutating func forget(_ readers: [EquationID], _ pending: inout [EquationID]) {
    // What was never worked out has no reader that was.
    for reader in readers where values[reader.index] != nil {
      values[reader.index] = nil
      pending.append(reader)
    }
  }

  mutating func forgetAll() { values = Array(repeating: nil, count: values.count) }
}
