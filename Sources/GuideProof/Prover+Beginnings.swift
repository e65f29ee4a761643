import GuideCheck

extension Prover {
  /// What can be true when a guide begins in some session, of all that its walk reads: guides gone through, what was
  /// seen, and answers.
  mutating func factsBeforeWalk(of guide: Int) -> Set<Int> {
    let variables = explorer.variables
    var read: Set<Int> = []
    for part in map.reached(from: guide) {
      for place in map.subroutines.bodies[part] {
        for clause in library.clauses(at: place) {
          read.formUnion(explorer.conditionDiagrams.facts(readBy: clause.condition))
        }
        switch library.instructions[place] {
        case .ask(let question): read.insert(variables.fact(question))
        case .visit(let entry, _): read.insert(variables.fact(entry))
        case .offer(let menu): read.formUnion(library[menu].entries.map { variables.fact($0) })
        case .begin, .enter, .go, .leave, .say, .test: continue
        }
      }
    }
    return read.filter { fact in
      if let question = variables.question(ofFact: fact) {
        return map.canBeAsked(question, before: guide)
      }
      if let test = variables.test(ofFact: fact) {
        return explorer.conditionDiagrams.reading.tests[test].terms.allSatisfy {
          map.canBeAsked($0.question, before: guide)
        }
      }
      return map.canBeTrue(fact, before: guide, variables)
    }
  }

  /// The diagram that is true for the states, in some facts, in which sessions begin a guide; nil if that is too much
  /// to compute.
  mutating func beginning(of guide: Int, in facts: Set<Int>) -> Int? {
    // What the guide itself does is not before it, because a session goes through it once.
    let own = explorer.variables.guides + guide
    guard let closure = closure(nil, facts.union([own])) else { return nil }
    let inside = closure.inside[library.guides[guide].entry] ?? DecisionDiagrams.no
    let begun = explorer.conditionDiagrams.isSet(own)
    let isNew = explorer.conditionDiagrams.diagrams.opposite(begun)
    let before = explorer.conditionDiagrams.diagrams.either(closure.left, inside)
    return explorer.conditionDiagrams.diagrams.both(before, isNew)
  }
}
