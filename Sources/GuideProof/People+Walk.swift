package import GuideCheck

/// Who reaches each instruction of one version of a guide, started by itself.
package struct PeopleWalk {
  /// By instruction: the people who reach it; for a question, only those who are asked there.
  package fileprivate(set) var reach: [Int: Int] = [:]
  /// By instruction and entry: the people who go through a topic or guide from there.
  package fileprivate(set) var entered: [Int: [Menu.Entry: Int]] = [:]
  /// By question and option: the people to whom it is offered.
  package fileprivate(set) var offered: [QuestionID: [Int: Int]] = [:]

  /// By fact: the people for whom it is true so far.
  fileprivate var facts: [Int: Int] = [:]
  /// By question: the people who were asked it, and whose answer was not offered; it counts as skipped.
  fileprivate var refused: [QuestionID: Int] = [:]
}

extension People {
  /// The people of two versions, whose questions have names that mean the same in both.
  package init(_ versions: [PeopleVersion], named name: (Int, QuestionID) -> String) {
    self.init(
      versions.map(\.conditions),
      versions.map { version in
        version.questionsOfWalk.map { (name(version.number, $0), $0) }
      },
      versions.map { version in
        version.factsBefore.compactMap { fact in
          version.past(fact) { name(version.number, $0) }.map { ($0, fact) }
        }
      },
      versions.flatMap(\.openings)
    )
    // Nobody comes from a guide that only one of the versions has.
    let names = versions.map { Set($0.map.library.guides.map(\.name)) }
    for (variable, past) in pasts.enumerated() {
      if case .guide(let name) = past, !names.allSatisfy({ $0.contains(name) }) {
        restrict(to: diagrams.choice(variable, [DecisionDiagrams.yes, DecisionDiagrams.no]))
      }
    }
    let common = Set(pastVariables[0].values).intersection(pastVariables[1].values)
    let (count, everybody) = (pasts.count, everyone)
    var beginnings: [Int] = []
    for version in versions {
      guard let beginning = version.beginning else {
        isComplete = false
        continue
      }
      var known: [Int: Int] = [:]
      let possible = those(beginning, version, begun(version), &known)
      // Only what can be before in either version can be compared.
      let all = diagrams.both(everybody, possible)
      beginnings.append(
        diagrams.some(all) { $0 < count && !common.contains($0) }
      )
      restrict(to: possible)
    }
    beginsAlike = Set(beginnings).count < 2
  }

  /// A walk in which nothing was asked or seen but what was so before.
  private mutating func begun(_ version: PeopleVersion) -> PeopleWalk {
    var walk = PeopleWalk()
    for (fact, variable) in pastVariables[version.number] {
      walk.facts[fact] = diagrams.choice(variable, [DecisionDiagrams.no, DecisionDiagrams.yes])
    }
    return walk
  }

  /// A part that people are walking through.
  private struct Visit {
    let part: Int
    var waiting: [Int: Int]
    /// What comes next of a menu, and the people in it.
    var menu: (place: Int, entries: [Menu.Entry], people: Int)?
    /// Where those go on who come back from a visit.
    var returns: Int?
  }

  /// Who reaches what in a version.
  package mutating func walk(_ version: inout PeopleVersion) -> PeopleWalk {
    var walk = begun(version)
    let library = version.map.library
    let subroutines = version.map.subroutines
    func started(_ part: Int, _ people: Int) -> Visit {
      Visit(part: part, waiting: [subroutines.bodies[part].lowerBound: people])
    }
    var stack = [started(version.guide, everyone)]
    var ended = DecisionDiagrams.no
    while var visit = stack.popLast(), !diagrams.isExhausted {
      if let place = visit.returns {
        visit.returns = nil
        join(ended, at: place, &visit)
      }
      if let (place, entries, people) = visit.menu {
        visit.menu = nil
        if let entry = entries.first {
          visit.menu = (place, Array(entries.dropFirst()), people)
          stack.append(visit)
          let isSeen = walk.facts[version.conditions.variables.fact(entry)] ?? DecisionDiagrams.no
          let opening = those(opening: entry, at: place, version)
          let fresh = diagrams.both(diagrams.both(people, opening), diagrams.opposite(isSeen))
          if fresh != DecisionDiagrams.no {
            walk.entered[place, default: [:]][entry] = fresh
            stack.append(started(subroutines[entry], fresh))
          }
        } else {
          join(people, at: place + 1, &visit)
          stack.append(visit)
        }
        continue
      }
      guard let place = visit.waiting.keys.min(),
        let people = visit.waiting.removeValue(forKey: place)
      else { continue }
      switch library.instructions[place] {
      case .leave: ended = people
      case .go(let target):
        join(people, at: target, &visit)
        stack.append(visit)
      case .visit(let entry, _):
        let isSeen = walk.facts[version.conditions.variables.fact(entry)] ?? DecisionDiagrams.no
        join(diagrams.both(people, isSeen), at: place + 1, &visit)
        let fresh = diagrams.both(people, diagrams.opposite(isSeen))
        if fresh == DecisionDiagrams.no {
          stack.append(visit)
        } else {
          walk.entered[place, default: [:]][entry] = fresh
          visit.returns = place + 1
          stack.append(visit)
          stack.append(started(subroutines[entry], fresh))
        }
      case .offer(let menu):
        add(people, to: place, &walk)
        visit.menu = (place, library[menu].entries, people)
        stack.append(visit)
      case .test(let clause, let otherwise):
        let (inside, outside) = divided(people, clause, &version, walk)
        join(inside, at: place + 1, &visit)
        join(outside, at: otherwise, &visit)
        stack.append(visit)
      case .ask(let question):
        ask(question, place, people, &version, &walk)
        join(people, at: place + 1, &visit)
        stack.append(visit)
      case .begin, .enter, .say:
        add(people, to: place, &walk)
        mark(place, people, version, &walk)
        join(people, at: place + 1, &visit)
        stack.append(visit)
      }
    }
    return walk
  }

  /// The people who open an entry of the menu at a place, as long as it is offered.
  private mutating func those(
    opening entry: Menu.Entry,
    at place: Int,
    _ version: PeopleVersion
  ) -> Int {
    guard let opening = version.opening(of: entry, at: place),
      let variable = variable(of: opening)
    else { return DecisionDiagrams.yes }
    return diagrams.choice(variable, [DecisionDiagrams.no, DecisionDiagrams.yes])
  }

  private mutating func join(_ people: Int, at place: Int, _ visit: inout Visit) {
    if people == DecisionDiagrams.no { return }
    visit.waiting[place] = diagrams.either(visit.waiting[place] ?? DecisionDiagrams.no, people)
  }

  private mutating func add(_ people: Int, to place: Int, _ walk: inout PeopleWalk) {
    walk.reach[place] = diagrams.either(walk.reach[place] ?? DecisionDiagrams.no, people)
  }

  private mutating func mark(
    _ place: Int,
    _ people: Int,
    _ version: PeopleVersion,
    _ walk: inout PeopleWalk
  ) {
    let variables = version.conditions.variables
    var facts: [Int] = []
    switch version.map.library.instructions[place] {
    case .begin(let guide): facts = [variables.fact(.guide(guide))]
    case .enter(let step): facts = [variables.fact(.topic(step))]
    case .say(let passage):
      facts = version.map.library[passage].mentions.map { variables.fact($0) }
    case .ask, .go, .leave, .offer, .test, .visit: break
    }
    for fact in facts {
      walk.facts[fact] = diagrams.either(walk.facts[fact] ?? DecisionDiagrams.no, people)
    }
  }

  private mutating func divided(
    _ people: Int,
    _ clause: WhenClause,
    _ version: inout PeopleVersion,
    _ walk: PeopleWalk
  ) -> (inside: Int, outside: Int) {
    guard let open = those(for: clause, &version, walk) else {
      isComplete = false
      return (people, people)
    }
    return (diagrams.both(people, open), diagrams.both(people, diagrams.opposite(open)))
  }

  private mutating func ask(
    _ question: QuestionID,
    _ place: Int,
    _ people: Int,
    _ version: inout PeopleVersion,
    _ walk: inout PeopleWalk
  ) {
    let fact = version.conditions.variables.fact(question)
    let isAsked = walk.facts[fact] ?? DecisionDiagrams.no
    let fresh = diagrams.both(people, diagrams.opposite(isAsked))
    add(fresh, to: place, &walk)
    var refused = walk.refused[question] ?? DecisionDiagrams.no
    for (index, option) in version.map.library[question].options.enumerated() {
      var offered = fresh
      if let clause = option.condition {
        guard let open = those(for: clause, &version, walk) else {
          isComplete = false
          continue
        }
        offered = diagrams.both(fresh, open)
        let name = optionNames(of: question, version.number)[index]
        let chosen = those(choosing: name, question, version)
        let not = diagrams.both(diagrams.both(fresh, diagrams.opposite(open)), chosen)
        refused = diagrams.either(refused, not)
      }
      let known = walk.offered[question]?[index] ?? DecisionDiagrams.no
      walk.offered[question, default: [:]][index] = diagrams.either(known, offered)
    }
    walk.refused[question] = refused
    walk.facts[fact] = diagrams.either(isAsked, people)
  }

  // MARK: conditions

  /// The people whose answer to a question is an option, or includes it.
  private mutating func those(
    choosing option: String,
    _ question: QuestionID,
    _ version: PeopleVersion
  ) -> Int {
    guard let place = places[version.number][question] else { return DecisionDiagrams.no }
    let joint = questions[place]
    switch joint.answers {
    case .choice(let options):
      guard let index = options.firstIndex(of: option) else { return DecisionDiagrams.no }
      return diagrams.isAny(joint.variable, of: joint.width) { $0 == index + 2 }
    case .ticks(let options, _):
      guard let index = options.firstIndex(of: option) else { return DecisionDiagrams.no }
      let tick = joint.ticks.lowerBound + index
      return diagrams.choice(tick, [DecisionDiagrams.no, DecisionDiagrams.yes])
    case .numbers, .whole: return DecisionDiagrams.no
    }
  }

  /// The people for whom a `when` or `unless` is met now; nil if that cannot be told exactly.
  private mutating func those(
    for clause: WhenClause,
    _ version: inout PeopleVersion,
    _ walk: PeopleWalk
  ) -> Int? {
    guard let open = version.conditions.isOpen(clause) else { return nil }
    var known: [Int: Int] = [:]
    return those(open, version, walk, &known)
  }

  private mutating func those(
    _ diagram: Int,
    _ version: PeopleVersion,
    _ walk: PeopleWalk,
    _ known: inout [Int: Int]
  ) -> Int {
    let own = version.conditions.diagrams
    if diagram == DecisionDiagrams.no || diagram == DecisionDiagrams.yes { return diagram }
    if let result = known[diagram] { return result }
    let variable = own.variable(diagram)
    var result = DecisionDiagrams.no
    for value in 0..<own.width(diagram) {
      let child = those(own.child(diagram, value), version, walk, &known)
      if child == DecisionDiagrams.no { continue }
      let here = those(with: value, of: variable, version, walk)
      result = diagrams.either(result, diagrams.both(here, child))
    }
    known[diagram] = result
    return result
  }

  /// The people for whom a variable of a version has a value now.
  private mutating func those(
    with value: Int,
    of variable: Int,
    _ version: PeopleVersion,
    _ walk: PeopleWalk
  ) -> Int {
    let variables = version.conditions.variables
    let fact = variables.fact(of: variable)
    if let test = variables.test(ofFact: fact) {
      let holds = those(passing: test, version, walk)
      return value == 1 ? holds : diagrams.opposite(holds)
    }
    let isTrue = walk.facts[fact] ?? DecisionDiagrams.no
    guard let question = variables.question(ofFact: fact) else {
      return value == 1 ? isTrue : diagrams.opposite(isTrue)
    }
    guard let place = places[version.number][question] else {
      // Nobody is asked it.
      return value == 0 ? DecisionDiagrams.yes : DecisionDiagrams.no
    }
    let joint = questions[place]
    let refused = walk.refused[question] ?? DecisionDiagrams.no
    let answered = diagrams.both(isTrue, diagrams.opposite(refused))
    let answer = variables[question]
    if variable != answer.variable {
      let ticked = diagrams.both(
        answered,
        those(ticking: variable - answer.ticks.lowerBound, question, version)
      )
      return value == 1 ? ticked : diagrams.opposite(ticked)
    }
    if value == 0 { return diagrams.opposite(isTrue) }
    if case .unread = version.conditions.classes[question.index] { return isTrue }
    if value == 1 {
      let isSkipped = diagrams.isAny(joint.variable, of: joint.width) { $0 == 1 }
      return diagrams.both(isTrue, diagrams.either(isSkipped, refused))
    }
    return diagrams.both(answered, those(in: value - 2, question, joint, version))
  }

  /// The people whose answer is in a class.
  private mutating func those(
    in number: Int,
    _ question: QuestionID,
    _ joint: JointQuestion,
    _ version: PeopleVersion
  ) -> Int {
    switch (version.conditions.classes[question.index], joint.answers) {
    case (.choice(let sets), .choice(let options)):
      let all = optionNames(of: question, version.number)
      let names = Set(sets[number].places.map { all[$0] })
      return diagrams.isAny(joint.variable, of: joint.width) {
        $0 >= 2 && names.contains(options[$0 - 2])
      }
    case (.numbers(let own, _), .numbers(let ranges, _)):
      return diagrams.isAny(joint.variable, of: joint.width) {
        $0 >= 2 && own[number].contains(ranges[$0 - 2].lowerBound)
      }
    default: return diagrams.isAny(joint.variable, of: joint.width) { $0 >= 2 }
    }
  }

  /// The people who tick one of a set of options that conditions of a version do not tell apart.
  private mutating func those(
    ticking place: Int,
    _ question: QuestionID,
    _ version: PeopleVersion
  ) -> Int {
    guard case .ticks(let sets, let alone) = version.conditions.classes[question.index] else {
      return DecisionDiagrams.no
    }
    var result = DecisionDiagrams.no
    let names = optionNames(of: question, version.number)
    for option in (sets + alone)[place].places {
      result = diagrams.either(result, those(choosing: names[option], question, version))
    }
    return result
  }

  /// The people who were asked all questions of a test, answered them, and for whom it is true.
  private mutating func those(
    passing test: Int,
    _ version: PeopleVersion,
    _ walk: PeopleWalk
  ) -> Int {
    guard let (joint, isOpposite) = testPlaces[version.number][test] else {
      return DecisionDiagrams.no
    }
    var result = diagrams.choice(testVariables[joint], [DecisionDiagrams.no, DecisionDiagrams.yes])
    if isOpposite { result = diagrams.opposite(result) }
    for term in version.conditions.reading.tests[test].terms {
      let fact = version.conditions.variables.fact(term.question)
      result = diagrams.both(result, walk.facts[fact] ?? DecisionDiagrams.no)
      guard let place = places[version.number][term.question] else { return DecisionDiagrams.no }
      let joint = questions[place]
      let isAnswered = diagrams.isAny(joint.variable, of: joint.width) { $0 >= 2 }
      result = diagrams.both(result, isAnswered)
    }
    return result
  }
}
