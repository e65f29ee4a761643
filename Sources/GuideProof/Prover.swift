import GuideCheck

/// Proves the guides of a library, one after another.
struct Prover: ~Copyable {
  let library: Library
  var explorer: Explorer<Cost>
  var mentionIndex: MentionIndex
  /// The guides whose walks from their own beginning are also walks from the shelf, except for the
  /// opening.
  let onShelf: Set<Int>
  /// For each guide, the states in which it can begin, in the facts its walk depends on.
  var beginnings: [WeightedDiagrams<Cost>.Edge] = []

  /// The guides with too many beginnings to distinguish, for which only some were found.
  private var guidesWithUnknownBeginnings: Set<Int> = []

  /// Whether an exploration had to be given up since this was last set to false.
  var wasTooMuch = false

  /// The number of nodes of decision diagrams that an exploration can create.
  ///
  /// If there are more, the guide is refused.
  static let mostNodes = 50_000
  /// The number of times that an exploration can visit a node.
  static let mostLooks = 1_000_000

  init(_ library: Library) {
    self.library = library
    onShelf = library.guidesOnShelf
    explorer = Explorer(library)
    mentionIndex = MentionIndex(library)
    findBeginnings()
  }

  // MARK: how guides begin

  /// Explores every session, from the shelf and from each guide, as far as it determines how guides
  /// begin: the answers to shared questions, and which guides and other things that a guide tests with
  /// `seen` were seen.
  private mutating func findBeginnings() {
    let start = explorer.sets.start
    beginnings = Array(repeating: start, count: library.guides.count)
    let needs = library.guides.indices.map { factsKnownBefore($0) }
    guard needs.contains(where: { !$0.isEmpty }) else { return }
    for root in library.guides.indices where !onShelf.contains(root) {
      let parts = explorer.subroutines.reached(from: root, in: library)
      var query = Query()
      for guide in library.guides.indices where guide != root && parts.contains(guide) {
        if !needs[guide].isEmpty {
          query.readsAtBegin[library.guides[guide].entry] = needs[guide]
        }
      }
      if query.readsAtBegin.isEmpty { continue }
      _ = explore(root, for: query, from: start)
      if explorer.sets.isOverfull {
        guidesWithUnknownBeginnings.formUnion(
          query.readsAtBegin.keys.map { explorer.subroutines.owners[$0] }
        )
      }
      for (place, states) in explorer.explorationResult.beginnings {
        let guide = explorer.subroutines.owners[place]
        let joined = explorer.sets.join(beginnings[guide], states)
        beginnings[guide] = joined ?? start
      }
    }
  }

  /// Whether every state in which a guide can begin was found.
  func beginningsAreKnown(_ guide: Int) -> Bool { !guidesWithUnknownBeginnings.contains(guide) }

  /// Whether every state in which any guide can begin was found.
  var allBeginningsAreKnown: Bool { guidesWithUnknownBeginnings.isEmpty }

  /// What a guide's walk reads that can have happened before it began: answers to shared questions,
  /// guides, and what conditions of the guide test with `seen`.
  private mutating func factsKnownBefore(_ guide: Int) -> [Int] {
    let variables = explorer.variables
    var facts: Set<Int> = []
    for part in explorer.subroutines.reached(from: guide, in: library) {
      for place in explorer.subroutines.bodies[part] {
        switch library.instructions[place] {
        case .ask(let question): facts.insert(variables.fact(question))
        case .visit(let entry, _): facts.insert(variables.fact(entry))
        case .offer(let menu): facts.formUnion(library[menu].entries.map { variables.fact($0) })
        case .begin, .enter, .go, .leave, .say, .test: break
        }
        for clause in library.clauses(at: place) {
          facts.formUnion(explorer.conditionDiagrams.facts(readBy: clause.condition))
        }
      }
    }
    for promise in library.guides[guide].promises + library.guides[0].promises {
      if let clause = promise.clause {
        facts.formUnion(explorer.conditionDiagrams.facts(readBy: clause.condition))
      }
    }
    return facts.filter { fact in
      if let question = variables.question(ofFact: fact) { return library[question].step == nil }
      return fact >= variables.mentions || variables.guides..<variables.steps ~= fact
    }.sorted()
  }

  // MARK: exploring

  mutating func explore(
    _ root: Int,
    for query: Query,
    from states: WeightedDiagrams<Cost>.Edge?
  ) -> WeightedDiagrams<Cost>.Edge? {
    explorer.sets.allow(nodes: Self.mostNodes, looks: Self.mostLooks)
    let exit = explorer.explore(root, for: query, from: states)
    wasTooMuch = wasTooMuch || explorer.sets.isOverfull
    return exit
  }

  /// The smallest and the largest cost of walks through a guide, from its own beginning.
  ///
  /// Time also counts the screens around the walk.
  mutating func range(of guide: Int, _ charge: Query.Charge) -> ClosedRange<Int>? {
    var query = Query()
    query.charge = charge
    let start = explorer.sets.start
    guard let least = explore(guide, for: query, from: start) else { return nil }
    query.isDearest = true
    guard let most = explore(guide, for: query, from: start) else { return nil }
    let range = least.weight.value...max(least.weight.value, -most.weight.value)
    return charge == .time ? range + frame(of: guide).all : range
  }

  /// The screens around a guide that is started by itself.
  func frame(of guide: Int) -> FrameCosts {
    FrameCosts(of: GuideID(guide), in: library, explorer.subroutines)
  }

  /// The number of paths through a guide, from its own beginning.
  func paths(of guide: Int) -> UnboundedNatural? {
    var counter = Explorer<UnboundedNatural>(library)
    var query = Query()
    query.counts = true
    counter.sets.allow(nodes: Self.mostNodes, looks: Self.mostLooks)
    let exit = counter.explore(guide, for: query, from: counter.sets.start)
    if counter.sets.isOverfull || counter.explorationResult.hasReadFree { return nil }
    // Every path counts, no matter what is still known at the end.
    return counter.sets.forgetting(exit) { _ in true }?.weight
  }
}

extension Library {
  /// The guides that the house offers before anything is said or asked.
  fileprivate var guidesOnShelf: Set<Int> {
    for instruction in instructions[guides[0].entry...] {
      switch instruction {
      case .begin, .enter: continue
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
