import GuideCheck

/// Goes through a slice of a library, all walks at once: each instruction takes the set of all states in
/// which a walk can come to it, and gives what becomes of it.
///
/// Nothing is sampled. Walks that meet in the same state go on as one.
struct Explorer<W: Weight>: ~Copyable {
  typealias Edge = WeightedSets<W>.Edge

  let library: Library
  let procedures: Procedures
  let prices: Prices
  let variables: Variables
  var truths: Truths
  var sets = WeightedSets<W>()
  var slice: Slice
  var survey: Survey<W>
  /// Whether trails are kept.
  var keepsTrails = false
  var trails: [Entrance: Trail<W>] = [:]
  private var exits: [Entrance: Exit] = [:]
  private var lastReads: [Int: [Int]] = [:]
  /// Once there were too many nodes: the conditions that read what the states differ in.
  private(set) var entangled: [Int] = []
  /// The states in which the walk was over before the part entered last.
  private(set) var over: Edge?
  /// Where the root was entered.
  private(set) var entrance = Entrance(part: 0, node: 0)
  var answerSets: [Edge?]

  /// How a part was left, and how the walk ended in it.
  private struct Exit {
    let states: Edge?
    let over: Edge?
  }

  init(_ library: Library) {
    self.library = library
    truths = Truths(library)
    variables = truths.variables
    procedures = Procedures(library)
    prices = Prices(library)
    slice = Slice(0, Purpose(), procedures, prices, &truths)
    survey = Survey(isReached: [])
    answerSets = Array(repeating: nil, count: library.questions.count)
  }

  /// Explores from the root in these states; returns those in which the root is left.
  mutating func explore(_ root: Int, for purpose: Purpose, from states: Edge?) -> Edge? {
    slice = Slice(root, purpose, procedures, prices, &truths)
    survey = Survey(
      isReached: Array(repeating: false, count: purpose.looksAtAll ? library.instructions.count : 0)
    )
    exits = [:]
    lastReads = [:]
    trails = [:]
    entangled = []
    let (isKept, variables) = (slice.isKept, variables)
    let known = sets.forgetting(states) { !isKept[variables.fact(of: $0)] }
    entrance = Entrance(part: root, node: known?.node ?? 0)
    return pass(root, known)
  }

  /// Enters a part in these states; returns those in which it is left.
  ///
  /// A part is gone through once for the same states, however often it is entered.
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
    var passage = Passing<W>(part: part)
    let first = slice.next[procedures.bodies[part].lowerBound]
    meet(&passage, first, Edge(weight: .unit, node: entrance.node))
    var exit: Edge?
    while let (place, states) = passage.first(), !sets.isOverfull {
      guard let states else { continue }
      if !survey.isReached.isEmpty { survey.isReached[place] = true }
      guard case .leave = library.instructions[place] else {
        take(place, states, &passage)
        if sets.isOverfull { entangled = conditions(before: place, states) }
        continue
      }
      if slice.purpose.endsAtVerdict, slice.purpose.verdict?.place == place {
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
    _ passage: inout Passing<W>,
    _ way: @autoclosure () -> Trail<W>.Way
  ) {
    guard let states else { return }
    if keepsTrails {
      passage.trail.arrivals[Trail<W>.over, default: []]
        .append(Trail.Arrival(from: place, states: states, way: way()))
    }
    passage.over = sets.join(passage.over, states.followed(by: passage.weight))
  }

  /// The conditions behind a place that read what the states differ in.
  private mutating func conditions(before place: Int, _ states: Edge) -> [Int] {
    if !entangled.isEmpty { return entangled }
    var facts: Set<Int> = []
    for variable in sets.variables(in: states) { facts.insert(variables.fact(of: variable)) }
    var found: [(condition: Int, count: Int)] = []
    for later in place..<library.instructions.count where slice.next[later] == later {
      guard case .test(let gate, _) = library.instructions[later] else { continue }
      let count = truths.facts(readBy: gate.condition).count { facts.contains($0) }
      if count > 0 { found.append((gate.condition, count)) }
    }
    return found.sorted { $0.count > $1.count }.map(\.condition)
  }

  /// For each variable, the place of a part behind which nobody reads it any more.
  mutating func lastReads(in part: Int) -> [Int] {
    if let known = lastReads[part] { return known }
    let found = slice.lastReads(in: part)
    lastReads[part] = found
    return found
  }

  /// Brings states to a place, from which those already there go on with them.
  private mutating func meet(_ passage: inout Passing<W>, _ place: Int, _ states: Edge?) {
    guard let states else { return }
    passage.add(place) { sets.join($0, states) }
  }

  /// Brings states from one place to the next that matters from `place` on.
  mutating func flow(
    _ states: Edge?,
    from: Int,
    to place: Int,
    _ passage: inout Passing<W>,
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

  /// The states without what nobody reads any more.
  private mutating func forgetting(_ states: Edge, in part: Int, at place: Int) -> Edge? {
    if states.node == 0 { return states }
    let lastReads = lastReads(in: part)
    return sets.forgetting(states) { lastReads[$0] < place }
  }

  // MARK: instructions

  private mutating func take(_ place: Int, _ states: Edge, _ passage: inout Passing<W>) {
    let paid = states.followed(by: W(charging: slice.price(of: place)))
    switch library.instructions[place] {
    case .begin(let guide):
      if let facts = slice.purpose.readsAtBegin[place] { begin(place, facts, states) }
      mark([variables.fact(.guide(guide))], paid, place, &passage)
    case .enter(let step): mark([variables.fact(.topic(step))], paid, place, &passage)
    case .say(let said):
      mark(library[said].sights.map { variables.fact($0) }, paid, place, &passage)
    case .ask(let question): ask(question, place, states, &passage)
    case .test(let gate, let otherwise): test(gate, otherwise, place, states, &passage)
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

  /// Notes that something is seen from here on, and what a promise makes of it.
  private mutating func mark(
    _ facts: [Int],
    _ states: Edge,
    _ place: Int,
    _ passage: inout Passing<W>
  ) {
    var behind: Edge? = states
    for fact in facts where slice.isKept[fact] { behind = sets.assigning(behind, fact, 1) }
    behind = watch(place, behind)
    let changed = facts + (slice.purpose.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: place + 1, &passage, .passed(states, changed: changed))
  }

  mutating func watch(_ place: Int, _ states: Edge?) -> Edge? {
    var states = states
    for watch in slice.purpose.watches[place] ?? [] {
      let opposite = truths.functions.opposite(watch.condition)
      let others = sets.restrict(states, to: opposite, truths.functions)
      let concerned = sets.restrict(states, to: watch.condition, truths.functions)
      states = sets.join(others, sets.assigning(concerned, watch.flag, watch.value))
    }
    return states
  }

  private mutating func test(
    _ gate: Gate,
    _ otherwise: Int,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Passing<W>
  ) {
    guard let open = truths.isOpen(gate) else {
      survey.hasReadFree = true
      note(gate.condition, holds: true, fails: true, states)
      divide(states, from: place, to: place + 1, &passage)
      divide(states, from: place, to: otherwise, &passage)
      return
    }
    let shut = truths.functions.opposite(open)
    let inside = sets.restrict(states, to: open, truths.functions)
    let outside = sets.restrict(states, to: shut, truths.functions)
    note(
      gate.condition,
      holds: (gate.isUnless ? outside : inside) != nil,
      fails: (gate.isUnless ? inside : outside) != nil,
      states
    )
    divide(inside, from: place, to: place + 1, &passage)
    divide(outside, from: place, to: otherwise, &passage)
  }

  /// Brings the states on one side of a condition to where they go on.
  private mutating func divide(
    _ states: Edge?,
    from place: Int,
    to target: Int,
    _ passage: inout Passing<W>
  ) {
    guard let states else { return }
    let behind = watch(place, states)
    let changed = (slice.purpose.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: target, &passage, .passed(states, changed: changed))
  }

  mutating func note(_ condition: Int, holds: Bool, fails: Bool, _ states: Edge) {
    guard slice.purpose.looksAtAll else { return }
    var outcomes = survey.outcomes[condition] ?? Survey<W>.Outcomes()
    outcomes.isReached = true
    outcomes.hasHeld = outcomes.hasHeld || holds
    outcomes.hasFailed = outcomes.hasFailed || fails
    for fact in truths.facts(readBy: condition) {
      guard let question = variables.question(ofFact: fact), !outcomes.asked.contains(question)
      else { continue }
      let isAsked = truths.isAnswer(question) { $0 >= 1 }
      if sets.restrict(states, to: isAsked, truths.functions) != nil {
        outcomes.asked.insert(question)
      }
    }
    survey.outcomes[condition] = outcomes
  }

  private mutating func visit(
    _ entry: Menu.Entry,
    _ again: PassageID,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Passing<W>
  ) {
    let (seen, fresh) = divided(states, by: entry)
    if let seen {
      let price = prices.priceOfPassing(again, slice.purpose.charge)
      let paid = seen.followed(by: W(charging: slice.purpose.isDearest ? -price : price))
      flow(paid, from: place, to: place + 1, &passage, .passed(seen, changed: []))
    }
    if let fresh {
      let entrance = Entrance(part: procedures[entry], node: fresh.node)
      let behind = pass(entrance.part, fresh)
      end(over, at: place, &passage, .entered(entrance, fresh))
      flow(behind, from: place, to: place + 1, &passage, .entered(entrance, fresh))
    }
  }

  /// The states in which a place was looked at, and those in which it was not.
  mutating func divided(_ states: Edge?, by entry: Menu.Entry) -> (seen: Edge?, fresh: Edge?) {
    let fact = variables.fact(entry)
    guard slice.isKept[fact] else { return (nil, states) }
    let isSeen = truths.functions.choice(fact, [Functions.no, Functions.yes])
    let isFresh = truths.functions.opposite(isSeen)
    return (
      sets.restrict(states, to: isSeen, truths.functions),
      sets.restrict(states, to: isFresh, truths.functions)
    )
  }

  private mutating func begin(_ place: Int, _ facts: [Int], _ states: Edge) {
    let kept = Set(facts)
    let variables = variables
    let known = sets.forgetting(states) { !kept.contains(variables.fact(of: $0)) }
    survey.beginnings[place] = sets.join(survey.beginnings[place], known)
  }
}
