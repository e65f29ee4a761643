import SourceText

/// The state that belongs to the step being laid out.
struct StepContext {
  /// The index of the step in the script.
  private(set) var order = 0
  /// Whether a step has started; before the first one, only shared questions are laid out.
  private(set) var hasBegun = false
  /// What is certain to be known here, because the conditions around it require it.
  var known: [Operand] = []
  var fingerprints = PassageFingerprints()
  /// The figures shown so far, and where.
  var shown: [(figure: Int, span: Span)] = []
  /// The numbers that the last item of a numbered list can have had.
  var lastNumbers: Set<Int> = []

  /// Moves on to the next step.
  mutating func begin(_ order: Int) {
    self.order = order
    hasBegun = true
    known.removeAll()
    fingerprints.removeAll()
    shown.removeAll()
    lastNumbers.removeAll()
  }
}
