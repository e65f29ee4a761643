import GuideCheck
import GuideEngine

/// Something a person sees on a walk, by a name that means the same in another version.
struct ReviewItem: Hashable, Sendable, Comparable {
  /// The kind: `step`, `topic`, `question`, `claim`, `figure`, `subject`, or the name of a list.
  let kind: String
  /// Its name in the scripts; for a line for a list, its words.
  let name: String

  /// Whether it is a line for a list.
  var isListLine: Bool { Passage.List(rawValue: kind) != nil }

  /// The order of items in a report.
  static func < (first: ReviewItem, second: ReviewItem) -> Bool {
    (first.kind, first.name) < (second.kind, second.name)
  }
}

extension Library {
  /// Everything that a guide itself can show or ask, and how a promise would refer to it; lines for lists
  /// have no name for a promise.
  func items(in guide: GuideID) -> [ReviewItem: Mention?] {
    var items: [ReviewItem: Mention?] = [:]
    for step in self[guide].steps { items[item(step)] = .step(step) }
    for passage in passages where self[passage.step].guide == guide {
      for (item, mention) in self.items(carriedBy: passage) { items[item] = mention }
    }
    for case .ask(let question) in instructions(of: guide) {
      items[ReviewItem(kind: "question", name: name(of: question, in: guide))] = .question(question)
    }
    return items
  }

  /// What a person saw on a walk, as far as it belongs to the guide.
  func items(on state: State, in guide: GuideID) -> Set<ReviewItem> {
    var items: Set<ReviewItem> = []
    for footprint in state.walk {
      switch footprint {
      case .step(let step) where self[step].guide == guide: items.insert(item(step))
      case .passage(let passage) where self[self[passage].step].guide == guide:
        for (item, _) in self.items(carriedBy: self[passage]) { items.insert(item) }
      case .answer(let question):
        items.insert(ReviewItem(kind: "question", name: name(of: question, in: guide)))
      case .guide, .passage, .step: break
      }
    }
    return items
  }

  /// The name of a question in a guide: just its name if it is shared or belongs to the guide; a question of
  /// another guide has that guide's name before it.
  func name(of question: QuestionID, in guide: GuideID) -> String {
    let name = self[question].name
    guard let owner = self[question].step.map({ self[$0].guide }), owner != guide else {
      return name
    }
    return "\(self[owner].name)/\(name)"
  }

  /// The question with this name in a guide.
  func question(named name: String, in guide: GuideID) -> Question? {
    questions.indices.first { self.name(of: QuestionID($0), in: guide) == name }
      .map { questions[$0] }
  }

  private func item(_ step: StepID) -> ReviewItem {
    ReviewItem(kind: self[step].isTopic ? "topic" : "step", name: self[step].name)
  }

  private func items(carriedBy passage: Passage) -> [(ReviewItem, Mention?)] {
    var found: [(ReviewItem, Mention?)] = passage.claims.map {
      (ReviewItem(kind: "claim", name: claims[$0].name), .claim($0))
    }
    var subjects = passage.claims.flatMap { claims[$0].about }
    switch passage.kind {
    case .figure(let figure):
      found.append((ReviewItem(kind: "figure", name: figures[figure].name), .figure(figure)))
      subjects += figures[figure].about
    case .listLine(let list):
      found.append((ReviewItem(kind: list.rawValue, name: words(of: passage)), nil))
    default: break
    }
    return found + subjects.map { (ReviewItem(kind: "subject", name: $0), .subject($0)) }
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
