import GuideCheck

/// The value of an equation.
enum Value: Hashable, Sendable {
  /// A part of it is missing.
  case missing
  case number(Fraction)
  case truth(Bool)
}

/// Values that are already calculated.
///
/// The value of an equation is forgotten as soon as something it reads changes, so a remembered value is
/// always what calculating it again would give.
struct EquationCache: Sendable {
  private var values: [Value?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  subscript(_ equation: EquationID) -> Value? { values[equation.index] }

  mutating func remember(_ equation: EquationID, _ value: Value) { values[equation.index] = value }

  mutating func forget(_ equation: EquationID) { values[equation.index] = nil }

  /// Forgets the values that read a question, directly or through others.
  mutating func forget(_ question: QuestionID, in library: Library) {
    var pending: [EquationID] = []
    forget(library.readersOfQuestion[question.index], &pending)
    while let equation = pending.popLast() {
      forget(library.readersOfEquation[equation.index], &pending)
    }
  }

  private mutating func forget(_ readers: [EquationID], _ pending: inout [EquationID]) {
    // If a value was never calculated, no value that reads it was either.
    for reader in readers where values[reader.index] != nil {
      values[reader.index] = nil
      pending.append(reader)
    }
  }

  mutating func forgetAll() { values = Array(repeating: nil, count: values.count) }
}
