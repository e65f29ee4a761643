import GuideCheck

extension Library {
  /// The guides that a walk from `root` can go on with after it has ended, each with the guides that suggest it.
  ///
  /// None after the shelf: there, everything is offered.
  func suggestions(after root: Int, _ subroutines: Subroutines) -> [(guide: Int, after: [Int])] {
    if root == 0 { return [] }
    var suggesting: [Int: Set<Int>] = [:]
    var visited: Set<Int> = []
    var pending = [root]
    while let next = pending.popLast() {
      let entered = subroutines.reached(from: next, in: self).filter { $0 < guides.count }
      for guide in entered where visited.insert(guide).inserted {
        for suggested in guides[guide].next {
          suggesting[suggested.index, default: []].insert(guide)
          pending.append(suggested.index)
        }
      }
    }
    return suggesting.keys.sorted().map { ($0, suggesting[$0]?.sorted() ?? []) }
  }
}
