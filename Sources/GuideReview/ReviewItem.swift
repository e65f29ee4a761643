import GuideCheck
import GuideEngine

/// Something a person sees on a walk, by a name that means the same in another version.
struct ReviewItem: Hashable, Sendable, Comparable {
  /// The kind: `step`, `topic`, `visit`, `question`, `answer`, `claim`, `figure`, `subject`, `text`, `text again`, or
  /// the name of a list.
  let kind: String
  /// Its name in the scripts; for words, the words themselves.
  let name: String

  /// Whether other items can be a part of it.
  var isWhole: Bool { ["question", "step", "topic"].contains(kind) }

  /// The question that an answer is a part of and is told with.
  var whole: String? { kind == "answer" ? name.prefix { $0 != "/" }.description : nil }

  /// The item with what its words are now, if they have changed.
  func reworded(_ reworded: [String: String]) -> ReviewItem {
    let isWords = kind.hasPrefix("text") || Passage.List(rawValue: kind) != nil
    guard isWords, let words = reworded[name] else { return self }
    return ReviewItem(kind: kind, name: words)
  }

  /// The order of items in a report.
  static func < (first: ReviewItem, second: ReviewItem) -> Bool {
    (first.kind, first.name) < (second.kind, second.name)
  }
}

extension Library {
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

  /// What a passage shows that has a name, and the line it has for a list.
  func itemsNamed(in passage: Passage) -> [ReviewItem] {
    if passage.isAside { return [ReviewItem(kind: "aside", name: words(of: passage))] }
    var found = passage.claims.map { ReviewItem(kind: "claim", name: claims[$0].name) }
    var subjects = passage.claims.flatMap { claims[$0].about }
    switch passage.kind {
    case .figure(let figure):
      found.append(ReviewItem(kind: "figure", name: figures[figure].name))
      subjects += figures[figure].about
    case .listLine(let list):
      found.append(ReviewItem(kind: list.rawValue, name: words(of: passage)))
    default: break
    }
    return found + subjects.map { ReviewItem(kind: "subject", name: $0) }
  }

  /// What can be read more than once: a figure, or each of the texts of a passage.
  func itemsRepeated(in passage: Passage) -> [ReviewItem] {
    if case .figure(let figure) = passage.kind {
      return [ReviewItem(kind: "figure", name: figures[figure].name)]
    }
    return texts(of: passage).map { ReviewItem(kind: "text", name: $0) }
  }

  /// The instructions of the steps of a guide.
  func instructions(of guide: GuideID) -> [Instruction] {
    self[guide].steps.flatMap { instructions(of: $0) }
  }

  /// The instructions of a step.
  func instructions(of step: StepID) -> ArraySlice<Instruction> {
    let entry = self[step].entry
    let next = steps.map(\.entry).filter { $0 > entry }.min()
    return instructions[entry..<(next ?? instructions.count)]
  }
}

extension Library {
  /// The step or topic in which an instruction is; nil before the first of its guide.
  func step(at place: Int) -> StepID? {
    steps.indices.filter { steps[$0].entry <= place }.max { steps[$0].entry < steps[$1].entry }
      .map { StepID($0) }
  }
}
