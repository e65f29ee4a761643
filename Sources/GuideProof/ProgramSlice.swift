import GuideCheck

/// The part of a guide that matters for a query: what the query is about, and what decides whether and
/// with which answers a walk gets there.
///
/// Everything else is skipped. A condition matters only if its two sides lead to different
/// things that matter; an answer, only if a condition that matters reads it. What is left out cannot
/// change the result of the query.
struct ProgramSlice {
  let root: Int
  let query: Query
  /// The parts that a walk from the root can enter, each after those it enters itself.
  let parts: [Int]
  /// For each instruction, the first one at or after it that matters.
  private(set) var next: [Int]
  /// The facts that are kept.
  private(set) var isKept: [Bool]
  /// For each part, the facts that nothing reads after a place in it.
  private(set) var lastReads: [[Int: Int]]
  /// For each part, the facts read and written in it and in the parts it enters.
  private(set) var reads: [Set<Int>]
  private(set) var writes: [Set<Int>]
  /// For each menu, the entries that matter, in groups within which the order may matter.
  private(set) var groups: [Int: [[Menu.Entry]]] = [:]

  private let library: Library
  private let subroutines: Subroutines
  private let variables: Variables
  private let costs: ReadingCosts

  init(
    _ root: Int,
    _ query: Query,
    _ subroutines: Subroutines,
    _ costs: ReadingCosts,
    _ conditionDiagrams: inout ConditionDiagrams
  ) {
    self.root = root
    self.query = query
    self.subroutines = subroutines
    self.costs = costs
    library = conditionDiagrams.library
    variables = conditionDiagrams.variables
    parts = subroutines.reached(from: root, in: library)
    next = Array(0...library.instructions.count)
    isKept = Array(repeating: false, count: variables.factCount)
    reads = []
    writes = []
    lastReads = []
    for watch in 0..<Variables.watches { isKept[watch] = true }
    for fact in query.verdict?.facts ?? [] { isKept[fact] = true }
    for facts in query.readsAtBegin.values { for fact in facts { isKept[fact] = true } }
    repeat {
      while grow(&conditionDiagrams) {}
      gather(&conditionDiagrams)
    } while group()
  }

  /// Whether nothing in a part matters.
  func isEmpty(_ part: Int) -> Bool {
    next[subroutines.bodies[part].lowerBound] == subroutines.bodies[part].upperBound
  }

  // MARK: what matters

  /// Goes through all parts once, backward; returns whether more facts turned out to be read.
  private mutating func grow(_ conditionDiagrams: inout ConditionDiagrams) -> Bool {
    var hasGrown = false
    func keep(_ facts: [Int], _ isKept: inout [Bool]) {
      for fact in facts where !isKept[fact] {
        isKept[fact] = true
        hasGrown = true
      }
    }
    for part in parts {
      let body = subroutines.bodies[part]
      let looksAtAll = query.looksAtAll && subroutines.guide(of: part, in: library) == root
      next[body.upperBound] = body.upperBound
      for place in stride(from: body.upperBound - 1, through: body.lowerBound, by: -1) {
        var matters = query.watches[place] != nil || query.readsAtBegin[place] != nil
        switch library.instructions[place] {
        case .begin(let guide): matters = matters || isKept[variables.fact(.guide(guide))]
        case .enter(let step):
          matters = matters || looksAtAll || isKept[variables.fact(.topic(step))]
        case .say(let passage):
          matters = matters || library[passage].mentions.contains { isKept[variables.fact($0)] }
        case .ask(let question):
          let fact = variables.fact(question)
          matters = matters || isKept[fact] || looksAtAll && !library[question].isUnguarded
          matters = matters || query.counts && conditionDiagrams.classes[question.index].count > 0
          if matters || cost(of: place) != 0 {
            let isShared = library[question].step == nil
            let isCheck = query.charge == .time && library[question].isCheck
            if isShared || isCheck || query.counts { keep([fact], &isKept) }
            for option in library[question].options {
              if let clause = option.condition, isKept[fact] || looksAtAll {
                keep(conditionDiagrams.facts(readBy: clause.condition), &isKept)
              }
            }
          }
        case .offer(let menu):
          let entries = library[menu].entries
          matters = matters || entries.contains { isRelevant($0) }
          if query.counts { keep([variables.fact(menu)], &isKept) }
          for entry in entries where isRelevant(entry) {
            if subroutines.entryCounts[subroutines[entry]] > 1 {
              keep([variables.fact(entry)], &isKept)
            }
          }
        case .visit(let entry, _):
          matters = matters || isRelevant(entry)
          if matters || cost(of: place) != 0, subroutines.entryCounts[subroutines[entry]] > 1 {
            keep([variables.fact(entry)], &isKept)
          }
        case .test(let clause, let otherwise):
          if looksAtAll || next[place + 1] != next[otherwise] {
            matters = true
            if conditionDiagrams.truth(of: clause.condition) != nil {
              keep(conditionDiagrams.facts(readBy: clause.condition), &isKept)
            }
          }
        case .go(let target):
          next[place] = next[target]
          continue
        case .leave: matters = true
        }
        next[place] = matters || cost(of: place) != 0 ? place : next[place + 1]
      }
    }
    return hasGrown
  }

  /// Whether it matters that an entry of a menu is opened, or that a place is visited.
  func isRelevant(_ entry: Menu.Entry) -> Bool {
    if query.counts || query.charge != .nothing { return true }
    return isKept[variables.fact(entry)] || !isEmpty(subroutines[entry])
  }

  /// The cost of reaching an instruction.
  func cost(of place: Int) -> Int {
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

  // MARK: what is read and written

  private mutating func gather(_ conditionDiagrams: inout ConditionDiagrams) {
    reads = Array(repeating: [], count: subroutines.bodies.count)
    writes = reads
    lastReads = Array(repeating: [:], count: subroutines.bodies.count)
    var readers: [Int: Set<Int>] = [:]
    var last: [[Int: Int]] = Array(repeating: [:], count: subroutines.bodies.count)
    for part in parts {
      let body = subroutines.bodies[part]
      for place in body where next[place] == place {
        for fact in facts(readAt: place, &conditionDiagrams) {
          readers[fact, default: []].insert(part)
          reads[part].insert(fact)
          last[part][fact] = place
        }
        for fact in facts(writtenAt: place) { writes[part].insert(fact) }
        for entered in entered(at: place) {
          for fact in reads[entered] { last[part][fact] = place }
          reads[part].formUnion(reads[entered])
          writes[part].formUnion(writes[entered])
        }
      }
    }
    let facts = isKept.indices.filter { isKept[$0] }
    for fact in facts {
      let readers = readers[fact] ?? []
      let guides = Set(readers.map { subroutines.guide(of: $0, in: library) })
      lastReads[root][fact] = last[root][fact] ?? -1
      if guides.count == 1, let guide = guides.first, parts.contains(guide) {
        lastReads[guide][fact] = last[guide][fact] ?? -1
      }
      if readers.count == 1, let part = readers.first { lastReads[part][fact] = last[part][fact] }
    }
  }

  private func facts(readAt place: Int, _ conditionDiagrams: inout ConditionDiagrams) -> [Int] {
    var facts = query.readsAtBegin[place] ?? []
    if let verdict = query.verdict, verdict.place == place { facts += verdict.facts }
    if query.watches[place] != nil || query.verdict?.place == place {
      facts += 0..<Variables.watches
    }
    switch library.instructions[place] {
    case .ask(let question):
      facts.append(variables.fact(question))
      for option in library[question].options {
        if let clause = option.condition {
          facts += conditionDiagrams.facts(readBy: clause.condition)
        }
      }
    case .test(let clause, _): facts += conditionDiagrams.facts(readBy: clause.condition)
    case .visit(let entry, _): facts.append(variables.fact(entry))
    case .offer(let menu):
      facts.append(variables.fact(menu))
      facts += library[menu].entries.map { variables.fact($0) }
    case .begin, .enter, .go, .leave, .say: break
    }
    return facts.filter { isKept[$0] }
  }

  private func facts(writtenAt place: Int) -> [Int] {
    var facts = (query.watches[place] ?? []).map(\.flag)
    switch library.instructions[place] {
    case .begin(let guide): facts.append(variables.fact(.guide(guide)))
    case .enter(let step): facts.append(variables.fact(.topic(step)))
    case .say(let passage): facts += library[passage].mentions.map { variables.fact($0) }
    case .ask(let question): facts.append(variables.fact(question))
    case .go, .leave, .offer, .test, .visit: break
    }
    return facts.filter { isKept[$0] }
  }

  private func entered(at place: Int) -> [Int] {
    switch library.instructions[place] {
    case .visit(let entry, _): [subroutines[entry]]
    case .offer(let menu): library[menu].entries.map { subroutines[$0] }
    default: []
    }
  }

  /// For each variable, the place in a part after which nothing reads it.
  func lastReads(in part: Int) -> [Int] {
    (0..<variables.count).map { variable in
      let fact = variables.fact(of: variable)
      return isKept[fact] ? lastReads[part][fact] ?? .max : -2
    }
  }

  // MARK: menus

  /// Divides the entries of each menu into groups; returns whether more facts must be kept for it.
  private mutating func group() -> Bool {
    var hasGrown = false
    for part in parts {
      for place in subroutines.bodies[part] where next[place] == place {
        guard case .offer(let menu) = library.instructions[place] else { continue }
        let groups = touching(library[menu].entries.filter { isRelevant($0) })
        self.groups[menu.index] = groups
        for group in groups where group.count > 1 {
          for fact in group.map({ variables.fact($0) }) where !isKept[fact] {
            isKept[fact] = true
            hasGrown = true
          }
        }
      }
    }
    return hasGrown
  }

  /// The entries in groups: two entries are in one group if one of them reads what the other writes.
  private func touching(_ entries: [Menu.Entry]) -> [[Menu.Entry]] {
    var groups: [[Menu.Entry]] = []
    for entry in entries {
      let part = subroutines[entry]
      let isTouched = groups.map { group in
        group.contains { other in
          !reads[subroutines[other]].isDisjoint(with: writes[part])
            || !reads[part].isDisjoint(with: writes[subroutines[other]])
        }
      }
      let touched = zip(groups, isTouched).filter(\.1).flatMap(\.0)
      groups = zip(groups, isTouched).filter { !$0.1 }.map(\.0) + [touched + [entry]]
    }
    return groups
  }
}
