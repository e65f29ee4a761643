public import GuideCheck

extension Library {
  /// What follows when `input` arrives in `state`. Total: every input in every state has an outcome, and
  /// one that does not fit leaves the state as it is.
  public func step(_ state: State, _ input: Input) -> Transition {
    var next = state
    let effects = advance(&next, input)
    return Transition(state: next, effects: effects)
  }

  /// The same in place, for long walks: answering and going back cost what they touch, however long the
  /// walk is.
  public func advance(_ state: inout State, _ input: Input) -> [Effect] {
    var effects: [Effect] = []
    effects.reserveCapacity(6)
    switch (input, state.awaiting) {
    case (.began(let guide), .beginning) where guides.indices.contains(guide.index):
      state.start = guide
      state.counter = guides[guide.index].entry
      walkOn(&state, &effects)
    case (.answered(let answer), .answer(let question)):
      answered(answer, question, &state, &effects)
    case (.answered(let answer), .change(let question)):
      guard fits(answer, question, &state) else { return [.refuse] }
      state.kept[question.index] = State.Kept(answer: answer, stands: true)
      rewalk(&state, &effects)
    case (.opened(let entry), .choice(let menu)):
      guard menus[menu.index].entries.contains(entry), !state.hasVisited(entry) else { return [.refuse] }
      state.openings[menu.index].entries.append(entry)
      state.hasShown = false
      open(entry, menu, &state)
      walkOn(&state, &effects)
    case (.readOn, .choice(let menu)):
      guard canReadOn(menu, state) else { return [.refuse] }
      state.openings[menu.index].readOn = true
      state.hasShown = false
      readOn(menu, &state)
      walkOn(&state, &effects)
    case (.readOn, .reading):
      state.hasShown = false
      walkOn(&state, &effects)
    case (.wentBack, .change):
      rewalk(&state, &effects)
    case (.wentBack, _):
      guard let decision = state.decisions.popLast() else { return [.refuse] }
      undo(decision, &state)
      walkOn(&state, &effects)
    case (.changed(let question), _):
      guard state.awaiting != .beginning, state.answers.indices.contains(question.index),
        state.answers[question.index] != nil
      else { return [.refuse] }
      state.awaiting = .change(question)
      state.tries = 0
      effects.append(.ask(asking(question, &state)))
    default: return [.refuse]
    }
    return effects
  }

  private func answered(
    _ answer: Answer, _ question: QuestionID, _ state: inout State, _ effects: inout [Effect]
  ) {
    guard fits(answer, question, &state) else {
      effects.append(.refuse)
      return
    }
    let asked = questions[question.index]
    if case .check = asked.role, case .options(let mask) = answer, mask & asked.right == 0 {
      state.tries += 1
      if state.tries == 1 {
        effects.append(.sayAgain(question))
        effects.append(.ask(asking(question, &state)))
        return
      }
      effects.append(.tellRight(question))
    }
    state.hasShown = false
    state.kept[question.index] = State.Kept(answer: answer, stands: true)
    take(answer, question, &state)
    walkOn(&state, &effects)
  }

  // MARK: the walk

  /// Goes on until the person has something to decide or to read, or the walk is over. With `stopAfter`,
  /// kept decisions carry it on only up to that many.
  func walkOn(_ state: inout State, _ effects: inout [Effect], stopAfter: Int = .max) {
    state.tries = 0
    while true {
      switch instructions[state.counter] {
      case .begin(let guide):
        state.visitedGuides[guide.index] = true
        state.walk.append(.guide(guide))
        state.counter += 1
      case .enter(let step):
        state.visitedSteps[step.index] = true
        state.walk.append(.step(step))
        state.counter += 1
      case .say(let passage):
        say(passage, &state, &effects)
        state.counter += 1
      case .ask(let question):
        if state.answers[question.index] != nil {
          state.counter += 1
        } else if let kept = state.kept[question.index], kept.stands, fits(kept.answer, question, &state) {
          if pauses(&state, &effects, stopAfter) { return }
          take(kept.answer, question, &state)
        } else {
          state.awaiting = .answer(question)
          title(questions[question.index].step, &state, &effects)
          effects.append(.ask(asking(question, &state)))
          return
        }
      case .offer(let menu):
        if let entry = state.openings[menu.index].entries.first(where: { !state.hasVisited($0) }) {
          if pauses(&state, &effects, stopAfter) { return }
          open(entry, menu, &state)
        } else if state.openings[menu.index].readOn, canReadOn(menu, state) {
          if pauses(&state, &effects, stopAfter) { return }
          readOn(menu, &state)
        } else {
          state.awaiting = .choice(menu)
          title(menus[menu.index].step, &state, &effects)
          effects.append(.offer(offer(menu, state)))
          return
        }
      case .test(let gate, let otherwise):
        state.counter = isOpen(gate, &state) ? state.counter + 1 : otherwise
      case .go(let target): state.counter = target
      case .visit(let entry, let again):
        if state.hasVisited(entry) {
          say(again, &state, &effects)
          state.counter += 1
        } else {
          push(returningTo: state.counter + 1, &state)
          state.counter = self.entry(of: entry)
        }
      case .leave:
        guard state.frame >= 0 else {
          state.awaiting = .nothing
          effects.append(.finish)
          return
        }
        state.counter = state.frames[state.frame].counter
        state.frame = state.frames[state.frame].parent
      }
    }
  }

  /// What has become due is read before answers given earlier carry the walk on.
  private func pauses(_ state: inout State, _ effects: inout [Effect], _ stopAfter: Int) -> Bool {
    guard state.hasShown || state.decisions.count >= stopAfter else { return false }
    state.awaiting = .reading
    effects.append(.pause)
    return true
  }

  private func say(_ identifier: PassageID, _ state: inout State, _ effects: inout [Effect]) {
    let passage = passages[identifier.index]
    state.walk.append(.passage(identifier))
    for sight in passage.sights { state.sights[sight.index] += 1 }
    guard !state.shown[identifier.index] else { return }
    state.shown[identifier.index] = true
    state.hasShown = true
    title(passage.step, &state, &effects)
    effects.append(.show(identifier, compose(passage, &state)))
  }

  private func title(_ step: StepID?, _ state: inout State, _ effects: inout [Effect]) {
    guard let step, state.titled != step else { return }
    state.titled = step
    effects.append(.title(step))
  }

  private func push(returningTo counter: Int, _ state: inout State) {
    state.frames.append(State.Frame(counter: counter, parent: state.frame))
    state.frame = state.frames.count - 1
  }

  private func decide(_ kind: State.Decision.Kind, _ state: inout State) {
    state.decisions.append(
      State.Decision(
        kind: kind, counter: state.counter, frame: state.frame, frames: state.frames.count,
        walk: state.walk.count))
  }

  private func take(_ answer: Answer, _ question: QuestionID, _ state: inout State) {
    decide(.answered(question), &state)
    state.answers[question.index] = answer
    state.walk.append(.answer(question))
    state.memory.forget(question, in: self)
    state.counter += 1
  }

  private func open(_ entry: Menu.Entry, _ menu: MenuID, _ state: inout State) {
    decide(.opened(menu, entry), &state)
    push(returningTo: state.counter, &state)
    state.counter = self.entry(of: entry)
  }

  private func readOn(_ menu: MenuID, _ state: inout State) {
    decide(.readOn(menu), &state)
    state.counter += 1
  }

  private func entry(of entry: Menu.Entry) -> Int {
    switch entry {
    case .topic(let step): steps[step.index].entry
    case .guide(let guide): guides[guide.index].entry
    }
  }
}
