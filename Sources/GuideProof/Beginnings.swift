import GuideCheck

/// In which states a guide begins.
enum Start {
  /// Nothing was answered or seen before.
  case nothing
  /// Anything can have been answered and seen before that could be, in another guide. Facts in `fixed` can be
  /// only what `truth` allows.
  case anything(fixed: Set<Int>, truth: Int)
  /// Some facts are as a diagram allows, and nothing else was answered or seen.
  case exactly(facts: Set<Int>, truth: Int)
}

extension Explorer<Cost> {
  /// The states in which a guide begins, in the facts that matter.
  ///
  /// *Anything* includes every state in which a session can reach the guide: shared questions and those of the house are not asked,
  /// skipped, or answered in any class, with sums that fit; other guides were seen or not; and so was everything
  /// that other guides show. What only the guide itself asks and shows was not asked or seen.
  mutating func states(at start: Start, of guide: Int) -> Edge? {
    let (facts, fixed, truth): ([Int], Set<Int>, Int)
    switch start {
    case .nothing: return sets.start
    case .anything(let own, let allowed): (facts, fixed, truth) = (slice.kept, own, allowed)
    case .exactly(let own, let allowed): (facts, fixed, truth) = (Array(own), [], allowed)
    }
    var states: Edge? = sets.start
    var tests: [Int] = []
    for fact in facts.sorted(by: >) where slice.isKept[fact] {
      if fact < Variables.watches {
        // Only whether something was seen can be true before the guide begins.
        if fixed.contains(fact) { states = sets.product(states, flag(fact)) }
        continue
      }
      if let test = variables.test(ofFact: fact) {
        let canBeTrue = conditionDiagrams.reading.tests[test].terms.allSatisfy {
          map.canBeAsked($0.question, before: guide)
        }
        if canBeTrue {
          tests.append(test)
          states = sets.product(states, flag(variables.tests[test]))
        }
      } else if let question = variables.question(ofFact: fact) {
        if map.canBeAsked(question, before: guide) {
          states = sets.product(
            states,
            sets.join(sets.start, answers(to: question, isCharged: false))
          )
        }
      } else if map.canBeTrue(fact, before: guide, variables) {
        states = sets.product(states, flag(fact))
      }
    }
    if !tests.isEmpty {
      let related = Set(tests.flatMap { slice.relatedTests[$0] ?? [] }).sorted()
      if let cells = conditionDiagrams.cells(of: related, divided: slice.divided) {
        states = sets.restrict(states, to: cells, conditionDiagrams.diagrams)
      } else {
        result.undividedTests.formUnion(related)
      }
    }
    return sets.restrict(states, to: truth, conditionDiagrams.diagrams)
  }

  private mutating func flag(_ variable: Int) -> Edge? { either(variable, sets.start, sets.start) }
}

extension LibraryMap {
  /// Whether a question can have been asked before a guide begins: a shared question, or one of the house itself.
  func canBeAsked(_ question: QuestionID, before guide: Int) -> Bool {
    guard let step = library[question].step else { return true }
    return guide != 0 && library[step].guide == .house
  }

  /// Whether a guide, a step of the house, or something that is shown, can have been seen before a guide begins.
  func canBeTrue(_ fact: Int, before guide: Int, _ variables: Variables) -> Bool {
    if variables.guides..<variables.steps ~= fact { return fact - variables.guides != guide }
    if variables.steps..<variables.mentions ~= fact {
      // A step of any other guide matters only in that guide, which is gone through once.
      return guide != 0 && library.steps[fact - variables.steps].guide == .house
    }
    guard variables.mentions..<variables.mentions + library.mentions.count ~= fact else {
      return false
    }
    return guidesMentioning[fact - variables.mentions].contains { $0 != guide }
  }
}
