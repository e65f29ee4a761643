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
      let isFresh = conditionDiagrams.diagrams.opposite(isAsked)
      let known = sets.restrict(states, to: isAsked, conditionDiagrams.diagrams)
      if let known {
        flow(known, from: place, to: place + 1, &passage, .passed(known, changed: []))
      }
      fresh = sets.restrict(states, to: isFresh, conditionDiagrams.diagrams)
    }
    guard let fresh else { return }
    noteOffers(question, fresh)
    let paid = fresh.followed(by: W(charging: slice.cost(of: place)))
    var behind: Edge? = paid
    if slice.isKept[fact] { behind = answered(question, paid) }
    behind = watch(place, behind)
    let changed = (slice.query.watches[place] ?? []).map(\.flag)
    flow(behind, from: place, to: place + 1, &passage, .asked(question, fresh, changed: changed))
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
    let isOver = conditionDiagrams.diagrams.opposite(isWrong)
    let over = sets.restrict(first, to: isOver, conditionDiagrams.diagrams)
    let wrong = sets.restrict(first, to: isWrong, conditionDiagrams.diagrams)
    let once = sets.forgetting(wrong) { [variables] in
      variables.question(ofFact: variables.fact(of: $0)) == question
    }
    guard let once else { return over }
    // A wrong answer is not the last if there is another try.
    let cost =
      slice.priceOfRetry(question) - slice.charged(costs.answers[question.index].wrong)
    return sets.join(over, offered(question, once.followed(by: W(charging: cost))))
  }

  /// The states with every answer that is offered in them.
  private mutating func offered(_ question: QuestionID, _ states: Edge) -> Edge? {
    let all = sets.product(states, answers(to: question))
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

  /// Whether one of these options is offered, before the question is answered.
  private mutating func isAnyOpen(_ options: OptionMask, _ question: QuestionID) -> Int {
    if let open = conditionDiagrams.isAnyOpen(options, question) { return open }
    explorationResult.hasReadFree = true
    return DecisionDiagrams.yes
  }

  private mutating func noteOffers(_ question: QuestionID, _ states: Edge) {
    guard slice.query.looksAtAll else { return }
    for option in library[question].options {
      guard let clause = option.condition else { continue }
      guard let holds = conditionDiagrams.truth(of: clause.condition) else {
        note(clause.condition, holds: true, fails: true, states)
        continue
      }
      let fails = conditionDiagrams.diagrams.opposite(holds)
      let hasHeld = sets.restrict(states, to: holds, conditionDiagrams.diagrams) != nil
      let hasFailed = sets.restrict(states, to: fails, conditionDiagrams.diagrams) != nil
      note(clause.condition, holds: hasHeld, fails: hasFailed, states)
    }
  }

  /// Every answer to a question, no matter what is offered.
  private mutating func answers(to question: QuestionID) -> Edge? {
    if let known = answerSets[question.index] { return known }
    let answer = variables[question]
    let unit = sets.start
    let costs = costs.answers[question.index]
    let slice = slice
    func paid(_ edge: Edge?, _ range: ClosedRange<Int>) -> Edge? {
      edge?.followed(by: W(charging: slice.charged(range)))
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
    answerSets[question.index] = result
    return result
  }

  private mutating func either(_ variable: Int, _ zero: Edge?, _ one: Edge?) -> Edge? {
    var branches: [WeightedDiagrams<W>.Branch] = []
    if let zero { branches.append(WeightedDiagrams<W>.Branch(value: 0, edge: zero)) }
    if let one { branches.append(WeightedDiagrams<W>.Branch(value: 1, edge: one)) }
    return sets.node(variable, branches)
  }
}
