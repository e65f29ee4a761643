import GuideCheck

/// What a guide's walks come to: which of its conditions and steps, and how.
struct Coverage {
  /// By condition: only those of the guide itself.
  let outcomes: [Int: Survey<Cost>.Outcomes]
  /// The steps and topics no walk comes to.
  let missed: [StepID]
}

extension Prover {
  /// Looks at every condition and step of a guide; nil if that is too much.
  mutating func coverage(of guide: Int) -> Coverage? {
    var purpose = Purpose()
    purpose.looksAtAll = true
    _ = explore(guide, for: purpose, from: beginnings[guide])
    if explorer.sets.isOverfull { return nil }
    let survey = explorer.survey
    var outcomes: [Int: Survey<Cost>.Outcomes] = [:]
    for place in explorer.procedures.places(of: guide, in: library) {
      for condition in library.conditions(readAt: place) {
        outcomes[condition] = survey.outcomes[condition] ?? Survey<Cost>.Outcomes()
      }
    }
    let missed = library.guides[guide].steps.filter { !survey.isReached[library[$0].entry] }
    return Coverage(outcomes: outcomes, missed: missed)
  }
}

extension Library {
  /// The conditions an instruction reads.
  func conditions(readAt place: Int) -> [Int] {
    switch instructions[place] {
    case .test(let gate, _): [gate.condition]
    case .ask(let question): self[question].options.compactMap { $0.condition?.condition }
    default: []
    }
  }
}
