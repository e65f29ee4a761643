import SourceText

/// What belongs to the step that is being laid out.
struct StepContext {
  /// The step's place in the script.
  private(set) var order = 0
  /// Whether there is one: before the first, only what all guides share is laid out.
  private(set) var hasBegun = false
  /// What is sure to be known where the layout is: what the conditions around it need.
  var known: [Operand] = []
  var fingerprints = PassageFingerprints()
  /// The figures shown so far, and where.
  var shown: [(figure: Int, span: Span)] = []

  /// Goes on to another step.
  mutating func begin(_ order: Int) {
    self.order = order
    hasBegun = true
    known.removeAll()
    fingerprints.removeAll()
    shown.removeAll()
  }
}
