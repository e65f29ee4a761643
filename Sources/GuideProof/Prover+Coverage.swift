import GuideCheck

/// Which conditions and steps of a guide its walks reach, and how.
struct Coverage {
  /// By condition: only those of the guide itself.
  let outcomes: [Int: ExplorationResult<Cost>.Outcomes]
  /// The conditions that are read with `unless`.
  let inverted: Set<Int>
  /// The steps and topics that no walk reaches.
  let missed: [StepID]
}

extension Prover {
  /// Examines every condition and step of a guide; nil if that is too much.
  mutating func coverage(of guide: Int) -> Coverage? {
    var query = Query()
    query.looksAtAll = true
    wasTooMuch = false
    _ = explore(guide, for: query, from: beginnings[guide])
    if wasTooMuch { return nil }
    let explorationResult = explorer.explorationResult
    var outcomes: [Int: ExplorationResult<Cost>.Outcomes] = [:]
    var inverted: Set<Int> = []
    for place in explorer.subroutines.places(of: guide, in: library) {
      for clause in library.clauses(at: place) {
        outcomes[clause.condition] =
          explorationResult.outcomes[clause.condition] ?? ExplorationResult<Cost>.Outcomes()
        if clause.isUnless { inverted.insert(clause.condition) }
      }
    }
    let missed = library.guides[guide].steps.filter {
      !explorationResult.isReached[library[$0].entry]
    }
    return Coverage(outcomes: outcomes, inverted: inverted, missed: missed)
  }
}

extension Library {
  /// What can be reached only if the condition of an instruction is true, or only if it is not.
  func clauses(at place: Int) -> [WhenClause] {
    switch instructions[place] {
    case .test(let clause, _): [clause]
    case .ask(let question): self[question].options.compactMap(\.condition)
    default: []
    }
  }
}
