import GuideCheck

/// Explores a slice of a library, all walks at once: each instruction receives the set of all states in
/// which a walk can reach it, and returns what they become.
///
/// Nothing is sampled. Walks that meet in the same state go on as one.
struct Explorer<W: Weight>: ~Copyable {
  typealias Edge = WeightedDiagrams<W>.Edge

  let library: Library
  let subroutines: Subroutines
  let costs: ReadingCosts
  let variables: Variables
  var conditionDiagrams: ConditionDiagrams
  var sets = WeightedDiagrams<W>()
  var slice: ProgramSlice
  var explorationResult: ExplorationResult<W>
  /// Whether trails are kept.
  var keepsTrails = false
  var trails: [Entrance: Trail<W>] = [:]
  private var exits: [Entrance: Exit] = [:]
  private var lastReads: [Int: [Int]] = [:]
  /// After there were too many nodes: the conditions that read the variables in which the states differ.
  private(set) var entangled: [Int] = []
  /// The states in which the walk was over before the part that was entered last.
  private(set) var over: Edge?
  /// Where the root was entered.
  private(set) var entrance = Entrance(part: 0, node: 0)
  var answerSets: [Edge?]

  /// The states at the end of a part, and those in which the walk ended in it.
  private struct Exit {
    let states: Edge?
    let over: Edge?
  }

  init(_ library: Library) {
    self.library = library
    conditionDiagrams = ConditionDiagrams(library)
    variables = conditionDiagrams.variables
    subroutines = Subroutines(library)
    costs = ReadingCosts(library)
    slice = ProgramSlice(0, Query(), subroutines, costs, &conditionDiagrams)
    explorationResult = ExplorationResult(isReached: [])
    answerSets = Array(repeating: nil, count: library.questions.count)
  }

  /// Explores from the root in these states; returns the states at its end.
  mutating func explore(_ root: Int, for query: Query, from states: Edge?) -> Edge? {
    slice = ProgramSlice(root, query, subroutines, costs, &conditionDiagrams)
    explorationResult = ExplorationResult(
      isReached: Array(repeating: false, count: query.looksAtAll ? library.instructions.count : 0)
    )
    exits = [:]
    answerSets = Array(repeating: nil, count: library.questions.count)
    lastReads = [:]
    trails = [:]
    entangled = []
    let (isKept, variables) = (slice.isKept, variables)
    let known = sets.forgetting(states) { !isKept[variables.fact(of: $0)] }
    entrance = Entrance(part: root, node: known?.node ?? 0)
    return pass(root, known)
  }

  /// Enters a part in these states; returns the states at its end.
  ///
  /// A part is explored only once for the same states, no matter how often it is entered.
  mutating func pass(_ part: Int, _ states: Edge?) -> Edge? {
    over = nil
    guard let states, !sets.isOverfull else { return nil }
    let entrance = Entrance(part: part, node: states.node)
    let exit = exits[entrance] ?? walked(through: part, entrance)
    exits[entrance] = exit
    over = exit.over?.followed(by: states.weight)
    return exit.states?.followed(by: states.weight)
  }

  private mutating func walked(through part: Int, _ entrance: Entrance) -> Exit {
    var passage = Traversal<W>(part: part)
    let first = slice.next[subroutines.bodies[part].lowerBound]
    meet(&passage, first, Edge(weight: .unit, node: entrance.node))
    var exit: Edge?
    while let (place, states) = passage.first(), !sets.isOverfull {
      guard let states else { continue }
      if !explorationResult.isReached.isEmpty { explorationResult.isReached[place] = true }
      guard case .leave = library.instructions[place] else {
        take(place, states, &passage)
        if sets.isOverfull { entangled = conditions(before: place, states) }
        continue
      }
      if slice.query.endsAtVerdict, slice.query.verdict?.place == place {
        end(states, at: place, &passage, .passed(states, changed: []))
      } else {
        exit = states.followed(by: passage.weight)
      }
    }
    if keepsTrails { trails[entrance] = passage.trail }
    return Exit(states: exit, over: passage.over)
  }

  /// Ends the walk in these states.
  private mutating func end(
    _ states: Edge?,
    at place: Int,
    _ passage: inout Traversal<W>,
    _ way: @autoclosure () -> Trail<W>.Way
  ) {
    guard let states else { return }
    if keepsTrails {
      passage.trail.arrivals[Trail<W>.over, default: []]
        .append(Trail.Arrival(from: place, states: states, way: way()))
    }
    passage.over = sets.join(passage.over, states.followed(by: passage.weight))
  }

  /// The conditions after a place that read the variables in which the states differ.
  private mutating func conditions(before place: Int, _ states: Edge) -> [Int] {
    if !entangled.isEmpty { return entangled }
    var facts: Set<Int> = []
    for variable in sets.variables(in: states) { facts.insert(variables.fact(of: variable)) }
    var found: [(condition: Int, count: Int)] = []
    for later in place..<library.instructions.count where slice.next[later] == later {
      guard case .test(let clause, _) = library.instructions[later] else { continue }
      let count = conditionDiagrams.facts(readBy: clause.condition).count { facts.contains($0) }
      if count > 0 { found.append((clause.condition, count)) }
    }
    return found.sorted { $0.count > $1.count }.map(\.condition)
  }

  /// For each variable, the place in a part after which nothing reads it.
  mutating func lastReads(in part: Int) -> [Int] {
    if let known = lastReads[part] { return known }
    let found = slice.lastReads(in: part)
    lastReads[part] = found
    return found
  }

  /// Moves states to a place, where they join those already there.
  private mutating func meet(_ passage: inout Traversal<W>, _ place: Int, _ states: Edge?) {
    guard let states else { return }
    passage.add(place) { sets.join($0, states) }
  }

  /// Moves states from one place to the next one that matters, from `place` on.
  mutating func flow(
    _ states: Edge?,
    from: Int,
    to place: Int,
    _ passage: inout Traversal<W>,
    _ way: @autoclosure () -> Trail<W>.Way
  ) {
    guard let states else { return }
    let target = slice.next[place]
    if keepsTrails {
      passage.trail.arrivals[target, default: []]
        .append(Trail.Arrival(from: from, states: states, way: way()))
    }
    meet(&passage, target, forgetting(states, in: passage.part, at: target))
  }

  /// The states without variables that nothing reads anymore.
  private mutating func forgetting(_ states: Edge, in part: Int, at place: Int) -> Edge? {
    if states.node == 0 { return states }
    let lastReads = lastReads(in: part)
    return sets.forgetting(states) { lastReads[$0] < place }
  }

  // MARK: instructions

  private mutating func take(_ place: Int, _ states: Edge, _ passage: inout Traversal<W>) {
    let paid = states.followed(by: W(charging: slice.cost(of: place)))
    switch library.instructions[place] {
    case .begin(let guide):
      if let facts = slice.query.readsAtBegin[place] { begin(place, facts, states) }
      mark([variables.fact(.guide(guide))], paid, place, &passage)
    case .enter(let step): mark([variables.fact(.topic(step))], paid, place, &passage)
    case .say(let said):
      mark(library[said].mentions.map { variables.fact($0) }, paid, place, &passage)
    case .ask(let question): ask(question, place, states, &passage)
    case .test(let clause, let otherwise): test(clause, otherwise, place, states, &passage)
    case .offer(let menu):
      let (behind, rounds, ends) = offer(menu, paid)
      for (opening, before) in ends {
        let last = Trail<W>.Round(before: nil, openings: [opening])
        end(opening.after, at: place, &passage, .offered(menu, states, before + [last]))
      }
      flow(behind, from: place, to: place + 1, &passage, .offered(menu, states, rounds))
    case .visit(let entry, let again): visit(entry, again, place, states, &passage)
    case .go, .leave: break
    }
  }

  /// Records that something is seen from here on, and the effect on a promise.
  private mutating func mark(
    _ facts: [Int],
    _ states: Edge,
    _ place: Int,
    _ passage: inout Traversal<W>
  ) {
    var behind: Edge? = states
    for fact in facts where slice.isKept[fact] { behind = sets.assigning(behind, fact, 1) }
    behind = watch(place, behind)
    let changed = facts + (slice.query.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: place + 1, &passage, .passed(states, changed: changed))
  }

  mutating func watch(_ place: Int, _ states: Edge?) -> Edge? {
    var states = states
    for watch in slice.query.watches[place] ?? [] {
      let opposite = conditionDiagrams.diagrams.opposite(watch.condition)
      let others = sets.restrict(states, to: opposite, conditionDiagrams.diagrams)
      let concerned = sets.restrict(states, to: watch.condition, conditionDiagrams.diagrams)
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
      explorationResult.hasReadFree = true
      note(clause.condition, holds: true, fails: true, states)
      divide(states, from: place, to: place + 1, &passage)
      divide(states, from: place, to: otherwise, &passage)
      return
    }
    let shut = conditionDiagrams.diagrams.opposite(open)
    let inside = sets.restrict(states, to: open, conditionDiagrams.diagrams)
    let outside = sets.restrict(states, to: shut, conditionDiagrams.diagrams)
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
    let changed = (slice.query.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: target, &passage, .passed(states, changed: changed))
  }

  mutating func note(_ condition: Int, holds: Bool, fails: Bool, _ states: Edge) {
    guard slice.query.looksAtAll else { return }
    var outcomes = explorationResult.outcomes[condition] ?? ExplorationResult<W>.Outcomes()
    outcomes.isReached = true
    outcomes.hasHeld = outcomes.hasHeld || holds
    outcomes.hasFailed = outcomes.hasFailed || fails
    for fact in conditionDiagrams.facts(readBy: condition) {
      guard let question = variables.question(ofFact: fact), !outcomes.asked.contains(question)
      else { continue }
      let isAsked = conditionDiagrams.isAnswer(question) { $0 >= 1 }
      if sets.restrict(states, to: isAsked, conditionDiagrams.diagrams) != nil {
        outcomes.asked.insert(question)
      }
    }
    explorationResult.outcomes[condition] = outcomes
  }

  private mutating func visit(
    _ entry: Menu.Entry,
    _ again: PassageID,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Traversal<W>
  ) {
    let (seen, fresh) = divided(states, by: entry)
    if let seen {
      let paid = seen.followed(by: W(charging: slice.charged(costs.passing(again))))
      flow(paid, from: place, to: place + 1, &passage, .passed(seen, changed: []))
    }
    if let fresh {
      let entrance = Entrance(part: subroutines[entry], node: fresh.node)
      // What follows a visit can have its title again.
      let title = library.step(around: place).map { 0...costs.titles[$0.index] } ?? 0...0
      let behind = pass(entrance.part, fresh)?.followed(by: W(charging: slice.charged(title)))
      end(over, at: place, &passage, .entered(entrance, fresh))
      flow(behind, from: place, to: place + 1, &passage, .entered(entrance, fresh))
    }
  }

  /// The states in which a place was looked at, and those in which it was not.
  mutating func divided(_ states: Edge?, by entry: Menu.Entry) -> (seen: Edge?, fresh: Edge?) {
    let fact = variables.fact(entry)
    guard slice.isKept[fact] else { return (nil, states) }
    let isSeen = conditionDiagrams.diagrams.choice(
      fact,
      [DecisionDiagrams.no, DecisionDiagrams.yes]
    )
    let isFresh = conditionDiagrams.diagrams.opposite(isSeen)
    return (
      sets.restrict(states, to: isSeen, conditionDiagrams.diagrams),
      sets.restrict(states, to: isFresh, conditionDiagrams.diagrams)
    )
  }

  private mutating func begin(_ place: Int, _ facts: [Int], _ states: Edge) {
    let kept = Set(facts)
    let variables = variables
    let known = sets.forgetting(states) { !kept.contains(variables.fact(of: $0)) }
    explorationResult.beginnings[place] = sets.join(explorationResult.beginnings[place], known)
  }
}
