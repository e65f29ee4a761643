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
  /// Once there were too many nodes: the conditions that read what the states differ in.
  private(set) var entangled: [Int] = []
  /// The states in which the walk was over before the part entered last.
  private(set) var over: Edge?
  /// Where the root was entered.
  private(set) var entrance = Entrance(part: 0, node: 0)
  private var answerSets: [Edge?]

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

  /// Brings states to a place, from which those already there go on with them.
  private mutating func meet(_ passage: inout Passing<W>, _ place: Int, _ states: Edge?) {
    guard let states else { return }
    passage.add(place) { sets.join($0, states) }
  }

  /// Brings states from one place to the next that matters from `place` on.
  private mutating func flow(
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
    let slice = slice
    return sets.forgetting(states) { slice.isForgotten($0, in: part, at: place) }
  }

  // MARK: instructions

  private mutating func take(_ place: Int, _ states: Edge, _ passage: inout Passing<W>) {
    let paid = states.followed(by: W(charging: slice.price(of: place)))
    switch library.instructions[place] {
    case .begin(let guide):
      if let facts = slice.purpose.readsAtBegin[place] { begin(place, facts, states) }
      mark([variables.fact(.guide(guide))], paid, place, &passage)
    case .enter(let step): mark([variables.fact(.topic(step))], paid, place, &passage)
    case .say(let said): mark(library[said].sights.map { variables.fact($0) }, paid, place, &passage)
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

  private mutating func watch(_ place: Int, _ states: Edge?) -> Edge? {
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
      flow(states, from: place, to: place + 1, &passage, .passed(states, changed: []))
      flow(states, from: place, to: otherwise, &passage, .passed(states, changed: []))
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
    if let inside {
      flow(inside, from: place, to: place + 1, &passage, .passed(inside, changed: []))
    }
    if let outside {
      flow(outside, from: place, to: otherwise, &passage, .passed(outside, changed: []))
    }
  }

  private mutating func note(_ condition: Int, holds: Bool, fails: Bool, _ states: Edge) {
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

  // MARK: questions

  private mutating func ask(
    _ question: QuestionID,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Passing<W>
  ) {
    let fact = variables.fact(question)
    var fresh: Edge? = states
    if slice.isKept[fact] {
      let isAsked = truths.isAnswer(question) { $0 >= 1 }
      let isFresh = truths.functions.opposite(isAsked)
      let known = sets.restrict(states, to: isAsked, truths.functions)
      if let known { flow(known, from: place, to: place + 1, &passage, .passed(known, changed: [])) }
      fresh = sets.restrict(states, to: isFresh, truths.functions)
    }
    guard let fresh else { return }
    noteOffers(question, fresh)
    let paid = fresh.followed(by: W(charging: slice.price(of: place)))
    var behind: Edge? = paid
    if slice.isKept[fact] { behind = answered(question, paid) }
    behind = watch(place, behind)
    let changed = (slice.purpose.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: place + 1, &passage, .asked(question, fresh, changed: changed))
  }

  /// What becomes of states in which a question is answered in every way that is offered.
  private mutating func answered(_ question: QuestionID, _ states: Edge) -> Edge? {
    let first = offered(question, states)
    guard case .check = library[question].role, slice.purpose.counts || slice.purpose.charge != .nothing
    else { return first }
    // A wrong answer to a teach-back is asked once more.
    let right = library[question].right
    guard case .choice(let options) = truths.classes[question.index] else { return first }
    let isWrong = truths.isAnswer(question) { $0 >= 2 && options[$0 - 2] & right == 0 }
    let isOver = truths.functions.opposite(isWrong)
    let over = sets.restrict(first, to: isOver, truths.functions)
    let wrong = sets.restrict(first, to: isWrong, truths.functions)
    let once = sets.forgetting(wrong) { [variables] in
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
    guard let once else { return over }
    let price = slice.priceOfRetry(question)
    return sets.join(over, offered(question, once.followed(by: W(charging: price))))
  }

  /// The states with every answer that is offered in them.
  private mutating func offered(_ question: QuestionID, _ states: Edge) -> Edge? {
    let all = sets.product(states, answers(to: question))
    guard !library[question].isUnguarded else { return all }
    var isOffered = Functions.yes
    let answer = variables[question]
    switch truths.classes[question.index] {
    case .choice(let options):
      for (place, options) in options.enumerated() {
        let isOther = truths.isAnswer(question) { $0 != place + 2 }
        let open = isAnyOpen(options, question)
        isOffered = truths.functions.both(isOffered, truths.functions.either(isOther, open))
      }
    case .ticks(let options, let alone):
      for (tick, options) in zip(answer.ticks, options + alone) {
        let isOther = truths.functions.choice(tick, [Functions.yes, Functions.no])
        let open = isAnyOpen(options, question)
        isOffered = truths.functions.both(isOffered, truths.functions.either(isOther, open))
      }
    case .numbers, .unread, .words: break
    }
    return sets.restrict(all, to: isOffered, truths.functions)
  }

  /// Whether one of these options is offered, before the question is answered.
  private mutating func isAnyOpen(_ options: UInt64, _ question: QuestionID) -> Int {
    var result = Functions.no
    for (index, option) in library[question].options.enumerated()
    where options & (1 << UInt64(index)) != 0 {
      guard let gate = option.condition else { return Functions.yes }
      guard let open = truths.isOpen(gate) else {
        survey.hasReadFree = true
        return Functions.yes
      }
      result = truths.functions.either(result, open)
    }
    let variables = variables
    return truths.functions.zeroing(result) {
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
  }

  private mutating func noteOffers(_ question: QuestionID, _ states: Edge) {
    guard slice.purpose.looksAtAll else { return }
    for option in library[question].options {
      guard let gate = option.condition else { continue }
      guard let holds = truths.truth(of: gate.condition) else {
        note(gate.condition, holds: true, fails: true, states)
        continue
      }
      let fails = truths.functions.opposite(holds)
      let hasHeld = sets.restrict(states, to: holds, truths.functions) != nil
      let hasFailed = sets.restrict(states, to: fails, truths.functions) != nil
      note(gate.condition, holds: hasHeld, fails: hasFailed, states)
    }
  }

  /// Every answer to a question, whatever is offered.
  private mutating func answers(to question: QuestionID) -> Edge? {
    if let known = answerSets[question.index] { return known }
    let answer = variables[question]
    let unit = sets.start
    var branches = [WeightedSets<W>.Branch(value: 1, edge: unit)]
    if case .ticks(let options, let alone) = truths.classes[question.index] {
      // From the last set to the first: nothing ticked behind, something, and anything.
      var something: Edge?
      var anything: Edge? = unit
      for (place, tick) in answer.ticks.enumerated().reversed() {
        let isAlone = place >= options.count
        let ticked = isAlone ? unit : anything
        something = either(tick, something, ticked)
        if !isAlone { anything = either(tick, anything, anything) }
      }
      _ = alone
      if let something { branches.append(WeightedSets<W>.Branch(value: 2, edge: something)) }
    } else if answer.width > 2 {
      for value in 2..<answer.width {
        branches.append(WeightedSets<W>.Branch(value: value, edge: unit))
      }
    }
    let result = sets.node(answer.variable, branches)
    answerSets[question.index] = result
    return result
  }

  private mutating func either(_ variable: Int, _ zero: Edge?, _ one: Edge?) -> Edge? {
    var branches: [WeightedSets<W>.Branch] = []
    if let zero { branches.append(WeightedSets<W>.Branch(value: 0, edge: zero)) }
    if let one { branches.append(WeightedSets<W>.Branch(value: 1, edge: one)) }
    return sets.node(variable, branches)
  }
}
