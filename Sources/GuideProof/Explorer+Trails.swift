import GuideCheck

// Backward from a state to the beginning, along the cheapest way to each place.
extension Explorer<Cost> {
  /// The actions that lead to a state in which the root ends, or the walk is over before that; nil if
  /// no trail leads there.
  mutating func plan(to end: [Int: Int], isOver: Bool) -> Plan? {
    var plan = Plan(start: entrance.part)
    var openings: [Menu.Entry] = []
    let last = self.end(of: entrance, isOver)
    guard follow(entrance, back: end, from: last, &plan, &openings) != nil else { return nil }
    plan.openings = openings.reversed()
    return plan
  }

  /// Follows a trail back; returns the state in which the part was entered.
  private mutating func follow(
    _ entrance: Entrance,
    back end: [Int: Int],
    from last: Int,
    _ plan: inout Plan,
    _ openings: inout [Menu.Entry]
  ) -> [Int: Int]? {
    guard let trail = trails[entrance] else { return nil }
    var state = end
    var place = last
    while let arrivals = trail.arrivals[place] {
      var best: (cost: Int, state: [Int: Int], arrival: Trail<Cost>.Arrival)?
      let lastReads = lastReads(in: entrance.part)
      for arrival in arrivals {
        let found = sets.cheapest(arrival.states, agreeing: state) { lastReads[$0] < place }
        if let found, best.map({ found.cost < $0.cost }) ?? true {
          best = (found.cost, found.state, arrival)
        }
      }
      let isOver = place == Trail<Cost>.over
      guard let best, let before = undo(best.arrival, best.state, isOver, &plan, &openings) else {
        return nil
      }
      state = before
      place = best.arrival.from
    }
    return state
  }

  /// The state before the instruction that led to a state.
  private mutating func undo(
    _ arrival: Trail<Cost>.Arrival,
    _ state: [Int: Int],
    _ isOver: Bool,
    _ plan: inout Plan,
    _ openings: inout [Menu.Entry]
  ) -> [Int: Int]? {
    switch arrival.way {
    case .passed(let before, let changed):
      return sets.cheapest(before, agreeing: state) { changed.contains($0) }?.state
    case .asked(let question, let before, let changed):
      let variables = variables
      let isAnswer = { (variable: Int) in
        variables.question(ofFact: variables.fact(of: variable)) == question
      }
      plan.answers[question] = state.filter { isAnswer($0.key) }
      let rest = state.filter { !isAnswer($0.key) }
      return sets.cheapest(before, agreeing: rest) { changed.contains($0) }?.state
    case .entered(let entrance, _):
      return follow(entrance, back: state, from: end(of: entrance, isOver), &plan, &openings)
    case .offered(_, let before, let rounds):
      var state = state
      for round in rounds.reversed() {
        guard let earlier = undo(round, state, &plan, &openings) else { return nil }
        state = earlier
      }
      return sets.cheapest(before, agreeing: state)?.state
    }
  }

  private mutating func undo(
    _ round: Trail<Cost>.Round,
    _ state: [Int: Int],
    _ plan: inout Plan,
    _ openings: inout [Menu.Entry]
  ) -> [Int: Int]? {
    let left = round.before.flatMap { sets.cheapest($0, agreeing: state) }
    var best: (cost: Int, opening: Trail<Cost>.Opening)?
    for opening in round.openings {
      guard let found = sets.cheapest(opening.after, agreeing: state) else { continue }
      if best.map({ found.cost < $0.cost }) ?? true { best = (found.cost, opening) }
    }
    guard let best, left.map({ best.cost < $0.cost }) ?? true else { return left?.state }
    openings.append(best.opening.entry)
    let entrance = best.opening.entrance
    let end = end(of: entrance, best.opening.isOver)
    return follow(entrance, back: state, from: end, &plan, &openings)
  }

  /// Where a part ends: at its last instruction, or where the walk is over.
  private func end(of entrance: Entrance, _ isOver: Bool) -> Int {
    isOver ? Trail<Cost>.over : subroutines.bodies[entrance.part].upperBound
  }
}
