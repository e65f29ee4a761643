import GuideCheck

/// What guides do to some facts.
struct Closure {
  /// What it depends on: what is watched, and which facts.
  struct Key: Hashable {
    let mention: Mention?
    let facts: Set<Int>
  }

  /// The diagram that is true for what is left after any guides.
  var left: Int
  /// By instruction that begins a guide inside another: what is known there.
  var inside: [Int: Int] = [:]
}

// What guides do for each other. A guide that begins after others begins in a state that they left: so
// what holds at the end of each guide, if it holds at its beginning, holds always.
extension Prover {
  /// That all guides keep a promise of the house, because each keeps it if it is kept before; nil if that does not
  /// follow.
  ///
  /// Only for promises to see something before the end: of others, nothing is left that matters to a guide after
  /// it.
  mutating func induction(for identifier: PromiseID) -> Verdict.Certificate? {
    guard identifier.guide == .house else { return nil }
    if let known = inductions[identifier] { return known }
    let result = inducted(library[identifier])
    inductions[identifier] = .some(result)
    return result
  }

  private mutating func inducted(_ promise: Promise) -> Verdict.Certificate? {
    guard case .seeBeforeEnd = promise.form else { return nil }
    var anyone = DecisionDiagrams.no
    var read: Set<Int> = []
    for concerned in concerned(by: promise) {
      anyone = explorer.conditionDiagrams.diagrams.either(anyone, concerned.truth)
      read.formUnion(concerned.facts)
    }
    let facts = factsLeft(by: promise, read)
    if writesFacts(facts, promise.wanted) { return nil }
    let isSeen = explorer.conditionDiagrams.isSet(PromiseMonitor.seen)
    let isOther = explorer.conditionDiagrams.diagrams.opposite(anyone)
    let isKept = explorer.conditionDiagrams.diagrams.either(isSeen, isOther)
    let before = explorer.conditionDiagrams.diagrams.either(isKept, isNothing(facts))
    let start = Start.anything(fixed: facts, truth: before)
    let isElse = explorer.conditionDiagrams.diagrams.opposite(before)
    let concerned = Concerned(truth: anyone, facts: facts.union(read))
    var certificate: Verdict.Certificate?
    for guide in library.guides.indices.dropFirst() {
      var found = breaking(
        promise,
        guide,
        concerned,
        from: start,
        recording: recording(facts, in: inside[guide].subtracting([guide]))
      )
      for states in explorer.result.beginnings.values.sorted(by: { $0.node < $1.node }) {
        guard case .nobody = explorer.breaking(states, [isElse], costingLessThan: nil) else {
          return nil
        }
      }
      // Perhaps it depends on more of what other guides have done.
      if case .somebody = found { found = left(promise, guide, concerned) }
      guard case .nobody(let kept) = found else { return nil }
      certificate = certificate.map { .both($0, kept) } ?? kept
    }
    return certificate
  }

  /// Whether anyone breaks a promise of a guide after what other guides can have done.
  mutating func left(_ promise: Promise, _ guide: Int, _ concerned: Concerned) -> Breaking {
    let facts = factsLeft(by: promise, concerned.facts)
      .union(factsBefore(promise, guide, concerned))
    guard !facts.isEmpty, let closure = closure(promise.wanted, facts) else { return .unknown }
    let inside = closure.inside[library.guides[guide].entry] ?? DecisionDiagrams.no
    return breaking(
      promise,
      guide,
      concerned,
      from: .anything(
        fixed: facts,
        truth: explorer.conditionDiagrams.diagrams.either(closure.left, inside)
      )
    )
  }

  /// The facts about what was before a guide on which its walk depends, as far as it matters for a promise.
  private mutating func factsBefore(
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Concerned
  ) -> Set<Int> {
    _ = breaking(promise, guide, concerned, from: .anything(fixed: [], truth: DecisionDiagrams.yes))
    return factsBefore(guide)
  }

  /// The same for what was explored last.
  func factsBefore(_ guide: Int) -> Set<Int> {
    let slice = explorer.slice
    let variables = explorer.variables
    return Set(
      slice.kept.filter { fact in
        if fact < Variables.watches { return false }
        if let question = variables.question(ofFact: fact) {
          return map.canBeAsked(question, before: guide)
        }
        if variables.test(ofFact: fact) != nil { return true }
        return map.canBeTrue(fact, before: guide, variables)
      }
    )
  }

  /// What guides do to some facts, whatever else was before them; nil if that is too much.
  mutating func closure(_ mention: Mention?, _ facts: Set<Int>) -> Closure? {
    let key = Closure.Key(mention: mention, facts: facts)
    if let known = closures[key] { return known }
    let result = newClosure(mention, facts)
    closures[key] = .some(result)
    return result
  }

  private mutating func newClosure(
    _ mention: Mention?,
    _ facts: Set<Int>
  ) -> Closure? {
    var query = Query()
    if let mention { watch(mention, in: &query) }
    var writers: Set<Int> = []
    for fact in facts where fact >= Variables.watches {
      let variables = explorer.variables
      let tests = explorer.conditionDiagrams.reading.tests
      writers.formUnion(map.guidesWriting(fact, variables, tests))
    }
    for place in query.watches.keys { writers.insert(map.subroutines.guides[place]) }
    var closure = Closure(left: isNothing(facts))
    if writesFacts(facts, mention) {
      let variables = Set(variables(of: facts))
      closure.left = explorer.conditionDiagrams.diagrams.some(closure.left) {
        variables.contains($0)
      }
    }
    let guides = library.guides.indices.dropFirst().filter {
      !inside[$0].isDisjoint(with: writers)
    }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for guide in guides {
        let before = closure.left
        if !add(guide, query, facts, &closure) { return nil }
        hasGrown = hasGrown || closure.left != before
      }
    }
    return closure
  }

  /// Adds what a guide does; returns whether that could be computed.
  private mutating func add(
    _ guide: Int,
    _ query: Query,
    _ facts: Set<Int>,
    _ closure: inout Closure
  ) -> Bool {
    var query = query
    query.verdict = (map.subroutines.bodies[guide].upperBound, facts.sorted())
    query.readsAtBegin = recording(facts, in: inside[guide].subtracting([guide]))
    let exit = explore(guide, for: query, from: .anything(fixed: facts, truth: closure.left))
    let all = variables(of: facts)
    let states = explorer.sets.forgetting(exit.states) { !all.contains($0) }
    let begun = explorer.result.beginnings
    if explorer.isExhausted { return false }
    let left = explorer.diagram(of: states, all)
    closure.left = explorer.conditionDiagrams.diagrams.either(closure.left, left)
    for (place, states) in begun {
      let known = closure.inside[place] ?? DecisionDiagrams.no
      let all = explorer.diagram(of: states, all)
      closure.inside[place] = explorer.conditionDiagrams.diagrams.either(known, all)
    }
    return !explorer.conditionDiagrams.diagrams.isExhausted
  }

  private mutating func watch(_ mention: Mention, in query: inout Query) {
    for place in mentionIndex.places(of: mention) {
      query.watches[place, default: []].append(
        Query.Watch(condition: DecisionDiagrams.yes, flag: PromiseMonitor.seen, value: 1)
      )
    }
  }

  /// The facts about what was before a guide on which it can depend whether a promise is kept.
  private func factsLeft(by promise: Promise, _ read: Set<Int>) -> Set<Int> {
    var facts: Set<Int> = []
    if promise.wanted != nil { facts.insert(PromiseMonitor.seen) }
    let variables = explorer.variables
    for fact in read {
      if let question = variables.question(ofFact: fact),
        let step = library[question].step, library[step].guide != .house
      {
        continue
      }
      if variables.steps..<variables.mentions ~= fact,
        library.steps[fact - variables.steps].guide != .house
      {
        continue
      }
      facts.insert(fact)
    }
    return facts
  }

  /// Whether the house itself, besides the guides, asks or shows something that such facts are about.
  private mutating func writesFacts(_ facts: Set<Int>, _ mention: Mention?) -> Bool {
    var query = Query()
    if let mention { watch(mention, in: &query) }
    let variables = explorer.variables
    return map.subroutines.extents[0].contains { place in
      if query.watches[place] != nil { return true }
      switch library.instructions[place] {
      case .ask(let question): return facts.contains(variables.fact(question))
      case .enter(let step): return facts.contains(variables.fact(.topic(step)))
      case .say(let passage):
        return library[passage].mentions.contains { facts.contains(variables.fact($0)) }
      case .begin, .go, .leave, .offer, .test, .visit: return false
      }
    }
  }

  /// The facts that are recorded where guides begin inside another.
  private func recording(_ facts: Set<Int>, in guides: Set<Int>) -> [Int: [Int]] {
    var recording: [Int: [Int]] = [:]
    for guide in guides { recording[library.guides[guide].entry] = facts.sorted() }
    return recording
  }

  /// The variables of facts, in order.
  func variables(of facts: Set<Int>) -> [Int] {
    let variables = explorer.variables
    var found: [Int] = []
    for fact in facts {
      if let test = variables.test(ofFact: fact) {
        found.append(variables.tests[test])
      } else if let question = variables.question(ofFact: fact) {
        found.append(variables[question].variable)
        found += variables[question].ticks
      } else {
        found.append(fact)
      }
    }
    return found.sorted()
  }

  /// The diagram that is true where nothing of some facts has happened.
  private mutating func isNothing(_ facts: Set<Int>) -> Int {
    explorer.diagram(of: explorer.sets.start, variables(of: facts))
  }
}

extension Promise {
  /// What has to be seen, before something else or before the end.
  fileprivate var wanted: Mention? {
    switch form {
    case .seeBefore(let first, _): first
    case .seeBeforeEnd(let wanted): wanted
    case .atMostMinutes, .atMostQuestions, .never, .seeAfter: nil
    }
  }
}

extension Explorer<Cost> {
  /// The diagram that is true for the states of a set, all of which are about some variables, in order.
  mutating func diagram(of states: Edge?, _ variables: [Int]) -> Int {
    guard let states else { return DecisionDiagrams.no }
    var known: [[Int]: Int] = [:]
    return diagram(states.node, variables[...], &known)
  }

  private mutating func diagram(
    _ node: Int,
    _ variables: ArraySlice<Int>,
    _ known: inout [[Int]: Int]
  ) -> Int {
    guard let variable = variables.first else { return DecisionDiagrams.yes }
    let key = [node, variable]
    if let result = known[key] { return result }
    var children = [Int](repeating: DecisionDiagrams.no, count: self.variables.width(of: variable))
    if sets.variable(node) == variable {
      for branch in sets.branches(node) {
        children[branch.value] = diagram(branch.edge.node, variables.dropFirst(), &known)
      }
    } else {
      children[0] = diagram(node, variables.dropFirst(), &known)
    }
    let result = conditionDiagrams.diagrams.choice(variable, children)
    known[key] = result
    return result
  }
}
