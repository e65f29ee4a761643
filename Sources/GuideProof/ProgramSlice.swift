import GuideCheck

/// The part of a library that matters for a query: what the query is about, and what decides whether and
/// with which answers a walk gets there.
///
/// Everything else is skipped. A condition matters only if its two sides lead to different
/// things that matter; an answer, only if a condition that matters reads it. What is left out cannot
/// change the result of the query.
struct ProgramSlice {
  let root: Int
  let query: Query
  /// The parts that matter among those that a walk from the root can enter, each after those it enters itself.
  private(set) var parts: [Int] = []
  /// The guides that a walk can go on with after the root has ended, and the guides that suggest each.
  let goingOn: [(guide: Int, after: [Int])]
  /// For each instruction, the first one at or after it that matters.
  private(set) var next: PlaceTable
  /// The facts that are kept.
  private(set) var isKept: [Bool]
  private(set) var kept: [Int] = []
  /// The questions of which a condition that matters reads more than whether they were answered.
  private(set) var divided: Set<QuestionID> = []
  /// For each part, the facts that nothing reads after a place in it.
  var lastReads: [Int: [Int: Int]] = [:]
  /// For each part, the facts read and written in it and in the parts it enters.
  var reads: [Int: Set<Int>] = [:]
  var writes: [Int: Set<Int>] = [:]
  /// For each menu, the entries that matter, in groups within which the order may matter.
  var groups: [Int: [[Menu.Entry]]] = [:]
  /// The same for the guides that the walk can go on with.
  var goingOnGroups: [[Menu.Entry]] = []
  /// For each kept test of a sum, the kept tests that depend on the same answers, directly or through others.
  private(set) var relatedTests: [Int: [Int]] = [:]

  let map: LibraryMap
  let variables: Variables
  let tests: [SumTest]
  /// All parts that a walk from the root can enter.
  private let reachedParts: [Int]
  /// For each guide, whether anything in it can matter.
  private var isActive: [Bool]
  /// The work it took to find out what matters, in about the steps of an exploration.
  var steps = 0
  private let mostSteps: Int
  /// Whether that was too much; then what was found means nothing.
  var isExhausted: Bool { steps > mostSteps }

  var library: Library { map.library }
  var subroutines: Subroutines { map.subroutines }
  private var costs: ReadingCosts { map.costs }

  init(
    _ root: Int,
    _ query: Query,
    _ map: LibraryMap,
    _ conditionDiagrams: inout ConditionDiagrams,
    within mostSteps: Int = .max
  ) {
    self.mostSteps = mostSteps
    self.root = root
    self.query = query
    self.map = map
    variables = conditionDiagrams.variables
    tests = conditionDiagrams.reading.tests
    goingOn = query.goesOn ? map.library.suggestions(after: root, map.subroutines) : []
    reachedParts = Self.reached(from: root, goingOn.map(\.guide), map)
    next = PlaceTable(map.subroutines)
    isKept = Array(repeating: false, count: variables.factCount)
    isActive = Array(repeating: false, count: map.library.guides.count)
    activate(root)
    let places = [query.watches.keys.map { $0 }, query.readsAtBegin.keys.map { $0 }].joined()
    for place in places { activate(map.subroutines.guides[place]) }
    if let verdict = query.verdict { activate(map.subroutines.guides[verdict.place]) }
    if !query.examined.isEmpty { activate(query.examined.guide) }
    if query.counts || query.charge != .nothing {
      for part in reachedParts { activate(map.subroutines.guide(of: part, in: map.library)) }
    }
    for watch in 0..<Variables.watches { keep(watch) }
    for facts in [query.verdict?.facts ?? []] + Array(query.readsAtBegin.values) {
      for fact in facts {
        keep(fact)
        if let question = variables.question(ofFact: fact) { divided.insert(question) }
      }
    }
    repeat {
      while grow(&conditionDiagrams) {}
      gather(&conditionDiagrams)
    } while group() && !isExhausted
  }

  private static func reached(from root: Int, _ later: [Int], _ map: LibraryMap) -> [Int] {
    if later.isEmpty { return map.reached(from: root) }
    // The guides that the walk goes on with come after the root.
    var parts: [Int] = []
    var visited: Set<Int> = [root]
    for guide in later {
      for part in map.reached(from: guide) where visited.insert(part).inserted {
        parts.append(part)
      }
    }
    for part in map.reached(from: root) where part == root || visited.insert(part).inserted {
      parts.append(part)
    }
    return parts
  }

  /// Lets a guide matter, because something in it can, and with it those that lead to it.
  private mutating func activate(_ guide: Int) {
    if isActive[guide] { return }
    for reaching in map.guidesReaching[guide] where !isActive[reaching] {
      isActive[reaching] = true
      next.add(reaching)
    }
  }

  /// Whether nothing in a part matters.
  func isEmpty(_ part: Int) -> Bool {
    if !isActive[subroutines.guides[subroutines.bodies[part].lowerBound]] { return true }
    return next[subroutines.bodies[part].lowerBound] == subroutines.bodies[part].upperBound
  }

  // MARK: what matters

  /// Keeps a fact; returns whether it was not kept before.
  @discardableResult private mutating func keep(_ fact: Int) -> Bool {
    if isKept[fact] { return false }
    isKept[fact] = true
    kept.append(fact)
    for guide in map.guidesWriting(fact, variables, tests) { activate(guide) }
    if let test = variables.test(ofFact: fact) {
      for term in tests[test].terms { keep(variables.fact(term.question)) }
    }
    return true
  }

  mutating func keep(_ facts: [Int]) -> Bool {
    var hasGrown = false
    for fact in facts where keep(fact) { hasGrown = true }
    return hasGrown
  }

  private mutating func keep(
    condition: Int,
    _ conditionDiagrams: inout ConditionDiagrams
  ) -> Bool {
    divided.formUnion(conditionDiagrams.questionsDivided(by: condition))
    return keep(conditionDiagrams.facts(readBy: condition))
  }

  /// Goes through all parts once, backward; returns whether more facts turned out to be read.
  private mutating func grow(_ conditionDiagrams: inout ConditionDiagrams) -> Bool {
    var hasGrown = false
    parts = reachedParts.filter {
      isActive[subroutines.guides[subroutines.bodies[$0].lowerBound]]
    }
    for part in parts {
      let body = subroutines.bodies[part]
      steps += body.count
      if isExhausted { return false }
      next[body.upperBound] = body.upperBound
      for place in stride(from: body.upperBound - 1, through: body.lowerBound, by: -1) {
        if case .go(let target) = library.instructions[place] {
          next[place] = next[target]
          continue
        }
        let matters = matters(place, &hasGrown, &conditionDiagrams)
        next[place] = matters || cost(of: place) != 0 ? place : next[place + 1]
      }
    }
    for (guide, after) in goingOn where isRelevant(.guide(GuideID(guide))) {
      let facts = ([guide] + after).map { variables.fact(.guide(GuideID($0))) }
      if keep(facts) { hasGrown = true }
    }
    return hasGrown
  }

  private mutating func matters(
    _ place: Int,
    _ hasGrown: inout Bool,
    _ conditionDiagrams: inout ConditionDiagrams
  ) -> Bool {
    var matters = query.watches[place] != nil || query.readsAtBegin[place] != nil
    switch library.instructions[place] {
    case .begin(let guide): matters = matters || isKept[variables.fact(.guide(guide))]
    case .enter(let step):
      matters =
        matters || query.examined.steps.contains(step.index)
        || isKept[variables.fact(.topic(step))]
    case .say(let passage):
      matters = matters || library[passage].mentions.contains { isKept[variables.fact($0)] }
    case .ask(let question):
      let fact = variables.fact(question)
      let isExamined = isExamined(question)
      matters = matters || isKept[fact] || isExamined
      matters = matters || query.counts && conditionDiagrams.classes[question.index].count > 0
      if matters || cost(of: place) != 0 {
        let isShared = library[question].step == nil
        let isCheck = query.charge == .time && library[question].isCheck
        if isShared || isCheck || query.counts { hasGrown = keep(fact) || hasGrown }
        if query.counts {
          // Every cell is a path of its own.
          divided.insert(question)
          let tests = variables.testsOfQuestion[question.index].map { variables.fact(ofTest: $0) }
          hasGrown = keep(tests) || hasGrown
        }
        for option in library[question].options {
          if let clause = option.condition, isKept[fact] || isExamined {
            hasGrown = keep(condition: clause.condition, &conditionDiagrams) || hasGrown
          }
        }
      }
    case .offer(let menu):
      let entries = library[menu].entries
      matters = matters || entries.contains { isRelevant($0) }
      if query.counts { hasGrown = keep(variables.fact(menu)) || hasGrown }
      for entry in entries where isRelevant(entry) {
        if entersOften(entry) { hasGrown = keep(variables.fact(entry)) || hasGrown }
      }
    case .visit(let entry, _):
      matters = matters || isRelevant(entry)
      if matters || cost(of: place) != 0, entersOften(entry) {
        hasGrown = keep(variables.fact(entry)) || hasGrown
      }
    case .test(let clause, let otherwise):
      if query.examined.conditions.contains(clause.condition)
        || next[place + 1] != next[otherwise]
      {
        matters = true
        if conditionDiagrams.truth(of: clause.condition) != nil {
          hasGrown = keep(condition: clause.condition, &conditionDiagrams) || hasGrown
        }
      }
    case .go: break
    case .leave: matters = true
    }
    return matters
  }

  private func isExamined(_ question: QuestionID) -> Bool {
    library[question].options.contains {
      $0.condition.map { query.examined.conditions.contains($0.condition) } ?? false
    }
  }

  /// Whether an entry can be entered from several places, so that it matters if it was.
  private func entersOften(_ entry: Menu.Entry) -> Bool {
    if subroutines.entryCounts[subroutines[entry]] > 1 { return true }
    guard case .guide(let guide) = entry else { return false }
    // What begins a session, or is suggested after it, can be visited besides.
    if query.hasPast, map.canBeApart[guide.index] { return true }
    return guide.index == root || goingOn.contains { $0.guide == guide.index }
  }

  /// Whether it matters that an entry of a menu is opened, or that a place is visited.
  func isRelevant(_ entry: Menu.Entry) -> Bool {
    if query.counts || query.charge != .nothing { return true }
    return isKept[variables.fact(entry)] || !isEmpty(subroutines[entry])
  }

  /// The cost of reaching an instruction.
  func cost(of place: Int) -> Int {
    if query.charge == .nothing { return 0 }
    let cost = costs.cost(of: place, query.charge, isDearest: query.isDearest)
    var answer = 0
    if query.charge == .time, case .ask(let question) = library.instructions[place],
      !isKept[variables.fact(question)]
    {
      answer = charged(costs.answers[question.index].any)
    }
    return (query.isDearest ? -cost : cost) + answer
  }

  /// What a cost that is a range counts: the least, or the most as a negative number.
  func charged(_ range: ClosedRange<Int>) -> Int {
    guard query.charge == .time else { return 0 }
    return query.isDearest ? -range.upperBound : range.lowerBound
  }

  /// The cost of the second try of a teach-back.
  func priceOfRetry(_ question: QuestionID) -> Int {
    let cost = costs.priceOfRetry(question, query.charge)
    return query.isDearest ? -cost : cost
  }

  // MARK: sums

  /// The kept tests of sums in which a question is.
  func tests(of question: QuestionID) -> [Int] {
    variables.testsOfQuestion[question.index].filter { isKept[variables.fact(ofTest: $0)] }
  }

  /// For each kept test, those it is related to.
  mutating func relate() {
    relatedTests = [:]
    let kept = kept.compactMap { variables.test(ofFact: $0) }.sorted()
    for test in kept where relatedTests[test] == nil {
      var found: Set<Int> = [test]
      var pending = [test]
      while let next = pending.popLast() {
        for term in tests[next].terms {
          for other in self.tests(of: term.question) where found.insert(other).inserted {
            pending.append(other)
          }
        }
      }
      let sorted = found.sorted()
      for one in sorted { relatedTests[one] = sorted }
    }
  }
}
