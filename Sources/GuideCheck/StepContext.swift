import SourceText

/// What belongs to the step that is being laid out.
struct StepContext {
  /// The step's place in the script.
  private(set) var order = 0
  /// Whether a step has begun; before the first one, only shared questions are laid out.
  private(set) var hasBegun = false
  /// What is sure to be known at this point, because the conditions around it need it.
  var known: [Operand] = []
  var fingerprints = PassageFingerprints()
  /// The figures shown so far, and where.
  var shown: [(figure: Int, span: Span)] = []

  /// Moves on to another step.
  mutating func begin(_ order: Int) {
    self.order = order
    hasBegun = true
    known.removeAll()
    fingerprints.removeAll()
    shown.removeAll()
  }
}
