import GuideCheck

// Topics in any order.
//
// Two entries *touch* if one reads what the other writes, or both are read together: then every order
// of opening them is explored. Entries that do not touch can be opened in either order with the same
// result: swapping two that follow each other changes neither what each of them does nor the
// state after them. So every walk through the menu can be rearranged, swap by swap, into one where groups
// of entries that touch come one after another in reading order, and only those walks are explored.
//
// When orders are counted, an opening can be at any position among those before it: with `k`
// entries opened, a group of `j` more can be mixed in, in `(k + j)! / (k! j!)` ways.
extension Explorer {
  /// An opening in which the walk was over, and the rounds before it.
  typealias End = (opening: Trail<W>.Opening, before: [Trail<W>.Round])

  /// What happens to states in a menu: the states after it, and how they are reached.
  mutating func offer(
    _ menu: MenuID,
    _ states: Edge
  ) -> (behind: Edge?, rounds: [Trail<W>.Round], ends: [End]) {
    var behind: Edge? = states
    var rounds: [Trail<W>.Round] = []
    var ends: [End] = []
    for group in slice.groups[menu.index] ?? [] {
      let must = group.filter { library[menu].must.contains($0) }
      if slice.query.counts {
        behind = counting(group, menu, behind, must)
      } else {
        behind = opening(group, of: menu, behind, must, &rounds, &ends)
      }
      for entry in must where slice.isKept[variables.fact(entry)] {
        behind = divided(behind, by: entry).seen
      }
    }
    if slice.query.counts {
      let counter = variables.fact(menu)
      behind = sets.forgetting(behind) { $0 == counter }
    }
    return (behind, rounds, ends)
  }

  /// The states before anything in a group was opened, if the group can be skipped.
  ///
  /// If nothing records that an entry was read, it can be reached only here: what must be read is
  /// opened now.
  private func unopened(_ states: Edge?, _ must: [Menu.Entry]) -> Edge? {
    must.contains { !slice.isKept[variables.fact($0)] } ? nil : states
  }

  private mutating func opening(
    _ group: [Menu.Entry],
    of menu: MenuID,
    _ states: Edge?,
    _ must: [Menu.Entry],
    _ rounds: inout [Trail<W>.Round],
    _ ends: inout [End]
  ) -> Edge? {
    var all = unopened(states, must)
    var newest = states
    for _ in group {
      let before = all
      var opened: Edge?
      var openings: [Trail<W>.Opening] = []
      for entry in group {
        guard let fresh = divided(newest, by: entry).fresh else { continue }
        let input = slice.query.charge == .inputs ? (slice.query.isDearest ? -1 : 1) : 0
        let cost = input + slice.charged(costs.reopening(menu))
        let entrance = Entrance(part: subroutines[entry], node: fresh.node)
        func opening(_ after: Edge, isOver: Bool) -> Trail<W>.Opening {
          Trail.Opening(
            entry: entry,
            entrance: entrance,
            before: fresh,
            after: after,
            isOver: isOver
          )
        }
        let after = pass(entrance.part, fresh.followed(by: W(charging: cost)))
        if let over { ends.append((opening(over, isOver: true), rounds)) }
        guard let after else { continue }
        opened = sets.join(opened, after)
        openings.append(opening(after, isOver: false))
      }
      guard opened != nil else { break }
      newest = opened
      all = sets.join(all, opened)
      rounds.append(Trail.Round(before: before, openings: openings))
    }
    return all
  }

  private mutating func counting(
    _ group: [Menu.Entry],
    _ menu: MenuID,
    _ states: Edge?,
    _ must: [Menu.Entry]
  ) -> Edge? {
    let counter = variables.fact(menu)
    var all = unopened(states, must)
    var newest = states
    for number in 1...max(group.count, 1) {
      var opened: Edge?
      for entry in group {
        let fresh = divided(newest, by: entry).fresh
        opened = sets.join(opened, pass(subroutines[entry], fresh))
      }
      newest = opened
      let mixed = sets.mapping(opened, counter) { before in
        (before + number, W.ways(ofMixing: number, into: before))
      }
      all = sets.join(all, mixed)
    }
    return all
  }
}
