import GuideCheck

extension Library {
  /// Runs the walk again from its start, over what the person has kept. What was shown before is passed
  /// in silence, what has become due is shown.
  func rewalk(_ state: inout State, _ effects: inout [Effect]) {
    restart(&state)
    walkOn(&state, &effects)
  }

  /// Clears the walk, and nothing the person said or was shown.
  func restart(_ state: inout State) {
    state.walk.removeAll(keepingCapacity: true)
    state.decisions.removeAll(keepingCapacity: true)
    state.frames.removeAll(keepingCapacity: true)
    state.frame = -1
    state.counter = guides[state.start.index].entry
    for index in state.answers.indices { state.answers[index] = nil }
    for index in state.visitedSteps.indices { state.visitedSteps[index] = false }
    for index in state.visitedGuides.indices { state.visitedGuides[index] = false }
    for index in state.sights.indices { state.sights[index] = 0 }
    state.memory.forgetAll()
    state.hasShown = false
  }

  /// Goes back to before a decision: it stands no more, and is offered again.
  func undo(_ decision: State.Decision, _ state: inout State) {
    while state.walk.count > decision.walk, let footprint = state.walk.popLast() {
      switch footprint {
      case .step(let step): state.visitedSteps[step.index] = false
      case .guide(let guide): state.visitedGuides[guide.index] = false
      case .passage(let passage):
        // It is read again when the walk comes to it again.
        state.shown[passage.index] = false
        for sight in passages[passage.index].sights { state.sights[sight.index] -= 1 }
      case .answer(let question):
        state.answers[question.index] = nil
        state.memory.forget(question, in: self)
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
    case .opened(let menu, let entry): state.openings[menu.index].entries.removeAll { $0 == entry }
    case .readOn(let menu): state.openings[menu.index].readOn = false
    }
  }

  // MARK: what is asked and offered

  /// A question as it is asked now.
  func asking(_ question: QuestionID, _ state: inout State) -> Asking {
    let offered = offered(question, &state)
    var previous: Answer?
    if let kept = state.kept[question.index], fits(kept.answer, question, &state) {
      previous = kept.answer
    }
    return Asking(question: question, offered: offered, previous: previous)
  }

  /// The options a question offers as things stand.
  func offered(_ question: QuestionID, _ state: inout State) -> UInt64 {
    let asked = questions[question.index]
    if asked.isUnguarded { return asked.allOptions }
    var offered: UInt64 = 0
    for index in asked.options.indices {
      if let gate = asked.options[index].condition, !isOpen(gate, &state) { continue }
      offered |= 1 << UInt64(index)
    }
    return offered
  }

  /// Whether an answer is one the question can have now.
  func fits(_ answer: Answer, _ question: QuestionID, _ state: inout State) -> Bool {
    let asked = questions[question.index]
    switch (answer, asked.form) {
    case (.skipped, _), (.text, .text): return true
    case (.options(let mask), .choice):
      return mask.nonzeroBitCount == 1 && mask & ~offered(question, &state) == 0
    case (.options(let mask), .ticks):
      guard mask != 0, mask & ~offered(question, &state) == 0 else { return false }
      return mask & asked.exclusive == 0 || mask.nonzeroBitCount == 1
    case (.number(let value), .number(let range, _)), (.number(let value), .amount(let range)):
      return range.contains(value) && isExact(value, range, isAmount: asked.form.isAmount)
    case (.number(let value), .scale(let range, _, _)):
      return range.contains(value) && value.denominator == 1
    default: return false
    }
  }

  /// Numbers are whole unless the question's own range is not; amounts may have cents.
  private func isExact(_ value: Fraction, _ range: ClosedRange<Fraction>, isAmount: Bool) -> Bool {
    if isAmount { return 100 % value.denominator == 0 }
    let isWhole = range.lowerBound.denominator == 1 && range.upperBound.denominator == 1
    return isWhole ? value.denominator == 1 : 10_000 % value.denominator == 0
  }

  /// Whether nothing that must be read is left in a menu.
  func canReadOn(_ menu: MenuID, _ state: State) -> Bool {
    menus[menu.index].must.allSatisfy { state.hasVisited($0) }
  }

  /// A menu as it is offered now.
  func offer(_ menu: MenuID, _ state: State) -> Offer {
    let entries = menus[menu.index].entries
    return Offer(
      menu: menu, unseen: entries.filter { !state.hasVisited($0) },
      seen: entries.filter { state.hasVisited($0) }, canReadOn: canReadOn(menu, state))
  }
}

extension Question.Form {
  var isAmount: Bool { if case .amount = self { true } else { false } }
}
