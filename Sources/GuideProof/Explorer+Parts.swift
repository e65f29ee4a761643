import GuideCheck

// Parts that enter each other, without recursion: guides can be long, and topics can visit one another in long
// chains.
extension Explorer {
  /// A part, or a menu in it, that waits for what it entered.
  private enum Frame {
    case part(PartWalk<W>)
    case menu(MenuWalk<W>)
  }

  /// Explores a part from its beginning; returns the states at its end.
  ///
  /// A part is explored only once for the same states, no matter how often it is entered.
  mutating func run(_ entrance: Entrance) -> Exit {
    if let known = exits[entrance] { return known }
    var stack = [Frame.part(started(entrance))]
    return run(&stack).exit
  }

  /// Explores a menu, or going on after the root has ended.
  mutating func runMenu(_ menu: MenuID?, _ states: Edge) -> MenuChoice<W> {
    var stack = [Frame.menu(MenuWalk(menu, groups(of: menu), states))]
    return run(&stack).choice
  }

  private mutating func run(_ stack: inout [Frame]) -> (exit: Exit, choice: MenuChoice<W>) {
    var exit = Exit()
    var choice = MenuChoice<W>()
    while let frame = stack.popLast() {
      switch frame {
      case .part(var part):
        if let entered = step(&part) {
          stack.append(.part(part))
          stack.append(entered)
        } else {
          exit = finished(part)
          give(exit, &stack)
        }
      case .menu(var menu):
        if let entrance = nextEntrance(&menu) {
          stack.append(.menu(menu))
          if let known = exits[entrance] {
            give(known, &stack)
          } else {
            stack.append(.part(started(entrance)))
          }
        } else {
          choice = menu.choice
          give(choice, &stack)
        }
      }
    }
    return (exit, choice)
  }

  private mutating func give(_ exit: Exit, _ stack: inout [Frame]) {
    switch stack.popLast() {
    case nil: break
    case .part(var part):
      finishVisit(exit, &part)
      stack.append(.part(part))
    case .menu(var menu):
      receive(exit, &menu)
      stack.append(.menu(menu))
    }
  }

  private mutating func give(_ choice: MenuChoice<W>, _ stack: inout [Frame]) {
    guard case .part(var part)? = stack.popLast() else { return }
    finishMenu(choice, &part)
    stack.append(.part(part))
  }

  // MARK: parts

  private mutating func started(_ entrance: Entrance) -> PartWalk<W> {
    var part = PartWalk<W>(entrance)
    let first = slice.next[map.subroutines.bodies[entrance.part].lowerBound]
    meet(&part.passage, first, Edge(weight: .unit, node: entrance.node))
    return part
  }

  private mutating func finished(_ part: PartWalk<W>) -> Exit {
    let exit = Exit(states: part.exit, over: part.passage.over)
    exits[part.entrance] = exit
    if slice.query.keepsTrails { trails[part.entrance] = part.passage.trail }
    return exit
  }

  /// Goes on in a part until it enters another, which is returned, or has ended.
  private mutating func step(_ part: inout PartWalk<W>) -> Frame? {
    while !isExhausted, let (place, states) = part.passage.first() {
      guard let states else { continue }
      switch library.instructions[place] {
      case .leave:
        if slice.query.endsAtVerdict, slice.query.verdict?.place == place {
          end(states, at: place, &part.passage, .passed(states))
        } else {
          part.exit = states.followed(by: part.passage.weight)
        }
      case .visit(let entry, let again):
        if let frame = visit(entry, again, place, states, &part) { return frame }
      case .offer(let menu):
        guard let paid = charged(states, slice.cost(of: place)) else { continue }
        part.pending = .menu(place, menu, paid)
        return .menu(MenuWalk(menu, groups(of: menu), paid))
      default:
        take(place, states, &part.passage)
        if isExhausted { noteEntangled(at: place, states) }
      }
    }
    return nil
  }

  private mutating func visit(
    _ entry: Menu.Entry,
    _ again: PassageID,
    _ place: Int,
    _ states: Edge,
    _ part: inout PartWalk<W>
  ) -> Frame? {
    let (seen, fresh) = divided(states, by: entry)
    if let seen {
      let cost = W(charging: slice.charged(map.costs.passing(again)))
      flow(charged(seen, cost), from: place, to: place + 1, &part.passage, .passed(seen))
    }
    guard let fresh else { return nil }
    part.pending = .visit(place, Entrance(part: map.subroutines[entry], node: fresh.node), fresh)
    if let known = exits[Entrance(part: map.subroutines[entry], node: fresh.node)] {
      finishVisit(known, &part)
      return nil
    }
    return .part(started(Entrance(part: map.subroutines[entry], node: fresh.node)))
  }

  private mutating func finishVisit(_ exit: Exit, _ part: inout PartWalk<W>) {
    guard case .visit(let place, let entrance, let fresh)? = part.pending else { return }
    part.pending = nil
    let exit = exit.after(fresh.weight)
    // What follows a visit can have its title again.
    let title = library.step(around: place).map { 0...map.costs.titles[$0.index] } ?? 0...0
    let behind = exit.states.flatMap { charged($0, slice.charged(title)) }
    end(exit.over, at: place, &part.passage, .entered(entrance, fresh))
    flow(behind, from: place, to: place + 1, &part.passage, .entered(entrance, fresh))
  }

  private mutating func finishMenu(_ choice: MenuChoice<W>, _ part: inout PartWalk<W>) {
    guard case .menu(let place, let menu, let states)? = part.pending else { return }
    part.pending = nil
    for (number, opening) in choice.openings.enumerated() where opening.isOver {
      let before = Array(choice.openings[...number])
      end(opening.after, at: place, &part.passage, .offered(menu, states, before))
    }
    flow(
      choice.behind,
      from: place,
      to: place + 1,
      &part.passage,
      .offered(menu, states, choice.openings)
    )
  }

  // MARK: moving states

  /// Ends the walk in these states.
  private mutating func end(
    _ states: Edge?,
    at place: Int,
    _ passage: inout Traversal<W>,
    _ way: @autoclosure () -> Trail<W>.Way
  ) {
    guard let states else { return }
    if slice.query.keepsTrails {
      passage.trail.arrivals[Trail<W>.over, default: []]
        .append(Trail.Arrival(from: place, states: states, way: way()))
    }
    passage.over = sets.join(passage.over, states.followed(by: passage.weight))
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
    if slice.query.keepsTrails {
      passage.trail.arrivals[target, default: []]
        .append(Trail.Arrival(from: from, states: states, way: way()))
    }
    meet(&passage, target, forgetting(states, in: passage.part, at: target))
  }

  /// The states without variables that nothing reads anymore.
  private mutating func forgetting(_ states: Edge, in part: Int, at place: Int) -> Edge? {
    if states.node == 0 { return states }
    let isForgotten = isForgotten(in: part, at: place)
    return sets.forgetting(states, isForgotten)
  }

  /// Whether nothing reads a variable anymore from a place of a part on.
  func isForgotten(in part: Int, at place: Int) -> (Int) -> Bool {
    let lastReads = slice.lastReads[part] ?? [:]
    let (isKept, variables) = (slice.isKept, variables)
    return { variable in
      let fact = variables.fact(of: variable)
      if !isKept[fact] { return true }
      return lastReads[fact].map { $0 < place } ?? false
    }
  }
}

/// A part that is being explored.
struct PartWalk<W: Weight> {
  /// What it waits for.
  enum Pending {
    case visit(Int, Entrance, WeightedDiagrams<W>.Edge)
    case menu(Int, MenuID, WeightedDiagrams<W>.Edge)
  }

  let entrance: Entrance
  var passage: Traversal<W>
  var exit: WeightedDiagrams<W>.Edge?
  var pending: Pending?

  init(_ entrance: Entrance) {
    self.entrance = entrance
    passage = Traversal<W>(part: entrance.part)
  }
}
