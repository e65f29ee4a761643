import GuideCheck

// Topics in any order.
//
// Two entries *touch* if one reads what the other writes, or both are read together: then all orders
// of opening them are explored. Entries that do not touch can be opened in either order with the same
// result: swapping two that follow each other changes neither what each of them does nor the
// state after them. So every walk through the menu can be rearranged, swap by swap, into one where groups
// of entries that touch come one after another in reading order, and only those walks are explored.
//
// Within a group, entries are opened from all states that have been reached so far, again and again, until no
// new state is reached: the cost grows with the entries, not with their orders. An entry that is open can be
// opened once, because each state knows which entries of the group were opened.
//
// When orders are counted, an opening can be at any position among those before it: with `k`
// entries opened, a group of `j` more can be mixed in, in `(k + j)! / (k! j!)` ways.

/// What happens to states in a menu: the states after it, and what was opened, in order.
struct MenuChoice<W: Weight> {
  var behind: WeightedDiagrams<W>.Edge?
  var openings: [Trail<W>.Opening] = []
}

/// A menu that is being explored; without a number, the guides that the walk can go on with.
struct MenuWalk<W: Weight> {
  typealias Edge = WeightedDiagrams<W>.Edge

  let menu: MenuID?
  let groups: [[Menu.Entry]]
  var choice = MenuChoice<W>()
  /// The group and the entry in it that come next.
  fileprivate var group = 0
  fileprivate var entry = 0
  /// Whether the group has begun.
  fileprivate var hasBegun = false
  /// All states from which entries of the group can be opened.
  fileprivate var reached: Edge?
  /// When orders are counted: the states after the openings of this round, which are added up when it is over.
  fileprivate var opened: Edge?
  fileprivate var round = 1
  /// For each entry of the group, the states in which it was opened last.
  fileprivate var last: [Edge?] = []
  /// How many entries of the group were not opened since a new state was reached.
  fileprivate var idle = 0
  /// The entry that was opened, and the states in which it was.
  fileprivate var pending: (entry: Menu.Entry, fresh: Edge)?

  init(_ menu: MenuID?, _ groups: [[Menu.Entry]], _ states: Edge) {
    self.menu = menu
    self.groups = groups
    choice.behind = states
    reached = states
  }
}

extension Explorer {
  /// The entries of a menu that matter, in groups.
  func groups(of menu: MenuID?) -> [[Menu.Entry]] {
    menu.map { slice.groups[$0.index] ?? [] } ?? slice.goingOnGroups
  }

  /// The next entry to open, and in which states; nil if the menu is explored.
  mutating func nextEntrance(_ walk: inout MenuWalk<W>) -> Entrance? {
    while walk.group < walk.groups.count, !isExhausted {
      let group = walk.groups[walk.group]
      if !walk.hasBegun { begin(group, &walk) }
      let entrance = slice.query.counts ? nextInRound(group, &walk) : next(group, &walk)
      if let entrance { return entrance }
      finish(group, &walk)
    }
    if slice.query.counts, let menu = walk.menu {
      let counter = variables.fact(menu)
      walk.choice.behind = sets.forgetting(walk.choice.behind) { $0 == counter }
    }
    return nil
  }

  private func must(_ group: [Menu.Entry], _ menu: MenuID?) -> [Menu.Entry] {
    guard let menu else { return [] }
    return group.filter { library[menu].must.contains($0) }
  }

  /// Begins a group: it can be skipped unless it must be read.
  ///
  /// If nothing records that an entry was read, it can be reached only here: what must be read is
  /// opened now.
  private func begin(_ group: [Menu.Entry], _ walk: inout MenuWalk<W>) {
    walk.hasBegun = true
    walk.last = Array(repeating: nil, count: group.count)
    walk.reached = walk.choice.behind
    if group.contains(where: { isForced($0, walk.menu) }) { walk.choice.behind = nil }
  }

  /// Whether an entry must be read, and nothing records that it was.
  private func isForced(_ entry: Menu.Entry, _ menu: MenuID?) -> Bool {
    must([entry], menu).contains { !slice.isKept[variables.fact($0)] }
  }

  private mutating func finish(_ group: [Menu.Entry], _ walk: inout MenuWalk<W>) {
    for entry in must(group, walk.menu) where slice.isKept[variables.fact(entry)] {
      walk.choice.behind = divided(walk.choice.behind, by: entry).seen
    }
    walk.group += 1
    walk.entry = 0
    walk.idle = 0
    walk.round = 1
    walk.opened = nil
    walk.hasBegun = false
  }

  /// The states in which an entry can be opened.
  private mutating func fresh(_ entry: Menu.Entry, _ walk: MenuWalk<W>) -> Edge? {
    var fresh = divided(walk.reached, by: entry).fresh
    guard walk.menu == nil, case .guide(let guide) = entry,
      let after = slice.goingOn.first(where: { $0.guide == guide.index })?.after
    else { return fresh }
    // After the root has ended, only what a guide suggests can be gone on with.
    var isSuggested = DecisionDiagrams.no
    for other in after {
      let isSeen = conditionDiagrams.isSet(variables.fact(.guide(GuideID(other))))
      isSuggested = conditionDiagrams.diagrams.either(isSuggested, isSeen)
    }
    fresh = sets.restrict(fresh, to: isSuggested, conditionDiagrams.diagrams)
    return fresh
  }

  private mutating func next(_ group: [Menu.Entry], _ walk: inout MenuWalk<W>) -> Entrance? {
    while walk.idle < group.count {
      let place = walk.entry
      let entry = group[place]
      walk.entry = (place + 1) % group.count
      // Without a record of what was opened, an entry is alone in its group, and is opened once.
      let isOnce = !slice.isKept[variables.fact(entry)] && walk.last[place] != nil
      guard !isOnce, let fresh = fresh(entry, walk), walk.last[place] != fresh else {
        walk.idle += 1
        continue
      }
      walk.last[place] = fresh
      let cost = slice.query.charge == .inputs ? (slice.query.isDearest ? -1 : 1) : 0
      let reopening = walk.menu.map { slice.charged(map.costs.reopening($0)) } ?? 0
      guard let paid = charged(fresh, cost + reopening) else { continue }
      walk.pending = (entry, paid)
      return Entrance(part: map.subroutines[entry], node: paid.node)
    }
    return nil
  }

  private mutating func nextInRound(
    _ group: [Menu.Entry],
    _ walk: inout MenuWalk<W>
  ) -> Entrance? {
    while walk.round <= group.count {
      while walk.entry < group.count {
        let entry = group[walk.entry]
        walk.entry += 1
        guard let fresh = divided(walk.reached, by: entry).fresh else { continue }
        walk.pending = (entry, fresh)
        return Entrance(part: map.subroutines[entry], node: fresh.node)
      }
      guard let menu = walk.menu else { return nil }
      let counter = variables.fact(menu)
      let number = walk.round
      let mixed = sets.mapping(walk.opened, counter) { before in
        (before + number, W.ways(ofMixing: number, into: before))
      }
      walk.choice.behind = sets.join(walk.choice.behind, mixed)
      walk.reached = walk.opened
      walk.opened = nil
      walk.round += 1
      walk.entry = 0
      if walk.reached == nil { break }
    }
    return nil
  }

  /// Goes on with the states after an entry.
  mutating func receive(_ exit: Exit, _ walk: inout MenuWalk<W>) {
    guard let (entry, fresh) = walk.pending else { return }
    walk.pending = nil
    let exit = exit.after(fresh.weight)
    if slice.query.counts {
      walk.opened = sets.join(walk.opened, exit.states)
      return
    }
    let entrance = Entrance(part: map.subroutines[entry], node: fresh.node)
    func opening(_ after: Edge, isOver: Bool) -> Trail<W>.Opening {
      Trail.Opening(
        entry: entry,
        entrance: entrance,
        before: fresh,
        after: after,
        isOver: isOver,
        isForced: isForced(entry, walk.menu)
      )
    }
    if let over = exit.over { walk.choice.openings.append(opening(over, isOver: true)) }
    guard let after = exit.states else {
      walk.idle += 1
      return
    }
    walk.choice.openings.append(opening(after, isOver: false))
    walk.choice.behind = sets.join(walk.choice.behind, after)
    let reached = sets.join(walk.reached, after)
    walk.idle = reached == walk.reached ? walk.idle + 1 : 0
    walk.reached = reached
  }
}
