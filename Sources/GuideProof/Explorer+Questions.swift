import GuideCheck

// Questions: every class of answers that is offered, in all states at once.
extension Explorer {
  mutating func ask(
    _ question: QuestionID,
    _ place: Int,
    _ states: Edge,
    _ passage: inout Traversal<W>
  ) {
    let fact = variables.fact(question)
    var fresh: Edge? = states
    if slice.isKept[fact] {
      let isAsked = conditionDiagrams.isAnswer(question) { $0 >= 1 }
      let (known, unasked) = divided(states, isAsked)
      if let known {
        flow(known, from: place, to: place + 1, &passage, .passed(known))
      }
      fresh = unasked
    }
    guard let fresh else { return }
    noteOffers(question, fresh)
    var behind = charged(fresh, slice.cost(of: place))
    if slice.isKept[fact], let paid = behind { behind = answered(question, paid) }
    behind = watch(place, behind)
    flow(behind, from: place, to: place + 1, &passage, .asked(question, fresh))
  }

  /// What happens to states in which a question is answered in every way that is offered.
  private mutating func answered(_ question: QuestionID, _ states: Edge) -> Edge? {
    let first = offered(question, states)
    guard case .check = library[question].role,
      slice.query.counts || slice.query.charge != .nothing
    else { return first }
    // After a wrong answer, a teach-back is asked again.
    let right = library[question].right
    guard case .choice(let options) = conditionDiagrams.classes[question.index] else {
      return first
    }
    let isWrong = conditionDiagrams.isAnswer(question) {
      $0 >= 2 && options[$0 - 2].isDisjoint(with: right)
    }
    guard let first else { return nil }
    let (wrong, over) = divided(first, isWrong)
    let once = sets.forgetting(wrong) { [variables] in
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
    guard let once else { return over }
    // A wrong answer is not the last if there is another try.
    let cost =
      slice.priceOfRetry(question) - slice.charged(map.costs.answers[question.index].wrong)
    return sets.join(over, charged(once, cost).flatMap { offered(question, $0) })
  }

  /// The states with every answer that is offered in them.
  private mutating func offered(_ question: QuestionID, _ states: Edge) -> Edge? {
    let all = fitting(question, answered(states, question))
    guard !library[question].isUnguarded else { return all }
    var isOffered = DecisionDiagrams.yes
    let answer = variables[question]
    switch conditionDiagrams.classes[question.index] {
    case .choice(let options):
      for (place, options) in options.enumerated() {
        let isOther = conditionDiagrams.isAnswer(question) { $0 != place + 2 }
        let open = isAnyOpen(options, question)
        isOffered = conditionDiagrams.diagrams.both(
          isOffered,
          conditionDiagrams.diagrams.either(isOther, open)
        )
      }
    case .ticks(let options, let alone):
      for (tick, options) in zip(answer.ticks, options + alone) {
        let isOther = conditionDiagrams.diagrams.choice(
          tick,
          [DecisionDiagrams.yes, DecisionDiagrams.no]
        )
        let open = isAnyOpen(options, question)
        isOffered = conditionDiagrams.diagrams.both(
          isOffered,
          conditionDiagrams.diagrams.either(isOther, open)
        )
      }
    case .answered, .numbers, .unread: break
    }
    return sets.restrict(all, to: isOffered, conditionDiagrams.diagrams)
  }

  /// The states with every answer, no matter what is offered and what fits other answers.
  private mutating func answered(_ states: Edge, _ question: QuestionID) -> Edge? {
    guard let flag = slice.query.chargingFlag else {
      return sets.product(states, answers(to: question))
    }
    // Only where it is charged, answers cost something.
    let (inside, outside) = divided(states, conditionDiagrams.isSet(flag))
    return sets.join(
      sets.product(inside, answers(to: question)),
      sets.product(outside, answers(to: question, isCharged: false))
    )
  }

  /// The states in which an answer fits the sums that it is in: with each outcome of their tests that some answers
  /// have.
  private mutating func fitting(_ question: QuestionID, _ states: Edge?) -> Edge? {
    let tests = slice.tests(of: question)
    if tests.isEmpty { return states }
    var states = states
    for test in tests {
      let any = either(variables.tests[test], sets.start, sets.start)
      states = sets.product(states, any)
    }
    let related = Set(tests.flatMap { slice.relatedTests[$0] ?? [] }).sorted()
    guard let cells = conditionDiagrams.cells(of: related, divided: slice.divided) else {
      result.undividedTests.formUnion(related)
      // It is not known which outcomes are possible together, so all are; but none without its answers.
      return sets.restrict(states, to: isComplete(tests), conditionDiagrams.diagrams)
    }
    return sets.restrict(states, to: cells, conditionDiagrams.diagrams)
  }

  /// The diagram that is true where tests of sums are true only if all their questions were answered.
  private mutating func isComplete(_ tests: [Int]) -> Int {
    var result = DecisionDiagrams.yes
    for test in tests {
      var isComplete = DecisionDiagrams.yes
      for term in conditionDiagrams.reading.tests[test].terms {
        let isAnswered = conditionDiagrams.isAnswer(term.question) { $0 >= 2 }
        isComplete = conditionDiagrams.diagrams.both(isComplete, isAnswered)
      }
      let isFalse = conditionDiagrams.diagrams.opposite(
        conditionDiagrams.isSet(variables.tests[test])
      )
      let fits = conditionDiagrams.diagrams.either(isFalse, isComplete)
      result = conditionDiagrams.diagrams.both(result, fits)
    }
    return result
  }

  /// Whether one of these options is offered, before the question is answered.
  private mutating func isAnyOpen(_ options: OptionMask, _ question: QuestionID) -> Int {
    if let open = conditionDiagrams.isAnyOpen(options, question) { return open }
    for option in library[question].options {
      if let clause = option.condition, conditionDiagrams.truth(of: clause.condition) == nil {
        result.freeConditions.insert(clause.condition)
      }
    }
    return DecisionDiagrams.yes
  }

  private mutating func noteOffers(_ question: QuestionID, _ states: Edge) {
    if slice.query.examined.conditions.isEmpty { return }
    for option in library[question].options {
      guard let clause = option.condition else { continue }
      guard let holds = conditionDiagrams.truth(of: clause.condition) else {
        note(clause.condition, holds: true, fails: true, states)
        continue
      }
      let (inside, outside) = divided(states, holds)
      note(clause.condition, holds: inside != nil, fails: outside != nil, states)
    }
  }

  /// Every answer to a question, no matter what is offered.
  mutating func answers(to question: QuestionID, isCharged: Bool = true) -> Edge? {
    let key = isCharged ? question.index : -1 - question.index
    if let known = answerSets[key] { return known }
    let answer = variables[question]
    let unit = sets.start
    let costs = map.costs.answers[question.index]
    let slice = slice
    func paid(_ edge: Edge?, _ range: ClosedRange<Int>) -> Edge? {
      isCharged ? edge?.followed(by: W(charging: slice.charged(range))) : edge
    }
    let isUnread =
      if case .unread = conditionDiagrams.classes[question.index] { true } else { false }
    let first = paid(unit, isUnread ? costs.any : costs.skipped)
    var branches = first.map { [WeightedDiagrams<W>.Branch(value: 1, edge: $0)] } ?? []
    if case .ticks(let options, let alone) = conditionDiagrams.classes[question.index] {
      // From the last set to the first: nothing ticked after it, something, and anything.
      var something: Edge?
      var anything: Edge? = unit
      for (place, tick) in answer.ticks.enumerated().reversed() {
        let isAlone = place >= options.count
        let set = (options + alone)[place]
        let ticked = paid(
          isAlone ? unit : anything,
          isAlone ? costs.one(of: set) : costs.some(of: set)
        )
        something = either(tick, something, ticked)
        if !isAlone { anything = either(tick, anything, ticked) }
      }

      if let something = paid(something, costs.answered) {
        branches.append(WeightedDiagrams<W>.Branch(value: 2, edge: something))
      }
    } else if answer.width > 2 {
      for value in 2..<answer.width {
        var cost = costs.answered
        if case .choice(let sets) = conditionDiagrams.classes[question.index] {
          cost = cost + costs.one(of: sets[value - 2])
        }
        if let edge = paid(unit, cost) {
          branches.append(WeightedDiagrams<W>.Branch(value: value, edge: edge))
        }
      }
    }
    let result = sets.node(answer.variable, branches)
    answerSets[key] = .some(result)
    return result
  }

  mutating func either(_ variable: Int, _ zero: Edge?, _ one: Edge?) -> Edge? {
    var branches: [WeightedDiagrams<W>.Branch] = []
    if let zero { branches.append(WeightedDiagrams<W>.Branch(value: 0, edge: zero)) }
    if let one { branches.append(WeightedDiagrams<W>.Branch(value: 1, edge: one)) }
    return sets.node(variable, branches)
  }
}
