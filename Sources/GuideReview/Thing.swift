import GuideCheck
import GuideEngine

/// Something a person comes across on a walk, by a name that means the same in another edition.
struct Thing: Hashable, Sendable, Comparable {
  /// What it is: `step`, `topic`, `question`, `claim`, `figure`, `subject`, or the name of a list.
  let kind: String
  /// Its name in the scripts; of a line for a list, its words.
  let name: String

  /// Whether it is a line for a list.
  var isListLine: Bool { Passage.List(rawValue: kind) != nil }

  /// Things in the order in which they are told.
  static func < (first: Thing, second: Thing) -> Bool {
    (first.kind, first.name) < (second.kind, second.name)
  }
}

extension Library {
  /// All that a guide itself can show or ask, and how a promise would speak of it; lines for lists have
  /// no name to promise.
  func things(in guide: GuideID) -> [Thing: Sight?] {
    var things: [Thing: Sight?] = [:]
    for step in self[guide].steps { things[thing(step)] = .step(step) }
    for passage in passages where self[passage.step].guide == guide {
      for (thing, sight) in self.things(carriedBy: passage) { things[thing] = sight }
    }
    for case .ask(let question) in instructions(of: guide) {
      things[Thing(kind: "question", name: name(of: question, in: guide))] = .question(question)
    }
    return things
  }

  /// What somebody came across on a walk, as far as it belongs to the guide.
  func things(on state: State, in guide: GuideID) -> Set<Thing> {
    var things: Set<Thing> = []
    for footprint in state.walk {
      switch footprint {
      case .step(let step) where self[step].guide == guide: things.insert(thing(step))
      case .passage(let passage) where self[self[passage].step].guide == guide:
        for (thing, _) in self.things(carriedBy: self[passage]) { things.insert(thing) }
      case .answer(let question):
        things.insert(Thing(kind: "question", name: name(of: question, in: guide)))
      case .guide, .passage, .step: break
      }
    }
    return things
  }

  /// How a question is called in a guide: by its name if it is shared or the guide's own; one of another
  /// guide has that guide's name before it.
  func name(of question: QuestionID, in guide: GuideID) -> String {
    let name = self[question].name
    guard let owner = self[question].step.map({ self[$0].guide }), owner != guide else {
      return name
    }
    return "\(self[owner].name)/\(name)"
  }

  /// The question that is called so in a guide.
  func question(named name: String, in guide: GuideID) -> Question? {
    questions.indices.first { self.name(of: QuestionID($0), in: guide) == name }
      .map { questions[$0] }
  }

  private func thing(_ step: StepID) -> Thing {
    Thing(kind: self[step].isTopic ? "topic" : "step", name: self[step].name)
  }

  private func things(carriedBy passage: Passage) -> [(Thing, Sight?)] {
    var found: [(Thing, Sight?)] = passage.claims.map {
      (Thing(kind: "claim", name: claims[$0].name), .claim($0))
    }
    var subjects = passage.claims.flatMap { claims[$0].about }
    switch passage.kind {
    case .figure(let figure):
      found.append((Thing(kind: "figure", name: figures[figure].name), .figure(figure)))
      subjects += figures[figure].about
    case .listLine(let list):
      found.append((Thing(kind: list.rawValue, name: words(of: passage)), nil))
    default: break
    }
    return found + subjects.map { (Thing(kind: "subject", name: $0), .subject($0)) }
  }

  /// The instructions of the steps of a guide.
  func instructions(of guide: GuideID) -> [Instruction] {
    let entries = steps.map(\.entry).sorted()
    return self[guide].steps.flatMap { step in
      let entry = self[step].entry
      return instructions[entry..<(entries.first { $0 > entry } ?? instructions.count)]
    }
  }
}
