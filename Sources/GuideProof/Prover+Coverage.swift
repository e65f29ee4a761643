import GuideCheck

/// What a guide's walks come to: which of its conditions and steps, and how.
struct Coverage {
  /// By condition: only those of the guide itself.
  let outcomes: [Int: Survey<Cost>.Outcomes]
  /// The conditions that are read with `unless`.
  let inverted: Set<Int>
  /// The steps and topics no walk comes to.
  let missed: [StepID]
}

extension Prover {
  /// Looks at every condition and step of a guide; nil if that is too much.
  mutating func coverage(of guide: Int) -> Coverage? {
    var purpose = Purpose()
    purpose.looksAtAll = true
    wasTooMuch = false
    _ = explore(guide, for: purpose, from: beginnings[guide])
    if wasTooMuch { return nil }
    let survey = explorer.survey
    var outcomes: [Int: Survey<Cost>.Outcomes] = [:]
    var inverted: Set<Int> = []
    for place in explorer.procedures.places(of: guide, in: library) {
      for gate in library.gates(at: place) {
        outcomes[gate.condition] = survey.outcomes[gate.condition] ?? Survey<Cost>.Outcomes()
        if gate.isUnless { inverted.insert(gate.condition) }
      }
    }
    let missed = library.guides[guide].steps.filter { !survey.isReached[library[$0].entry] }
    return Coverage(outcomes: outcomes, inverted: inverted, missed: missed)
  }
}

extension Library {
  /// What an instruction lets through only if a condition holds, or does not.
  func gates(at place: Int) -> [Gate] {
    switch instructions[place] {
    case .test(let gate, _): [gate]
    case .ask(let question): self[question].options.compactMap(\.condition)
    default: []
    }
  }
}
