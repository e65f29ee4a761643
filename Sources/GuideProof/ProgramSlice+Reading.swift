import GuideCheck

// What the parts of a slice read and write, and which entries of a menu touch each other for that.
extension ProgramSlice {
  mutating func gather(_ conditionDiagrams: inout ConditionDiagrams) {
    relate()
    reads = [:]
    writes = [:]
    lastReads = [:]
    var readers: [Int: Set<Int>] = [:]
    var last: [Int: [Int: Int]] = [:]
    for part in parts {
      var reads: Set<Int> = []
      var writes: Set<Int> = []
      var own: [Int: Int] = [:]
      var place = next[subroutines.bodies[part].lowerBound]
      let end = subroutines.bodies[part].upperBound
      while place <= end {
        if next[place] == place {
          for fact in facts(readAt: place, &conditionDiagrams) {
            readers[fact, default: []].insert(part)
            reads.insert(fact)
            own[fact] = place
          }
          for fact in facts(writtenAt: place) { writes.insert(fact) }
          for entered in entered(at: place) {
            steps += (self.reads[entered]?.count ?? 0) + (self.writes[entered]?.count ?? 0)
            if isExhausted { return }
            for fact in self.reads[entered] ?? [] { own[fact] = place }
            reads.formUnion(self.reads[entered] ?? [])
            writes.formUnion(self.writes[entered] ?? [])
          }
        }
        place += 1
      }
      self.reads[part] = reads
      self.writes[part] = writes
      last[part] = own
    }
    var readLater: Set<Int> = []
    for (guide, after) in goingOn {
      readLater.formUnion(reads[guide] ?? [])
      for one in [guide] + after { readLater.insert(variables.fact(.guide(GuideID(one)))) }
    }
    for fact in kept {
      let readers = readers[fact] ?? []
      let guides = Set(readers.map { subroutines.guide(of: $0, in: library) })
      lastReads[root, default: [:]][fact] =
        readLater.contains(fact) ? .max : last[root]?[fact] ?? -1
      if guides.count == 1, let guide = guides.first, guide != root, !isSuggestion(fact) {
        lastReads[guide, default: [:]][fact] = last[guide]?[fact] ?? -1
      }
      if readers.count == 1, let part = readers.first, part != root, !isSuggestion(fact) {
        lastReads[part, default: [:]][fact] = last[part]?[fact]
      }
    }
  }

  /// Whether a fact decides which guides the walk can go on with.
  private func isSuggestion(_ fact: Int) -> Bool {
    goingOn.contains { guide, after in
      ([guide] + after).contains { variables.fact(.guide(GuideID($0))) == fact }
    }
  }

  private func facts(readAt place: Int, _ conditionDiagrams: inout ConditionDiagrams) -> [Int] {
    var facts = query.readsAtBegin[place] ?? []
    if let verdict = query.verdict, verdict.place == place { facts += verdict.facts }
    if query.watches[place] != nil || query.verdict?.place == place || query.chargingFlag != nil {
      facts += 0..<Variables.watches
    }
    for watch in query.watches[place] ?? [] {
      facts += conditionDiagrams.diagrams.variables(in: watch.condition)
        .map { variables.fact(of: $0) }
    }
    switch library.instructions[place] {
    case .ask(let question):
      facts.append(variables.fact(question))
      for option in library[question].options {
        if let clause = option.condition {
          facts += conditionDiagrams.facts(readBy: clause.condition)
        }
      }
      // The answer must fit what other answers made true.
      for test in tests(of: question) {
        for related in relatedTests[test] ?? [] {
          facts.append(variables.fact(ofTest: related))
          facts += tests[related].terms.map { variables.fact($0.question) }
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
    case .ask(let question):
      facts.append(variables.fact(question))
      facts += variables.testsOfQuestion[question.index].map { variables.fact(ofTest: $0) }
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

  // MARK: menus

  /// Divides the entries of each menu into groups; returns whether more facts must be kept for it.
  mutating func group() -> Bool {
    var hasGrown = false
    for part in parts {
      let body = subroutines.bodies[part]
      for place in body where next[place] == place {
        guard case .offer(let menu) = library.instructions[place] else { continue }
        let groups = touching(library[menu].entries.filter { isRelevant($0) })
        self.groups[menu.index] = groups
        for group in groups where group.count > 1 {
          hasGrown = keep(group.map { variables.fact($0) }) || hasGrown
        }
      }
    }
    let suggested = goingOn.map { Menu.Entry.guide(GuideID($0.guide)) }.filter { isRelevant($0) }
    goingOnGroups = suggested.isEmpty ? [] : [suggested]
    return hasGrown
  }

  /// The entries in groups: two entries are in one group if one of them reads what the other writes, or if
  /// others connect them.
  private func touching(_ entries: [Menu.Entry]) -> [[Menu.Entry]] {
    var readers: [Int: [Int]] = [:]
    var writers: [Int: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for fact in reads[subroutines[entry]] ?? [] { readers[fact, default: []].append(place) }
      for fact in writes[subroutines[entry]] ?? [] { writers[fact, default: []].append(place) }
    }
    // The first place of each group, found over the places before.
    var first = Array(entries.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while first[place] != place { place = first[place] }
      return place
    }
    for (fact, writing) in writers {
      for place in (readers[fact] ?? []) + (readers[fact] == nil ? [] : writing) {
        let (one, other) = (root(place), root(writing[0]))
        first[max(one, other)] = min(one, other)
      }
    }
    var groups: [Int: [Menu.Entry]] = [:]
    for (place, entry) in entries.enumerated() { groups[root(place), default: []].append(entry) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
