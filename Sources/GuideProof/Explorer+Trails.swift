import GuideCheck

// Backward from a state to the beginning, along the cheapest way to each place. Each step back is exact: the
// instruction takes the earlier state to the later one.

/// A part that is followed backward.
private struct Backward {
  typealias Edge = WeightedDiagrams<Cost>.Edge

  /// What is left of a menu: the openings before the one that is being followed.
  struct Openings {
    let menu: MenuID?
    let openings: ArraySlice<Trail<Cost>.Opening>
    let before: Edge
    /// Where the walk was before the menu.
    let from: Int
  }

  let entrance: Entrance
  var place: Int
  var state: [Int: Int]
  var openings: Openings?
}

extension Explorer<Cost> {
  /// The actions that lead to a state in which the session ends, or in which the walk is over before that; nil if
  /// no trail leads there.
  mutating func plan(to end: [Int: Int], isOver: Bool) -> Plan? {
    var plan = Plan(start: entrance.part, divided: slice.divided)
    var stack = [Backward(entrance: entrance, place: last(of: entrance, isOver), state: end)]
    if let exit = exits[entrance], let states = exit.states, !openingsAfterRoot.isEmpty {
      let own = (isOver ? exit.over : nil).flatMap { sets.cheapest($0, agreeing: end)?.cost }
      let openings = openingsAfterRoot[...]
      if isOver {
        if let over = cheapest(openings, end, isOver: true), own.map({ over.cost < $0 }) ?? true {
          stack[0].place = last(of: entrance, false)
          stack[0].openings = Backward.Openings(
            menu: nil,
            openings: openings[..<over.index],
            before: states,
            from: last(of: entrance, false)
          )
          open(openings[over.index], nil, end, isOver: true, &stack, &plan)
        }
      } else {
        stack[0].openings = Backward.Openings(
          menu: nil,
          openings: openings,
          before: states,
          from: last(of: entrance, false)
        )
      }
    }
    while let frame = stack.popLast() {
      guard let isDone = goBack(frame, &stack, &plan) else { return nil }
      if isDone, stack.isEmpty { return plan }
    }
    return plan
  }

  /// Goes one step back; nil if there is none, and whether the part that was followed is at its beginning.
  private mutating func goBack(
    _ frame: Backward,
    _ stack: inout [Backward],
    _ plan: inout Plan
  ) -> Bool? {
    var frame = frame
    if let menu = frame.openings { return goBack(menu, frame, &stack, &plan) ? false : nil }
    guard let arrivals = trails[frame.entrance]?.arrivals[frame.place] else {
      // The part is at its beginning, so what entered it goes on.
      if stack.isEmpty { return true }
      stack[stack.count - 1].state = frame.state
      return false
    }
    let isForgotten = isForgotten(in: frame.entrance.part, at: frame.place)
    let isOver = frame.place == Trail<Cost>.over
    var best: (cost: Int, state: [Int: Int], arrival: Trail<Cost>.Arrival)?
    for arrival in arrivals {
      let found =
        isOver
        ? sets.cheapest(arrival.states, agreeing: frame.state)
        : sets.cheapest(arrival.states, agreeing: frame.state, except: isForgotten)
      if let found, best.map({ found.cost < $0.cost }) ?? true {
        best = (found.cost, found.state, arrival)
      }
    }
    guard let (_, state, arrival) = best else { return nil }
    switch arrival.way {
    case .passed(let before):
      guard let earlier = earlier(before, at: arrival.from, state) else { return nil }
      frame.state = earlier
    case .asked(let question, let before):
      guard let earlier = unasked(question, before, at: arrival.from, state, &plan) else {
        return nil
      }
      frame.state = earlier
    case .entered(let entrance, _):
      frame.place = arrival.from
      stack.append(frame)
      stack.append(
        Backward(entrance: entrance, place: last(of: entrance, isOver), state: state)
      )
      return false
    case .offered(let menu, let before, let openings):
      var rest = openings[...]
      let over = isOver ? rest.popLast() : nil
      frame.state = state
      frame.openings = Backward.Openings(
        menu: menu,
        openings: rest,
        before: before,
        from: arrival.from
      )
      stack.append(frame)
      if let over { open(over, menu, state, isOver: true, &stack, &plan) }
      return false
    }
    frame.place = arrival.from
    stack.append(frame)
    return false
  }

  /// Goes back over the last opening of a menu, or to before the menu; returns whether it could.
  private mutating func goBack(
    _ menu: Backward.Openings,
    _ frame: Backward,
    _ stack: inout [Backward],
    _ plan: inout Plan
  ) -> Bool {
    var frame = frame
    // What everyone has opened who leaves the menu was opened, though another opening may lead to the same state.
    let forced = menu.openings.lastIndex { $0.isForced && !$0.isOver }
    let openings = menu.openings[(forced ?? menu.openings.startIndex)...]
    let first = forced == nil ? sets.cheapest(menu.before, agreeing: frame.state) : nil
    if let opened = cheapest(openings, frame.state, isOver: false),
      first.map({ opened.cost < $0.cost }) ?? true
    {
      frame.openings = Backward.Openings(
        menu: menu.menu,
        openings: menu.openings[..<opened.index],
        before: menu.before,
        from: menu.from
      )
      let state = frame.state
      stack.append(frame)
      open(menu.openings[opened.index], menu.menu, state, isOver: false, &stack, &plan)
      return true
    }
    guard let first else { return false }
    frame.state = first.state
    frame.openings = nil
    frame.place = menu.from
    stack.append(frame)
    return true
  }

  private mutating func open(
    _ opening: Trail<Cost>.Opening,
    _ menu: MenuID?,
    _ state: [Int: Int],
    isOver: Bool,
    _ stack: inout [Backward],
    _ plan: inout Plan
  ) {
    plan.openings[menu, default: []].insert(opening.entry, at: 0)
    let entrance = opening.entrance
    stack.append(Backward(entrance: entrance, place: last(of: entrance, isOver), state: state))
  }

  /// The cheapest opening that leads to a state.
  private func cheapest(
    _ openings: ArraySlice<Trail<Cost>.Opening>,
    _ state: [Int: Int],
    isOver: Bool
  ) -> (cost: Int, index: Int)? {
    var best: (cost: Int, index: Int)?
    for index in openings.indices where openings[index].isOver == isOver {
      let found = sets.cheapest(openings[index].after, agreeing: state)
      if let found, best.map({ found.cost < $0.cost }) ?? true { best = (found.cost, index) }
    }
    return best
  }

  // MARK: one instruction

  /// The cheapest state of a set that an instruction takes to another by what it marks and watches.
  private func earlier(
    _ before: WeightedDiagrams<Cost>.Edge,
    at place: Int,
    _ state: [Int: Int]
  ) -> [Int: Int]? {
    // A question that was asked before is passed over.
    if case .ask = library.instructions[place] {
      return sets.cheapest(before, agreeing: state)?.state
    }
    let facts = Set(marks(at: place).filter { slice.isKept[$0] })
    let flags = Set((slice.query.watches[place] ?? []).map(\.flag)).sorted()
    var best: (cost: Int, state: [Int: Int])?
    // Each value that the flags can have had.
    for choice in 0..<(1 << flags.count) {
      var wanted = state
      for (index, flag) in flags.enumerated() {
        wanted[flag] = choice & (1 << index) == 0 ? nil : 1
      }
      guard let found = sets.cheapest(before, agreeing: wanted, except: { facts.contains($0) }),
        best.map({ found.cost < $0.cost }) ?? true,
        watched(at: place, marked(facts, found.state), agrees: state, flags)
      else { continue }
      best = found
    }
    return best?.state
  }

  /// The facts that an instruction makes true.
  private func marks(at place: Int) -> [Int] {
    switch library.instructions[place] {
    case .begin(let guide): [variables.fact(.guide(guide))]
    case .enter(let step): [variables.fact(.topic(step))]
    case .say(let passage): library[passage].mentions.map { variables.fact($0) }
    case .ask, .go, .leave, .offer, .test, .visit: []
    }
  }

  private func marked(_ facts: Set<Int>, _ state: [Int: Int]) -> [Int: Int] {
    state.merging(facts.map { ($0, 1) }) { $1 }
  }

  /// Whether what is watched at a place makes the flags what they are in another state.
  private func watched(
    at place: Int,
    _ state: [Int: Int],
    agrees other: [Int: Int],
    _ flags: [Int]
  ) -> Bool {
    var state = state
    for watch in slice.query.watches[place] ?? [] {
      let holds = conditionDiagrams.diagrams.holds(watch.condition) { state[$0, default: 0] }
      if holds { state[watch.flag] = watch.value }
    }
    return flags.allSatisfy { state[$0, default: 0] == other[$0, default: 0] }
  }

  /// The state before a question was asked; notes the answer.
  private func unasked(
    _ question: QuestionID,
    _ before: WeightedDiagrams<Cost>.Edge,
    at place: Int,
    _ state: [Int: Int],
    _ plan: inout Plan
  ) -> [Int: Int]? {
    let variables = variables
    let fact = variables.fact(question)
    let answer = state.filter { variables.fact(of: $0.key) == fact }
    plan.answers[question] = answer
    let tests = slice.tests(of: question)
    for test in tests where plan.outcomes[test] == nil {
      plan.outcomes[test] = state[variables.tests[test]] == 1
    }
    let own = Set(tests.map { variables.tests[$0] })
    let flags = Set((slice.query.watches[place] ?? []).map(\.flag)).sorted()
    let rest = state.filter { variables.fact(of: $0.key) != fact && !own.contains($0.key) }
    var best: (cost: Int, state: [Int: Int])?
    for choice in 0..<(1 << flags.count) {
      var wanted = rest
      for (index, flag) in flags.enumerated() {
        wanted[flag] = choice & (1 << index) == 0 ? nil : 1
      }
      guard let found = sets.cheapest(before, agreeing: wanted),
        best.map({ found.cost < $0.cost }) ?? true
      else { continue }
      var answered = found.state.merging(answer) { $1 }
      for test in own { answered[test] = state[test] }
      if watched(at: place, answered, agrees: state, flags) { best = found }
    }
    return best?.state
  }

  /// Where a part ends: at its last instruction, or where the walk is over.
  private func last(of entrance: Entrance, _ isOver: Bool) -> Int {
    isOver ? Trail<Cost>.over : map.subroutines.bodies[entrance.part].upperBound
  }
}
