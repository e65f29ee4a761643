import GuideCheck

/// Proves the guides of a library, one after another.
struct Prover: ~Copyable {
  typealias Edge = WeightedDiagrams<Cost>.Edge

  let map: LibraryMap
  var explorer: Explorer<Cost>
  var mentionIndex: MentionIndex
  var budget: ProofBudget
  /// What may still be spent on counting paths and measuring walks.
  var measuringBudget = ProofBudget.measures
  /// For each guide, the other guides with which a session that reaches it can begin.
  private(set) var sessionRoots: [[Int]] = []
  /// The guides that the shelf offers before anything is asked or shown.
  let onShelf: Set<Int>
  /// For each guide, the guides that its walk can go through.
  private(set) var inside: [Set<Int>] = []
  /// For each promise of the house that was examined for all guides together, that nobody breaks it; nil if that does
  /// not follow.
  var inductions: [PromiseID: Verdict.Certificate?] = [:]
  /// What guides do to facts, by what that depends on; nil if it is too much.
  var closures: [Closure.Key: Closure?] = [:]
  /// The conditions that depended on each other where there was too much to explore last.
  var entangled: [Int] = []
  /// These conditions, by guide and refused promise.
  var entangledConditions: [Int: [PromiseID: [Int]]] = [:]
  /// How many nodes were explored.
  private(set) var nodes = 0
  private var counter: Explorer<UnboundedNatural>?

  var library: Library { map.library }

  init(_ library: Library, budget: ProofBudget = .proofs) {
    self.budget = budget
    map = LibraryMap(library)
    onShelf = library.guidesOnShelf
    explorer = Explorer(map)
    mentionIndex = MentionIndex(library)
    let subroutines = map.subroutines
    inside = library.guides.indices.map { guide in
      Set(
        subroutines.reached(from: guide, in: library)
          .map { subroutines.guide(of: $0, in: library) }
      )
    }
    sessionRoots = findSessionRoots()
  }

  /// A session that begins with a guide on the shelf could have opened it there, and then the guides it suggests,
  /// unless the shelf comes after something else, or one of these is not on it.
  private func findSessionRoots() -> [[Int]] {
    var roots = [[Int]](repeating: [], count: library.guides.count)
    for root in library.guides.indices {
      let suggested = library.suggestions(after: root, map.subroutines).map(\.guide)
      if onShelf.contains(root), suggested.allSatisfy(onShelf.contains) { continue }
      let reached = suggested.reduce(inside[root]) { $0.union(inside[$1]) }
      for guide in reached where guide != root { roots[guide].append(root) }
    }
    return roots.map { $0.sorted() }
  }

  // MARK: exploring

  /// Explores the walks of a root for a query, and then asks what was found.
  mutating func explore(
    _ root: Int,
    for query: Query,
    from start: Start = .nothing
  ) -> Explorer<Cost>.Exit {
    var query = query
    if case .nothing = start { query.hasPast = false } else { query.hasPast = true }
    explorer.begin(root, for: query, within: budget.limits)
    let states = explorer.states(at: start, of: root)
    let exit = explorer.explore(from: states)
    budget.spend(explorer.steps)
    nodes += explorer.sets.count
    if explorer.isExhausted, entangled.isEmpty { entangled = explorer.entangled }
    return exit
  }

  /// The smallest and the largest cost of walks through a guide, from its own beginning.
  ///
  /// Time also counts the screens around the walk.
  mutating func range(of guide: Int, _ charge: Query.Charge) -> ClosedRange<Int>? {
    var query = Query()
    query.charge = charge
    let least = explore(guide, for: query).states
    if explorer.isExhausted { return nil }
    query.isDearest = true
    let most = explore(guide, for: query).states
    if explorer.isExhausted || !explorer.result.isExact { return nil }
    guard let least, let most else { return nil }
    let range = least.weight.value...max(least.weight.value, -most.weight.value)
    return charge == .time ? range + frame(of: guide).all : range
  }

  /// The screens around a guide that is started by itself.
  func frame(of guide: Int) -> FrameCosts {
    FrameCosts(of: GuideID(guide), in: library, map.subroutines)
  }

  /// The number of paths through a guide, from its own beginning.
  mutating func paths(of guide: Int) -> UnboundedNatural? {
    var counter = counter.take() ?? Explorer<UnboundedNatural>(map)
    var query = Query()
    query.counts = true
    let limits = budget.limits
    counter.begin(
      guide,
      for: query,
      within: Explorer<UnboundedNatural>.Limits(nodes: limits.nodes, steps: limits.steps)
    )
    let exit = counter.explore(from: counter.sets.start)
    // Every path counts, no matter what is still known at the end.
    let paths = counter.sets.forgetting(exit.states) { _ in true }?.weight
    budget.spend(counter.steps)
    let isComplete = !counter.isExhausted && counter.result.isExact
    self.counter = consume counter
    return isComplete ? paths : nil
  }
}

extension Library {
  /// The guides that the house offers before anything is said or asked.
  fileprivate var guidesOnShelf: Set<Int> {
    for instruction in instructions[guides[0].entry...] {
      switch instruction {
      case .begin, .enter: break
      case .offer(let menu):
        return Set(
          self[menu].entries.compactMap { entry in
            if case .guide(let guide) = entry { guide.index } else { nil }
          }
        )
      case .ask, .go, .leave, .say, .test, .visit: return []
      }
    }
    return []
  }
}
