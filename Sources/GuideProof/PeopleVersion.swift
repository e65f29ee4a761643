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
  /// Whether people open every topic, in reading order; otherwise only what must be read.
  package var opensAll = true

  /// A version; the old one has the number 0, and the new one 1.
  package init(_ number: Int, _ library: Library, _ guide: GuideID) {
    self.number = number
    self.guide = guide.index
    var prover = Prover(library)
    let facts = prover.factsBeforeWalk(of: guide.index)
    factsBefore = facts.sorted()
    beginning = facts.isEmpty ? DecisionDiagrams.yes : prover.beginning(of: guide.index, in: facts)
    map = prover.map
    conditions = prover.explorer.conditionDiagrams
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

/// Something that can have been before a person begins a guide, by name, so that it means the same in both versions.
package enum Past: Hashable {
  case guide(String)
  case claim(String)
  case figure(String)
  case subject(String)
  /// The question was asked, and answered or skipped.
  case asked(String)
}

extension PeopleVersion {
  /// A fact that can be true before the guide begins, by name; nil for a fact that follows from answers.
  func past(_ fact: Int, _ name: (QuestionID) -> String) -> Past? {
    let (variables, library) = (conditions.variables, map.library)
    if let question = variables.question(ofFact: fact) { return .asked(name(question)) }
    if variables.test(ofFact: fact) != nil { return nil }
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
