import GuideCheck

/// Explores a slice of a library, all walks at once: each instruction receives the set of all states in
/// which a walk can reach it, and returns what they become.
///
/// Nothing is sampled. Walks that meet in the same state go on as one. What an exploration found is complete only
/// if it did not exhaust its limits.
struct Explorer<W: Weight>: ~Copyable {
  typealias Edge = WeightedDiagrams<W>.Edge

  let map: LibraryMap
  var conditionDiagrams: ConditionDiagrams
  var sets = WeightedDiagrams<W>(nodes: 0, steps: 0)
  private(set) var slice: ProgramSlice
  var result = ExplorationResult<W>()
  var trails: [Entrance: Trail<W>] = [:]
  /// The openings after the root had ended.
  private(set) var openingsAfterRoot: [Trail<W>.Opening] = []
  var exits: [Entrance: Exit] = [:]
  var answerSets: [Int: Edge?] = [:]
  /// After too much: the conditions that read the variables in which the states differ.
  private(set) var entangled: [Int] = []
  /// Where the root was entered.
  private(set) var entrance = Entrance(part: 0, node: 0)

  var library: Library { map.library }
  var variables: Variables { conditionDiagrams.variables }

  /// The states at the end of a part, and those in which the walk ended in it.
  struct Exit {
    var states: Edge?
    var over: Edge?
  }

  /// How much an exploration may take.
  struct Limits {
    /// Nodes of decision diagrams.
    let nodes: Int
    /// Visits to nodes.
    let steps: Int
  }

  init(_ map: LibraryMap) {
    self.map = map
    conditionDiagrams = ConditionDiagrams(map.library)
    slice = ProgramSlice(0, Query(), map, &conditionDiagrams)
  }

  /// Whether there was too much to explore: then what was found is not complete.
  var isExhausted: Bool {
    slice.isExhausted || sets.isExhausted || conditionDiagrams.diagrams.isExhausted
  }

  /// The work it took.
  var steps: Int { slice.steps + sets.steps }

  /// Forgets what was explored, and limits what comes next.
  mutating func begin(
    _ root: Int,
    for query: Query,
    within limits: Limits
  ) {
    slice = ProgramSlice(root, query, map, &conditionDiagrams, within: limits.steps)
    sets = WeightedDiagrams<W>(nodes: limits.nodes, steps: limits.steps)
    result = ExplorationResult<W>()
    trails = [:]
    openingsAfterRoot = []
    exits = [:]
    answerSets = [:]
    entangled = []
  }

  /// Explores from the root in these states; returns the states at its end, and those in which the walk ended
  /// before that.
  mutating func explore(from states: Edge?) -> Exit {
    let (isKept, variables) = (slice.isKept, variables)
    let known = sets.forgetting(states) { !isKept[variables.fact(of: $0)] }
    entrance = Entrance(part: slice.root, node: known?.node ?? 0)
    guard let known, !isExhausted else { return Exit() }
    var exit = run(entrance).after(known.weight)
    guard !slice.goingOnGroups.isEmpty, let end = exit.states else { return exit }
    let choice = runMenu(nil, end)
    openingsAfterRoot = choice.openings
    exit.states = choice.behind
    for opening in choice.openings where opening.isOver {
      exit.over = sets.join(exit.over, opening.after)
    }
    return exit
  }

  /// Notes which conditions depend on each other, if there is too much.
  mutating func noteEntangled(at place: Int, _ states: Edge) {
    if !entangled.isEmpty { return }
    var facts: Set<Int> = []
    for variable in sets.variables(in: states) { facts.insert(variables.fact(of: variable)) }
    var counts: [Int: Int] = [:]
    for part in slice.parts {
      for place in map.subroutines.bodies[part] where slice.next[place] == place {
        for clause in library.clauses(at: place) where counts[clause.condition] == nil {
          let read = conditionDiagrams.facts(readBy: clause.condition)
          counts[clause.condition] = read.count { facts.contains($0) }
        }
      }
    }
    entangled = counts.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  // MARK: instructions

  /// What an instruction does that does not enter a part.
  mutating func take(_ place: Int, _ states: Edge, _ passage: inout Traversal<W>) {
    switch library.instructions[place] {
    case .begin(let guide):
      if let facts = slice.query.readsAtBegin[place] { begin(place, facts, states) }
      mark(place, [variables.fact(.guide(guide))], states, &passage)
    case .enter(let step):
      if slice.query.examined.steps.contains(step.index) { result.reachedSteps.insert(step.index) }
      mark(place, [variables.fact(.topic(step))], states, &passage)
    case .say(let said):
      mark(place, library[said].mentions.map { variables.fact($0) }, states, &passage)
    case .ask(let question): ask(question, place, states, &passage)
    case .test(let clause, let otherwise): test(clause, otherwise, place, states, &passage)
    case .go, .leave, .offer, .visit: break
    }
  }

  /// The states with a cost.
  mutating func charged(_ states: Edge, _ cost: Int) -> Edge? {
    charged(states, W(charging: cost))
  }

  /// The same with a weight.
  mutating func charged(_ states: Edge, _ weight: W) -> Edge? {
    if weight == .unit { return states }
    guard let flag = slice.query.chargingFlag else { return states.followed(by: weight) }
    let isCharging = conditionDiagrams.isSet(flag)
    let (inside, outside) = divided(states, isCharging)
    return sets.join(inside?.followed(by: weight), outside)
  }

  /// The states for which a diagram is true, and the others.
  mutating func divided(_ states: Edge?, _ truth: Int) -> (inside: Edge?, outside: Edge?) {
    let opposite = conditionDiagrams.diagrams.opposite(truth)
    return (
      sets.restrict(states, to: truth, conditionDiagrams.diagrams),
      sets.restrict(states, to: opposite, conditionDiagrams.diagrams)
    )
  }

  /// Records that something is seen from here on, and the effect on a promise, with its cost.
  private mutating func mark(
    _ place: Int,
    _ facts: [Int],
    _ states: Edge,
    _ passage: inout Traversal<W>
  ) {
    var behind: Edge? = states
    for fact in facts where slice.isKept[fact] { behind = sets.assigning(behind, fact, 1) }
    behind = watch(place, behind)
    // What begins to be charged here is charged from here on.
    behind = behind.flatMap { charged($0, slice.cost(of: place)) }
    flow(behind, from: place, to: place + 1, &passage, .passed(states))
  }

  mutating func watch(_ place: Int, _ states: Edge?) -> Edge? {
    var states = states
    for watch in slice.query.watches[place] ?? [] {
      let (concerned, others) = divided(states, watch.condition)
      states = sets.join(others, sets.assigning(concerned, watch.flag, watch.value))
    }
    return states
  }

  private mutating func test(
    _ clause: WhenClause,
    _ otherwise: Int,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Traversal<W>
  ) {
    guard let open = conditionDiagrams.isOpen(clause) else {
      result.freeConditions.insert(clause.condition)
      note(clause.condition, holds: true, fails: true, states)
      divide(states, from: place, to: place + 1, &passage)
      divide(states, from: place, to: otherwise, &passage)
      return
    }
    let (inside, outside) = divided(states, open)
    note(
      clause.condition,
      holds: (clause.isUnless ? outside : inside) != nil,
      fails: (clause.isUnless ? inside : outside) != nil,
      states
    )
    divide(inside, from: place, to: place + 1, &passage)
    divide(outside, from: place, to: otherwise, &passage)
  }

  /// Moves the states on one side of a condition to where they go on.
  private mutating func divide(
    _ states: Edge?,
    from place: Int,
    to target: Int,
    _ passage: inout Traversal<W>
  ) {
    guard let states else { return }
    let behind = watch(place, states)
    flow(behind, from: place, to: target, &passage, .passed(states))
  }

  mutating func note(_ condition: Int, holds: Bool, fails: Bool, _ states: Edge) {
    guard slice.query.examined.conditions.contains(condition) else { return }
    var outcomes = result.outcomes[condition] ?? ExplorationResult<W>.Outcomes()
    outcomes.isReached = true
    outcomes.hasHeld = outcomes.hasHeld || holds
    outcomes.hasFailed = outcomes.hasFailed || fails
    if !(outcomes.hasHeld && outcomes.hasFailed) {
      for fact in conditionDiagrams.facts(readBy: condition) {
        guard let question = variables.question(ofFact: fact), !outcomes.asked.contains(question)
        else { continue }
        let isAsked = conditionDiagrams.isAnswer(question) { $0 >= 1 }
        if sets.restrict(states, to: isAsked, conditionDiagrams.diagrams) != nil {
          outcomes.asked.insert(question)
        }
      }
    }
    result.outcomes[condition] = outcomes
  }

  /// The states in which a place was looked at, and those in which it was not.
  mutating func divided(_ states: Edge?, by entry: Menu.Entry) -> (seen: Edge?, fresh: Edge?) {
    let fact = variables.fact(entry)
    guard slice.isKept[fact] else { return (nil, states) }
    let (inside, outside) = divided(states, conditionDiagrams.isSet(fact))
    return (inside, outside)
  }

  private mutating func begin(_ place: Int, _ facts: [Int], _ states: Edge) {
    let kept = Set(facts)
    let variables = variables
    let known = sets.forgetting(states) { !kept.contains(variables.fact(of: $0)) }
    result.beginnings[place] = sets.join(result.beginnings[place], known)
  }
}

extension Explorer.Exit {
  /// The same, after a weight.
  func after(_ weight: W) -> Explorer.Exit {
    Explorer.Exit(
      states: states?.followed(by: weight),
      over: over?.followed(by: weight)
    )
  }
}
