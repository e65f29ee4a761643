import GuideCheck

extension Library {
  /// Runs the walk again from the start, with the decisions the person has kept.
  ///
  /// What was shown before is not shown again; what is newly due is.
  func rewalk(_ state: inout State, _ effects: inout [Effect]) {
    restart(&state)
    walkOn(&state, &effects)
  }

  /// Clears the walk, but nothing that the person said or was shown.
  func restart(_ state: inout State) {
    state.hasTurnedBack = true
    state.walk.removeAll(keepingCapacity: true)
    state.decisions.removeAll(keepingCapacity: true)
    state.frames.removeAll(keepingCapacity: true)
    state.frame = -1
    state.counter = guides[state.start.index].entry
    for index in state.answers.indices { state.answers[index] = nil }
    for index in state.visitedSteps.indices { state.visitedSteps[index] = false }
    for index in state.visitedGuides.indices { state.visitedGuides[index] = false }
    for index in state.mentions.indices { state.mentions[index] = 0 }
    state.equationCache.forgetAll()
    state.hasShown = false
  }

  /// Goes back to before a decision: it no longer counts, and is offered again.
  func undo(_ decision: State.Decision, _ state: inout State) {
    state.hasTurnedBack = true
    while state.walk.count > decision.walk, let footprint = state.walk.popLast() {
      switch footprint {
      case .step(let step): state.visitedSteps[step.index] = false
      case .guide(let guide): state.visitedGuides[guide.index] = false
      case .passage(let passage):
        // It is read again when the walk reaches it again.
        state.shown[passage.index] = 0
        for mention in passages[passage.index].mentions { state.mentions[mention.index] -= 1 }
      case .answer(let question):
        state.answers[question.index] = nil
        state.equationCache.forget(question, in: self)
      }
    }
    state.frames.removeLast(state.frames.count - decision.frames)
    state.frame = decision.frame
    state.counter = decision.counter
    state.hasShown = false
    state.titled = nil
    switch decision.kind {
    case .answered(let question):
      if let kept = state.kept[question.index] {
        state.kept[question.index] = State.Kept(answer: kept.answer, stands: false)
      }
    case .opened(let menu, let entry):
      state.openings[menus[menu.index].record.index].entries.removeAll { $0 == entry }
    case .readOn(let menu): state.openings[menu.index].readOn = false
    case .wentOn(let guide): state.goingOn.removeAll { $0 == guide }
    }
  }

  /// The state as it was when a question of the walk was asked.
  func past(before question: QuestionID, _ state: State) -> State {
    guard let place = state.decisions.lastIndex(where: { $0.kind == .answered(question) }) else {
      return state
    }
    var past = state
    let decision = past.decisions[place]
    past.decisions.removeLast(past.decisions.count - place)
    undo(decision, &past)
    past.awaiting = .answer(question)
    return past
  }

  // MARK: questions and menus

  /// A question as it is asked now, or as it was asked at its place on the walk if it is changed.
  func asking(_ question: QuestionID, _ state: inout State) -> Asking {
    if state.awaiting == .change(question) {
      var past = past(before: question, state)
      return asking(question, &past)
    }
    let offered = offered(question, &state)
    var previous: Answer?
    if let kept = state.kept[question.index], fits(kept.answer, question, &state) {
      previous = kept.answer
    }
    return Asking(question: question, offered: offered, previous: previous)
  }

  /// The step of a question: its own or, for a shared question, the step that asks it.
  func heading(of question: QuestionID, at counter: Int) -> StepID? {
    if let step = questions[question.index].step { return step }
    let entered = steps.indices.filter { steps[$0].entry <= counter }
    return entered.max { steps[$0].entry < steps[$1].entry }.map { StepID($0) }
  }

  /// The options that a question offers now.
  func offered(_ question: QuestionID, _ state: inout State) -> OptionMask {
    if questions[question.index].isUnguarded { return questions[question.index].allOptions }
    var offered: OptionMask = []
    let options = questions[question.index].options
    for index in options.indices {
      if let clause = options[index].condition, !isOpen(clause, &state) { continue }
      offered.formUnion(OptionMask(place: index))
    }
    return offered
  }

  /// Whether an answer is one the question can have now.
  func fits(_ answer: Answer, _ question: QuestionID, _ state: inout State) -> Bool {
    let offered = questions[question.index].domain.hasOptions ? offered(question, &state) : []
    return questions[question.index].accepts(answer, offered: offered)
  }

  /// Whether nothing that must be read is left in a menu.
  func canReadOn(_ menu: MenuID, _ state: State) -> Bool {
    menus[menu.index].must.allSatisfy { state.hasVisited($0) }
  }

  /// A menu as it is offered now.
  func offer(_ menu: MenuID, _ state: State) -> Offer {
    let entries = menus[menu.index].entries
    return Offer(
      menu: menu,
      unseen: entries.filter { !state.hasVisited($0) },
      seen: entries.filter { state.hasVisited($0) },
      canReadOn: canReadOn(menu, state)
    )
  }
}
