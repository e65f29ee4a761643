import GuideCheck

/// The part of a guide that matters for one purpose: what it must look at, and what decides whether and
/// with which answers a walk comes there.
///
/// Everything else is stepped over. A condition matters only if its two sides come to different
/// things that matter; an answer, only if a condition that matters reads it. What is left out can change
/// nothing that is asked for.
struct Slice {
  let root: Int
  let purpose: Purpose
  /// The parts a walk from the root can enter, each behind those it enters itself.
  let parts: [Int]
  /// For each instruction, the first one at or behind it that matters.
  private(set) var next: [Int]
  /// The facts that are kept.
  private(set) var isKept: [Bool]
  /// For each part, the facts nobody reads any more behind a place in it.
  private(set) var lastReads: [[Int: Int]]
  /// For each part, the facts read and written in it and in what it enters.
  private(set) var reads: [Set<Int>]
  private(set) var writes: [Set<Int>]
  /// For each menu, the entries that matter, in groups within which the order may matter.
  private(set) var groups: [Int: [[Menu.Entry]]] = [:]

  private let library: Library
  private let procedures: Procedures
  private let variables: Variables
  private let prices: Prices

  init(
    _ root: Int,
    _ purpose: Purpose,
    _ procedures: Procedures,
    _ prices: Prices,
    _ truths: inout Truths
  ) {
    self.root = root
    self.purpose = purpose
    self.procedures = procedures
    self.prices = prices
    library = truths.library
    variables = truths.variables
    parts = procedures.reached(from: root, in: library)
    next = Array(0...library.instructions.count)
    isKept = Array(repeating: false, count: variables.factCount)
    reads = []
    writes = []
    lastReads = []
    for watch in 0..<Variables.watches { isKept[watch] = true }
    for fact in purpose.verdict?.facts ?? [] { isKept[fact] = true }
    for facts in purpose.readsAtBegin.values { for fact in facts { isKept[fact] = true } }
    repeat {
      while grow(&truths) {}
      gather(&truths)
    } while group()
  }

  /// Whether nothing in a part matters.
  func isEmpty(_ part: Int) -> Bool {
    next[procedures.bodies[part].lowerBound] == procedures.bodies[part].upperBound
  }

  // MARK: what matters

  /// Goes through all parts once, backwards; returns whether more facts turned out to be read.
  private mutating func grow(_ truths: inout Truths) -> Bool {
    var hasGrown = false
    func keep(_ facts: [Int], _ isKept: inout [Bool]) {
      for fact in facts where !isKept[fact] {
        isKept[fact] = true
        hasGrown = true
      }
    }
    for part in parts {
      let body = procedures.bodies[part]
      let looksAtAll = purpose.looksAtAll && procedures.guide(of: part, in: library) == root
      next[body.upperBound] = body.upperBound
      for place in stride(from: body.upperBound - 1, through: body.lowerBound, by: -1) {
        var matters = purpose.watches[place] != nil || purpose.readsAtBegin[place] != nil
        switch library.instructions[place] {
        case .begin(let guide): matters = matters || isKept[variables.fact(.guide(guide))]
        case .enter(let step):
          matters = matters || looksAtAll || isKept[variables.fact(.topic(step))]
        case .say(let passage):
          matters = matters || library[passage].sights.contains { isKept[variables.fact($0)] }
        case .ask(let question):
          let fact = variables.fact(question)
          matters = matters || isKept[fact] || looksAtAll && !library[question].isUnguarded
          matters = matters || purpose.counts && truths.classes[question.index].count > 0
          if matters || price(of: place) != 0 {
            let isShared = library[question].step == nil
            let isCheck = purpose.charge == .time && library[question].again != nil
            if isShared || isCheck || purpose.counts { keep([fact], &isKept) }
            for option in library[question].options {
              if let gate = option.condition, isKept[fact] || looksAtAll {
                keep(truths.facts(readBy: gate.condition), &isKept)
              }
            }
          }
        case .offer(let menu):
          let entries = library[menu].entries
          matters = matters || entries.contains { isRelevant($0) }
          if purpose.counts { keep([variables.fact(menu)], &isKept) }
          for entry in entries where isRelevant(entry) {
            if procedures.doors[procedures[entry]] > 1 { keep([variables.fact(entry)], &isKept) }
          }
        case .visit(let entry, _):
          matters = matters || isRelevant(entry)
          if matters || price(of: place) != 0, procedures.doors[procedures[entry]] > 1 {
            keep([variables.fact(entry)], &isKept)
          }
        case .test(let gate, let otherwise):
          if looksAtAll || next[place + 1] != next[otherwise] {
            matters = true
            if truths.truth(of: gate.condition) != nil {
              keep(truths.facts(readBy: gate.condition), &isKept)
            }
          }
        case .go(let target):
          next[place] = next[target]
          continue
        case .leave: matters = true
        }
        next[place] = matters || price(of: place) != 0 ? place : next[place + 1]
      }
    }
    return hasGrown
  }

  /// Whether it matters that an entry of a menu is opened, or that a place is visited.
  func isRelevant(_ entry: Menu.Entry) -> Bool {
    if purpose.counts || purpose.charge != .nothing { return true }
    return isKept[variables.fact(entry)] || !isEmpty(procedures[entry])
  }

  /// What coming to an instruction is charged.
  func price(of place: Int) -> Int {
    let price = prices.price(of: place, purpose.charge)
    return purpose.isDearest ? -price : price
  }

  /// What the second try of a teach-back is charged.
  func priceOfRetry(_ question: QuestionID) -> Int {
    let price = prices.priceOfRetry(question, purpose.charge)
    return purpose.isDearest ? -price : price
  }

  // MARK: what is read and written

  private mutating func gather(_ truths: inout Truths) {
    reads = Array(repeating: [], count: procedures.bodies.count)
    writes = reads
    lastReads = Array(repeating: [:], count: procedures.bodies.count)
    var readers: [Int: Set<Int>] = [:]
    var last: [[Int: Int]] = Array(repeating: [:], count: procedures.bodies.count)
    for part in parts {
      let body = procedures.bodies[part]
      for place in body where next[place] == place {
        for fact in facts(readAt: place, &truths) {
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
      let guides = Set(readers.map { procedures.guide(of: $0, in: library) })
      lastReads[root][fact] = last[root][fact] ?? -1
      if guides.count == 1, let guide = guides.first, parts.contains(guide) {
        lastReads[guide][fact] = last[guide][fact] ?? -1
      }
      if readers.count == 1, let part = readers.first { lastReads[part][fact] = last[part][fact] }
    }
  }

  private func facts(readAt place: Int, _ truths: inout Truths) -> [Int] {
    var facts = purpose.readsAtBegin[place] ?? []
    if let verdict = purpose.verdict, verdict.place == place { facts += verdict.facts }
    if purpose.watches[place] != nil || purpose.verdict?.place == place {
      facts += 0..<Variables.watches
    }
    switch library.instructions[place] {
    case .ask(let question):
      facts.append(variables.fact(question))
      for option in library[question].options {
        if let gate = option.condition { facts += truths.facts(readBy: gate.condition) }
      }
    case .test(let gate, _): facts += truths.facts(readBy: gate.condition)
    case .visit(let entry, _): facts.append(variables.fact(entry))
    case .offer(let menu):
      facts.append(variables.fact(menu))
      facts += library[menu].entries.map { variables.fact($0) }
    case .begin, .enter, .go, .leave, .say: break
    }
    return facts.filter { isKept[$0] }
  }

  private func facts(writtenAt place: Int) -> [Int] {
    var facts = (purpose.watches[place] ?? []).map(\.flag)
    switch library.instructions[place] {
    case .begin(let guide): facts.append(variables.fact(.guide(guide)))
    case .enter(let step): facts.append(variables.fact(.topic(step)))
    case .say(let passage): facts += library[passage].sights.map { variables.fact($0) }
    case .ask(let question): facts.append(variables.fact(question))
    case .go, .leave, .offer, .test, .visit: break
    }
    return facts.filter { isKept[$0] }
  }

  private func entered(at place: Int) -> [Int] {
    switch library.instructions[place] {
    case .visit(let entry, _): [procedures[entry]]
    case .offer(let menu): library[menu].entries.map { procedures[$0] }
    default: []
    }
  }

  /// For each variable, the place of a part behind which nobody reads it any more.
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
      for place in procedures.bodies[part] where next[place] == place {
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

  /// Entries in groups: two of which one reads what the other writes are in one.
  private func touching(_ entries: [Menu.Entry]) -> [[Menu.Entry]] {
    var groups: [[Menu.Entry]] = []
    for entry in entries {
      let part = procedures[entry]
      let isTouched = groups.map { group in
        group.contains { other in
          !reads[procedures[other]].isDisjoint(with: writes[part])
            || !reads[part].isDisjoint(with: writes[procedures[other]])
        }
      }
      let touched = zip(groups, isTouched).filter(\.1).flatMap(\.0)
      groups = zip(groups, isTouched).filter { !$0.1 }.map(\.0) + [touched + [entry]]
    }
    return groups
  }
}
