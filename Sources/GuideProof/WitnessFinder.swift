public import GuideCheck
public import GuideEngine

/// Finds conversations that cover a coverage item.
public struct WitnessFinder: ~Copyable {
  private var prover: Prover

  /// Creates a finder for the guides of a library.
  public init(_ library: Library) { prover = Prover(library) }

  /// A conversation that covers an item: the shortest or, if more items are wanted, one that
  /// also covers those on its way.
  ///
  /// It begins with the guide of the item, if that leads there, otherwise with another, and goes on to
  /// the end.
  ///
  /// - Returns: The conversation; nil if no walk covers the item, or if none could be run.
  public mutating func witness(
    taking coverageItem: CoverageItem,
    wishing wishes: Set<CoverageItem> = []
  ) -> Witness? {
    let library = prover.library
    let goal = Goal(coverageItem, &prover.explorer.conditionDiagrams)
    for root in roots(of: goal) {
      guard var plan = prover.plan(to: goal, from: root) else { continue }
      if case .option(let question, let place) = coverageItem { plan.option = (question, place) }
      for numbers in trials(of: coverageItem) {
        plan.numbers = numbers
        for wishes in wishes.isEmpty ? [[]] : [wishes, []] {
          plan.wishes = wishes.union([coverageItem])
          let held = plan.held(over: library, prover.explorer.conditionDiagrams) { _ in false }
          if let held, library.coverageItems(takenBy: held.inputs).contains(coverageItem) {
            return held
          }
        }
      }
    }
    return nil
  }

  /// What to try for the numbers a condition reads together, if there are too many to distinguish:
  /// the smallest and the largest of each.
  private mutating func trials(of coverageItem: CoverageItem) -> [[QuestionID: Answer]] {
    guard case .condition(let condition, _) = coverageItem,
      prover.explorer.conditionDiagrams.truth(of: condition) == nil
    else { return [[:]] }
    var trials: [[QuestionID: Answer]] = [[:]]
    for fact in prover.explorer.conditionDiagrams.facts(readBy: condition) where trials.count <= 128
    {
      guard let question = prover.explorer.variables.question(ofFact: fact),
        let numbers = prover.library[question].domain.numbers, let steps = numbers.steps
      else { continue }
      let ends = [steps.lowerBound, steps.upperBound].compactMap { numbers.value(ofStep: $0) }
      trials = trials.flatMap { trial in
        ends.map { trial.merging([question: .number($0)]) { $1 } }
      }
    }
    return [[:]] + trials
  }

  /// The guides to begin with: those in which it can happen, then those that lead there.
  private func roots(of goal: Goal) -> [Int] {
    let library = prover.library
    let subroutines = prover.map.subroutines
    let own = Set(
      goal.watches.keys.map { subroutines.guide(of: subroutines.owners[$0], in: library) }
    )
    let others = library.guides.indices.filter { root in
      !own.contains(root)
        && subroutines.reached(from: root, in: library)
          .contains { own.contains(subroutines.guide(of: $0, in: library)) }
    }
    return own.sorted() + others
  }
}

/// A coverage item as the goal of an exploration.
private struct Goal {
  private static let flag = 0

  /// Where it can happen, and when.
  var watches: [Int: [Query.Watch]] = [:]
  /// The facts that must be known to decide.
  var facts: Set<Int> = []
  /// The states at the end in which it has happened.
  var hasHappened: Int

  init(_ coverageItem: CoverageItem, _ conditionDiagrams: inout ConditionDiagrams) {
    let library = conditionDiagrams.library
    hasHappened = conditionDiagrams.diagrams.choice(
      Self.flag,
      [DecisionDiagrams.no, DecisionDiagrams.yes]
    )
    switch coverageItem {
    case .step(let step): watch(library[step].entry, DecisionDiagrams.yes)
    case .condition(let condition, let holds):
      // A free condition can be both, so the engine decides.
      let truth = conditionDiagrams.truth(of: condition)
      let wanted =
        truth.map { holds ? $0 : conditionDiagrams.diagrams.opposite($0) } ?? DecisionDiagrams.yes
      facts.formUnion(conditionDiagrams.facts(readBy: condition))
      for place in library.instructions.indices
      where library.clauses(at: place).contains(where: { $0.condition == condition }) {
        watch(place, wanted)
      }
    case .option(let question, let place):
      let clause = library[question].options[place].condition
      let isOffered = clause.flatMap { conditionDiagrams.isOpen($0) } ?? DecisionDiagrams.yes
      if let clause { facts.formUnion(conditionDiagrams.facts(readBy: clause.condition)) }
      ask(question, isOffered, conditionDiagrams)
      restrict(to: conditionDiagrams.isChosen(place, question), &conditionDiagrams)
    case .answer(let question):
      ask(question, DecisionDiagrams.yes, conditionDiagrams)
      if !conditionDiagrams.isUnread(question) {
        restrict(to: conditionDiagrams.isAnswer(question) { $0 >= 2 }, &conditionDiagrams)
      }
    case .skip(let question):
      ask(question, DecisionDiagrams.yes, conditionDiagrams)
      restrict(to: conditionDiagrams.isAnswer(question) { $0 == 1 }, &conditionDiagrams)
    }
  }

  private mutating func ask(
    _ question: QuestionID,
    _ condition: Int,
    _ conditionDiagrams: borrowing ConditionDiagrams
  ) {
    facts.insert(conditionDiagrams.variables.fact(question))
    for (place, instruction) in conditionDiagrams.library.instructions.enumerated() {
      if case .ask(question) = instruction { watch(place, condition) }
    }
  }

  private mutating func watch(_ place: Int, _ condition: Int) {
    watches[place] = [Query.Watch(condition: condition, flag: Self.flag, value: 1)]
  }

  private mutating func restrict(to diagram: Int, _ conditionDiagrams: inout ConditionDiagrams) {
    hasHappened = conditionDiagrams.diagrams.both(hasHappened, diagram)
  }
}

extension Prover {
  /// What a person does who begins with `root` and reaches a goal.
  fileprivate mutating func plan(to goal: borrowing Goal, from root: Int) -> Plan? {
    var query = Query()
    query.watches = goal.watches
    query.verdict = (map.subroutines.bodies[root].upperBound, goal.facts.sorted())
    for charge in [Query.Charge.inputs, .nothing] {
      query.charge = charge
      query.keepsTrails = true
      let exit = explore(root, for: query)
      let reached = explorer.sets.restrict(
        exit.states,
        to: goal.hasHappened,
        explorer.conditionDiagrams.diagrams
      )
      if explorer.isExhausted { continue }
      return reached.flatMap { explorer.sets.cheapest($0)?.state }
        .flatMap { explorer.plan(to: $0, isOver: false) }
    }
    return nil
  }
}

extension ConditionDiagrams {
  fileprivate func isUnread(_ question: QuestionID) -> Bool {
    if case .unread = classes[question.index] { true } else { false }
  }

  /// The diagram that is true where an option was chosen, or another that no condition distinguishes
  /// from it.
  fileprivate mutating func isChosen(_ place: Int, _ question: QuestionID) -> Int {
    switch classes[question.index] {
    case .choice(let sets):
      return isAnswer(question) { $0 >= 2 && sets[$0 - 2].contains(place: place) }
    case .ticks(let sets, let alone):
      let tick = zip(variables[question].ticks, sets + alone).first { $0.1.contains(place: place) }?
        .0
      return tick.map { diagrams.choice($0, [DecisionDiagrams.no, DecisionDiagrams.yes]) }
        ?? DecisionDiagrams.no
    case .answered, .numbers, .unread: return DecisionDiagrams.yes
    }
  }
}
