/// How much may still be explored in a run.
///
/// It is one budget for all guides and promises, so that neither time nor memory grows with their number. It is
/// counted in nodes and steps, so it is the same on every computer.
struct ProofBudget {
  /// The number of visits to nodes that are left.
  private(set) var steps: Int
  /// The number of nodes that one exploration can create; they are freed after it.
  static let mostNodes = 200_000
  /// The number of visits to nodes in one exploration.
  static let mostSteps = 2_000_000

  /// The budget for the proofs of a library.
  static let proofs = ProofBudget(steps: 6_000_000)
  /// The budget for counting the paths of its guides, and measuring their walks.
  static let measures = ProofBudget(steps: 2_000_000)

  /// Whether nothing more can be explored.
  var isSpent: Bool { steps <= 0 }

  /// The limits of the next exploration.
  var limits: Explorer<Cost>.Limits {
    Explorer<Cost>.Limits(nodes: Self.mostNodes, steps: max(0, min(Self.mostSteps, steps)))
  }

  /// Pays for an exploration.
  mutating func spend(_ steps: Int) { self.steps -= steps }
}
