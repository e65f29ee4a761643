import GuideCheck

/// Which conditions and steps of a guide its walks reach, and how.
struct Coverage {
  typealias Outcomes = ExplorationResult<Cost>.Outcomes

  /// By condition: only those of the guide itself.
  fileprivate(set) var outcomes: [Int: Outcomes] = [:]
  /// The conditions that are read with `unless`.
  fileprivate(set) var inverted: Set<Int> = []
  /// The steps and topics that walks reach.
  fileprivate(set) var reached: Set<Int> = []
  /// The steps and topics that no walk reaches.
  fileprivate(set) var missed: [StepID] = []
  /// The conditions that cannot be examined exactly.
  fileprivate(set) var free: Set<Int> = []
  /// The conditions and steps that could not be examined, because there was too much to explore.
  fileprivate(set) var unknown = Query.Examined()
  /// The conditions that depend on each other, if there was too much to explore.
  fileprivate(set) var entangled: [Int] = []
}

extension Prover {
  /// Examines every condition and step of a guide.
  ///
  /// First on its walks from its own beginning; then, what was not decided there, after one other guide, and last in
  /// every session.
  mutating func coverage(of guide: Int) -> Coverage {
    var coverage = Coverage()
    var open = Query.Examined(guide: guide)
    for place in map.subroutines.extents[guide] {
      for clause in library.clauses(at: place) {
        coverage.outcomes[clause.condition] = Coverage.Outcomes()
        open.conditions.insert(clause.condition)
        if clause.isUnless { coverage.inverted.insert(clause.condition) }
      }
    }
    open.steps = Set(library.guides[guide].steps.map(\.index))
    examine(open, of: guide, from: guide, &coverage)
    coverage.decide(&open)
    if !open.isEmpty, !explorer.isExhausted { examineAfterOthers(&open, of: guide, &coverage) }
    for root in sessionRoots[guide] where !open.isEmpty {
      examine(open, of: guide, from: root, &coverage)
      coverage.decide(&open)
    }
    coverage.missed = library.guides[guide].steps.filter { open.steps.contains($0.index) }
    return coverage
  }

  /// Examines conditions and steps on the walks of a guide that begin after one other guide on the same shelf, for
  /// the few guides that can decide most.
  private mutating func examineAfterOthers(
    _ open: inout Query.Examined,
    of guide: Int,
    _ coverage: inout Coverage
  ) {
    guard onShelf.contains(guide) else { return }
    var query = Query()
    query.examined = open
    _ = explore(guide, for: query, from: .anything(fixed: [], truth: DecisionDiagrams.yes))
    let facts = factsBefore(guide)
    var written: [(count: Int, guide: Int)] = []
    for other in onShelf.sorted() where !inside[other].contains(guide) {
      let count = facts.count { fact in
        let tests = explorer.conditionDiagrams.reading.tests
        let writers = map.guidesWriting(fact, explorer.variables, tests)
        return !inside[other].isDisjoint(with: writers)
      }
      if count > 0 { written.append((count, other)) }
    }
    for (_, other) in written.sorted(by: { ($1.count, $0.guide) < ($0.count, $1.guide) }).prefix(4)
    where !open.isEmpty {
      var leaving = Query()
      leaving.verdict = (map.subroutines.bodies[other].upperBound, facts.sorted())
      let exit = explore(other, for: leaving)
      let all = variables(of: facts)
      let states = explorer.sets.forgetting(exit.states) { !all.contains($0) }
      if explorer.isExhausted || !explorer.result.isExact { continue }
      let left = explorer.diagram(of: states, all)
      query.examined = open
      _ = explore(guide, for: query, from: .exactly(facts: facts, truth: left))
      if explorer.isExhausted { continue }
      coverage.add(explorer.result)
      coverage.decide(&open)
    }
  }

  /// Examines conditions and steps in the sessions that begin with a root; if that is too much together, one after
  /// another.
  private mutating func examine(
    _ examined: Query.Examined,
    of guide: Int,
    from root: Int,
    _ coverage: inout Coverage
  ) {
    var query = Query()
    query.examined = examined
    query.goesOn = root != guide
    _ = explore(root, for: query)
    if !explorer.isExhausted {
      coverage.add(explorer.result)
      addUndivided(examined, &coverage)
      return
    }
    let single =
      examined.conditions.sorted().map { Query.Examined(guide: guide, conditions: [$0]) }
      + examined.steps.sorted().map { Query.Examined(guide: guide, steps: [$0]) }
    for one in single {
      query.examined = one
      if !budget.isSpent, single.count > 1 { _ = explore(root, for: query) }
      if explorer.isExhausted || budget.isSpent {
        coverage.unknown.conditions.formUnion(one.conditions)
        coverage.unknown.steps.formUnion(one.steps)
        if coverage.entangled.isEmpty { coverage.entangled = explorer.entangled }
      } else {
        coverage.add(explorer.result)
        addUndivided(one, &coverage)
      }
    }
  }

  /// Adds the conditions that read sums of which the cells could not be told apart.
  private mutating func addUndivided(_ examined: Query.Examined, _ coverage: inout Coverage) {
    let tests = explorer.result.undividedTests
    if tests.isEmpty { return }
    let facts = Set(tests.map { explorer.variables.fact(ofTest: $0) })
    for condition in examined.conditions {
      let read = explorer.conditionDiagrams.facts(readBy: condition)
      if read.contains(where: facts.contains) { coverage.free.insert(condition) }
    }
  }
}

extension Library {
  /// The conditions under which answers to shared questions are offered.
  var conditionsOfSharedOptions: Set<Int> {
    Set(
      questions.filter { $0.step == nil }.flatMap(\.options).compactMap(\.condition?.condition)
    )
  }
}

extension Coverage {
  /// Takes what is known of some conditions from a guide that reads them, besides what others do.
  mutating func take(_ conditions: Set<Int>, from other: inout Coverage) {
    for (condition, found) in other.outcomes where conditions.contains(condition) {
      outcomes[condition, default: Outcomes()].add(found)
      other.outcomes[condition] = nil
    }
    inverted.formUnion(other.inverted.intersection(conditions))
    free.formUnion(other.free.intersection(conditions))
    // If it could not be examined in one guide, nothing is said of it.
    unknown.conditions.formUnion(other.unknown.conditions.intersection(conditions))
  }

  /// Leaves only what is still to be decided.
  fileprivate func decide(_ open: inout Query.Examined) {
    open.conditions = open.conditions.filter { !isDecided($0) }
    open.steps.subtract(reached)
  }

  /// Whether a condition was both true and not true on some walk.
  fileprivate func isDecided(_ condition: Int) -> Bool {
    let found = outcomes[condition, default: Outcomes()]
    return found.hasHeld && found.hasFailed
  }

  fileprivate mutating func add(_ result: ExplorationResult<Cost>) {
    reached.formUnion(result.reachedSteps)
    free.formUnion(result.freeConditions.filter { outcomes[$0] != nil })
    for (condition, new) in result.outcomes {
      outcomes[condition]?.add(new)
    }
  }
}

extension Coverage.Outcomes {
  fileprivate mutating func add(_ new: Self) {
    isReached = isReached || new.isReached
    hasHeld = hasHeld || new.hasHeld
    hasFailed = hasFailed || new.hasFailed
    asked.formUnion(new.asked)
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
