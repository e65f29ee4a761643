package import GuideCheck

/// One version of a guide, and what is needed to walk through it.
package struct PeopleVersion {
  let number: Int
  let map: LibraryMap
  var conditions: ConditionDiagrams
  let guide: Int
  /// The facts that can be true before the guide begins.
  let factsBefore: [Int]
  /// The diagram that is true for the states of these facts in which a session can begin the guide; nil if that could
  /// not be computed.
  let beginning: Int?

  /// Whether the same guides can leave other things seen and asked in the other version.
  let othersDiffer: Bool
  /// The name of a step that means the same in both versions.
  private let stepName: (StepID) -> String

  /// A version; the old one has the number 0, and the new one 1.
  package init(
    _ number: Int,
    _ library: Library,
    _ guide: GuideID,
    othersDiffer: Bool,
    stepName: @escaping (StepID) -> String
  ) {
    self.number = number
    self.stepName = stepName
    self.guide = guide.index
    self.othersDiffer = othersDiffer
    var prover = Prover(library)
    var facts = prover.factsBeforeWalk(of: guide.index)
    // What was seen follows from which guides were gone through, and from the answers.
    let variables = prover.explorer.variables
    let tests = prover.explorer.conditionDiagrams.reading.tests
    for fact in facts {
      for other in prover.map.guidesWriting(fact, variables, tests)
      where other != 0 && other != guide.index {
        facts.insert(variables.guides + other)
      }
    }
    factsBefore = facts.sorted()
    beginning = facts.isEmpty ? DecisionDiagrams.yes : prover.beginning(of: guide.index, in: facts)
    map = prover.map
    conditions = prover.explorer.conditionDiagrams
  }

  /// What people can open in the menus of a walk of the guide, and need not.
  var openings: [Opening] {
    map.reached(from: guide).flatMap { part in
      map.subroutines.bodies[part].flatMap { place -> [Opening] in
        guard case .offer(let menu) = map.library.instructions[place] else { return [] }
        return map.library[menu].entries.compactMap { opening(of: $0, at: place) }
      }
    }
  }

  /// An entry of the menu at a place; nil if it must be read.
  func opening(of entry: Menu.Entry, at place: Int) -> Opening? {
    let library = map.library
    guard case .offer(let menu) = library.instructions[place],
      !library[menu].must.contains(entry)
    else { return nil }
    let name =
      switch entry {
      case .topic(let step): stepName(step)
      case .guide(let guide): library[guide].name
      }
    return Opening(
      menu: stepName(library[menu].step),
      entry: name,
      title: library.title(of: entry)
    )
  }

  /// The questions that a walk of the guide can ask, and those asked before that it reads.
  var questionsOfWalk: [QuestionID] {
    var found: [QuestionID] = []
    for part in map.reached(from: guide) {
      for place in map.subroutines.bodies[part] {
        if case .ask(let question) = map.library.instructions[place], !found.contains(question) {
          found.append(question)
        }
      }
    }
    let before = factsBefore.compactMap { conditions.variables.question(ofFact: $0) }
    return found + before.filter { !found.contains($0) }
  }
}

/// Something that people can open in a menu, or leave, by the names of its step and its own, so that it means the same
/// in both versions.
package struct Opening: Hashable {
  /// The step of the menu.
  let menu: String
  /// The topic or guide.
  let entry: String
  /// What people read in the menu; not a part of the identity.
  package let title: String

  package static func == (first: Opening, second: Opening) -> Bool {
    first.menu == second.menu && first.entry == second.entry
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(menu)
    hasher.combine(entry)
  }
}

/// Something that can have been before a person begins a guide, by name, so that it means the same in both versions.
package enum Past: Hashable {
  case guide(String)
  case claim(String)
  case figure(String)
  case subject(String)
  /// The question was asked, and answered or skipped.
  case asked(String)
  /// Something was seen or asked in one version, of which other guides differ; `asked` if it is a question.
  case differs(version: Int, fact: Int, asked: String?)

  /// The question that was asked.
  package var question: String? {
    switch self {
    case .asked(let name), .differs(_, _, let name?): name
    case .claim, .differs, .figure, .guide, .subject: nil
    }
  }
}

extension PeopleVersion {
  /// A fact that can be true before the guide begins, by name; nil for a fact that follows from answers.
  func past(_ fact: Int, _ name: (QuestionID) -> String) -> Past? {
    let (variables, library) = (conditions.variables, map.library)
    if variables.test(ofFact: fact) != nil { return nil }
    let question = variables.question(ofFact: fact).map(name)
    if othersDiffer, fact >= variables.mentions {
      return .differs(version: number, fact: fact, asked: question)
    }
    if let question { return .asked(question) }
    if fact < variables.steps { return .guide(library.guides[fact - variables.guides].name) }
    guard fact >= variables.mentions else { return nil }
    switch library.mentions[fact - variables.mentions] {
    case .claim(let claim), .said(.claim(let claim)): return .claim(library.claims[claim].name)
    case .figure(let figure): return .figure(library.figures[figure].name)
    case .subject(let subject), .said(.subject(let subject)): return .subject(subject)
    case .equation, .guide, .question, .step: return nil
    }
  }
}
