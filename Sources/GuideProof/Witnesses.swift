public import GuideCheck
public import GuideEngine

/// Finds conversations that take what is asked for.
public struct Witnesses: ~Copyable {
  private var prover: Prover

  /// For the guides of a library.
  public init(_ library: Library) { prover = Prover(library) }

  /// A conversation that takes a turn: the shortest, or if something is wished for besides, one that
  /// takes of it what the way offers.
  ///
  /// It begins with the guide the turn stands in, if that leads there, else with another, and goes on to
  /// the end.
  ///
  /// - Returns: The conversation; nil if no walk takes the turn, or none that could be held.
  public mutating func conversation(
    taking turn: Turn,
    wishing wishes: Set<Turn> = []
  ) -> Conversation? {
    let library = prover.library
    let goal = Goal(turn, &prover.explorer.truths)
    for root in roots(of: goal) {
      guard var plan = prover.plan(to: goal, from: root) else { continue }
      if case .option(let question, let place) = turn { plan.option = (question, place) }
      for numbers in trials(of: turn) {
        plan.numbers = numbers
        for wishes in wishes.isEmpty ? [[]] : [wishes, []] {
          plan.wishes = wishes.union([turn])
          let held = plan.held(over: library, prover.explorer.truths) { _ in false }
          if let held, library.turns(takenBy: held.inputs).contains(turn) { return held }
        }
      }
    }
    return nil
  }

  /// What is tried for the numbers a condition weighs together, if they are too many to be told apart:
  /// the least and the greatest of each.
  private mutating func trials(of turn: Turn) -> [[QuestionID: Answer]] {
    guard case .condition(let condition, _) = turn,
      prover.explorer.truths.truth(of: condition) == nil
    else { return [[:]] }
    var trials: [[QuestionID: Answer]] = [[:]]
    for fact in prover.explorer.truths.facts(readBy: condition) where trials.count <= 128 {
      guard let question = prover.explorer.variables.question(ofFact: fact),
        let (range, parts) = prover.library[question].form.numbers
      else { continue }
      let ends = [range.lowerBound, range.upperBound].compactMap { Fraction($0, over: parts) }
      trials = trials.flatMap { trial in
        ends.map { trial.merging([question: .number($0)]) { $1 } }
      }
    }
    return [[:]] + trials
  }

  /// The guides to begin with: those in which it can happen, then those that lead there.
  private func roots(of goal: Goal) -> [Int] {
    let library = prover.library
    let procedures = prover.explorer.procedures
    let own = Set(
      goal.watches.keys.map { procedures.guide(of: procedures.owners[$0], in: library) }
    )
    let others = library.guides.indices.filter { root in
      !own.contains(root)
        && procedures.reached(from: root, in: library)
          .contains { own.contains(procedures.guide(of: $0, in: library)) }
    }
    return own.sorted() + others
  }
}

/// A turn as what an exploration looks for.
private struct Goal {
  private static let flag = 0

  /// Where it can happen, and when.
  var watches: [Int: [Purpose.Watch]] = [:]
  /// What must be known to tell.
  var facts: Set<Int> = []
  /// The states at the end in which it has happened.
  var hasHappened: Int

  init(_ turn: Turn, _ truths: inout Truths) {
    let library = truths.library
    hasHappened = truths.functions.choice(Self.flag, [Functions.no, Functions.yes])
    switch turn {
    case .step(let step): watch(library[step].entry, Functions.yes)
    case .condition(let condition, let holds):
      // What is free may be both; the engine then tells.
      let truth = truths.truth(of: condition)
      let wanted = truth.map { holds ? $0 : truths.functions.opposite($0) } ?? Functions.yes
      facts.formUnion(truths.facts(readBy: condition))
      for place in library.instructions.indices
      where library.gates(at: place).contains(where: { $0.condition == condition }) {
        watch(place, wanted)
      }
    case .option(let question, let place):
      let gate = library[question].options[place].condition
      let isOffered = gate.flatMap { truths.isOpen($0) } ?? Functions.yes
      if let gate { facts.formUnion(truths.facts(readBy: gate.condition)) }
      ask(question, isOffered, truths)
      restrict(to: truths.isChosen(place, question), &truths)
    case .answer(let question):
      ask(question, Functions.yes, truths)
      if !truths.isUnread(question) {
        restrict(to: truths.isAnswer(question) { $0 >= 2 }, &truths)
      }
    case .skip(let question):
      ask(question, Functions.yes, truths)
      restrict(to: truths.isAnswer(question) { $0 == 1 }, &truths)
    }
  }

  private mutating func ask(_ question: QuestionID, _ condition: Int, _ truths: borrowing Truths) {
    facts.insert(truths.variables.fact(question))
    for (place, instruction) in truths.library.instructions.enumerated() {
      if case .ask(question) = instruction { watch(place, condition) }
    }
  }

  private mutating func watch(_ place: Int, _ condition: Int) {
    watches[place] = [Purpose.Watch(condition: condition, flag: Self.flag, value: 1)]
  }

  private mutating func restrict(to function: Int, _ truths: inout Truths) {
    hasHappened = truths.functions.both(hasHappened, function)
  }
}

extension Prover {
  /// What somebody does who begins with `root` and comes to a goal.
  fileprivate mutating func plan(to goal: borrowing Goal, from root: Int) -> Plan? {
    var purpose = Purpose()
    purpose.watches = goal.watches
    purpose.verdict = (explorer.procedures.bodies[root].upperBound, goal.facts.sorted())
    purpose.charge = .inputs
    explorer.keepsTrails = true
    defer { explorer.keepsTrails = false }
    var exit = explore(root, for: purpose, from: explorer.sets.start)
    if explorer.sets.isOverfull {
      purpose.charge = .nothing
      exit = explore(root, for: purpose, from: explorer.sets.start)
    }
    let reached = explorer.sets.restrict(exit, to: goal.hasHappened, explorer.truths.functions)
    guard let reached, let end = explorer.sets.cheapest(reached)?.state else { return nil }
    return explorer.plan(to: end, isOver: false)
  }
}

extension Truths {
  fileprivate func isUnread(_ question: QuestionID) -> Bool {
    if case .unread = classes[question.index] { true } else { false }
  }

  /// The function that holds where an option, or another that no condition tells from it, was chosen.
  fileprivate mutating func isChosen(_ place: Int, _ question: QuestionID) -> Int {
    let bit: UInt64 = 1 << UInt64(place)
    switch classes[question.index] {
    case .choice(let sets): return isAnswer(question) { $0 >= 2 && sets[$0 - 2] & bit != 0 }
    case .ticks(let sets, let alone):
      let tick = zip(variables[question].ticks, sets + alone).first { $0.1 & bit != 0 }?.0
      return tick.map { functions.choice($0, [Functions.no, Functions.yes]) } ?? Functions.no
    case .numbers, .unread, .words: return Functions.yes
    }
  }
}
