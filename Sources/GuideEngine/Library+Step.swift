public import GuideCheck

extension Library {
  /// Returns what follows when `input` arrives in `state`.
  ///
  /// Every input has a result in every state, and an input that does not fit leaves the state as
  /// it is.
  public func step(_ state: State, _ input: Input) -> Transition {
    var next = state
    let effects = advance(&next, input)
    return Transition(state: next, effects: effects)
  }

  /// The same in place, for long walks: answering and going back cost only what they affect, no matter
  /// how long the walk is.
  public func advance(_ state: inout State, _ input: Input) -> [Effect] {
    var effects: [Effect] = []
    effects.reserveCapacity(6)
    switch (input, state.awaiting) {
    case (.began(let guide), .beginning) where guides.indices.contains(guide.index):
      state.start = guide
      state.counter = guides[guide.index].entry
      walkOn(&state, &effects)
    case (.answered(let question, let answer), let awaiting) where awaiting.question == question:
      answered(answer, question, &state, &effects)
    case (.opened(let entry), .choice(let menu)):
      guard menus[menu.index].entries.contains(entry), !state.hasVisited(entry) else {
        return [.refuse]
      }
      state.openings[menus[menu.index].record.index].entries.append(entry)
      state.hasShown = false
      take(.opened(menu, entry), &state)
      walkOn(&state, &effects)
    case (.readOn, .choice(let menu)):
      guard canReadOn(menu, state) else { return [.refuse] }
      state.openings[menu.index].readOn = true
      state.hasShown = false
      take(.readOn(menu), &state)
      walkOn(&state, &effects)
    case (.readOn, .reading):
      state.hasShown = false
      walkOn(&state, &effects)
    case (.wentBack, .change):
      // Nothing was changed, so the walk is where it was.
      walkOn(&state, &effects)
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
    case (.tookOff(let item), _):
      guard !state.takenOff.contains(item), pageItems(of: state).contains(item) else {
        return [.refuse]
      }
      state.takenOff.insert(item)
    case (.putBack(let item), _):
      guard state.takenOff.remove(item) != nil else { return [.refuse] }
    case (.prioritized(let questions), _):
      guard canPrioritize(questions, state) else { return [.refuse] }
      state.priorities = questions
    case (.wentOn(let guide), .nothing):
      guard canGoOn(with: guide, state) else { return [.refuse] }
      state.goingOn.append(guide)
      state.hasShown = false
      take(.wentOn(guide), &state)
      walkOn(&state, &effects)
    default: return [.refuse]
    }
    return effects
  }

  private func answered(
    _ answer: Answer,
    _ question: QuestionID,
    _ state: inout State,
    _ effects: inout [Effect]
  ) {
    let isChange = state.awaiting == .change(question)
    let isFitting: Bool
    if isChange {
      var past = past(before: question, state)
      isFitting = fits(answer, question, &past)
    } else {
      // There must be no copy of the state here, because the first write to either would copy everything.
      isFitting = fits(answer, question, &state)
    }
    guard isFitting else {
      effects.append(.refuse)
      return
    }
    let isCheck = if case .check = questions[question.index].role { true } else { false }
    if isCheck, case .options(let mask) = answer {
      if !mask.isDisjoint(with: questions[question.index].right) {
        effects.append(.affirm(question))
      } else if state.tries > 0 {
        effects.append(.tellRight(question))
      } else {
        effects.append(.sayAgain(question))
        state.tries = 1
        effects.append(.ask(asking(question, &state)))
        return
      }
    }
    state.kept[question.index] = State.Kept(answer: answer, stands: true)
    if isChange {
      rewalk(&state, &effects)
    } else {
      state.hasShown = false
      take(.answered(question), &state)
      walkOn(&state, &effects)
    }
  }

  // MARK: the walk

  /// Goes on until the person has something to decide or to read, or the walk is over.
  ///
  /// With `stopAfter`, it uses at most that many kept decisions. `observe` receives each condition that
  /// is read, and `leave` the state at the end of each topic and guide; they are for looking back at a walk, and
  /// are nil (and free) while a person walks.
  func walkOn(
    _ state: inout State,
    _ effects: inout [Effect],
    stopAfter: Int = .max,
    observe: ((Reading) -> Void)? = nil,
    leave: ((State) -> Void)? = nil
  ) {
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
      case .ask(let question) where state.answers[question.index] != nil: state.counter += 1
      case .ask, .offer:
        if let observe { readOptions(&state, observe) }
        guard let kept = keptDecision(&state) else {
          stand(&state, &effects)
          return
        }
        if pauses(&state, &effects, stopAfter) { return }
        take(kept, &state)
      case .test(let clause, let otherwise):
        if let observe { observe(reading(of: clause, &state)) }
        state.counter = isOpen(clause, &state) ? state.counter + 1 : otherwise
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
        leave?(state)
        guard state.frame >= 0 else {
          guard let kept = keptDecision(&state) else {
            state.awaiting = .nothing
            effects.append(.finish)
            return
          }
          if pauses(&state, &effects, stopAfter) { return }
          take(kept, &state)
          continue
        }
        state.counter = state.frames[state.frame].counter
        state.frame = state.frames[state.frame].parent
      }
    }
  }

  /// The person's kept decision for the question or menu that the walk has reached.
  ///
  /// Nil if it is theirs to decide.
  func keptDecision(_ state: inout State) -> State.Decision.Kind? {
    switch instructions[state.counter] {
    case .ask(let question):
      guard let kept = state.kept[question.index], kept.stands,
        fits(kept.answer, question, &state)
      else { return nil }
      return .answered(question)
    case .offer(let menu):
      let opened = state.openings[menus[menu.index].record.index].entries
      let next = opened.first { !state.hasVisited($0) && menus[menu.index].entries.contains($0) }
      if let next { return .opened(menu, next) }
      return state.openings[menu.index].readOn && canReadOn(menu, state) ? .readOn(menu) : nil
    case .leave where state.frame < 0:
      return state.goingOn.first { !state.hasVisited($0) }.map { .wentOn($0) }
    default: return nil
    }
  }

  /// Shows the person the question or menu that the walk has reached.
  private func stand(_ state: inout State, _ effects: inout [Effect]) {
    switch instructions[state.counter] {
    case .ask(let question):
      state.awaiting = .answer(question)
      title(heading(of: question, at: state.counter), &state, &effects)
      effects.append(.ask(asking(question, &state)))
    case .offer(let menu):
      state.awaiting = .choice(menu)
      title(menus[menu.index].step, &state, &effects)
      effects.append(.offer(offer(menu, state)))
    default: break
    }
  }

  /// What is newly due is read before the walk goes on with earlier answers.
  private func pauses(
    _ state: inout State,
    _ effects: inout [Effect],
    _ stopAfter: Int
  ) -> Bool {
    guard state.hasShown || state.decisions.count >= stopAfter else { return false }
    state.awaiting = .reading
    effects.append(.pause)
    return true
  }

  private func say(_ identifier: PassageID, _ state: inout State, _ effects: inout [Effect]) {
    state.walk.append(.passage(identifier))
    for mention in passages[identifier.index].mentions { state.mentions[mention.index] += 1 }
    // Text with a value in it is due again when the value changes.
    let (words, hash) = told(identifier, &state)
    guard state.shown[identifier.index] != hash else { return }
    state.shown[identifier.index] = hash
    state.hasShown = true
    title(passages[identifier.index].step, &state, &effects)
    switch passages[identifier.index].kind {
    case .item, .numberedItem: showLead(&state, &effects)
    default: break
    }
    effects.append(.show(identifier, words))
  }

  /// Shows again what leads to the item that is newly due, because alone it would mean nothing.
  private func showLead(_ state: inout State, _ effects: inout [Effect]) {
    var lead: [PassageID] = []
    search: for footprint in state.walk[(state.decisions.last?.walk ?? 0)...].dropLast().reversed()
    {
      guard case .passage(let identifier) = footprint,
        !effects.contains(where: { $0.shows(identifier) })
      else { break }
      switch passages[identifier.index].kind {
      case .item, .numberedItem: lead.append(identifier)
      case .paragraph:
        lead.append(identifier)
        break search
      default: break search
      }
    }
    for identifier in lead.reversed() {
      effects.append(.show(identifier, compose(identifier, &state)))
    }
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

  /// Carries out the person's decision, which is already in `kept` or `openings`.
  private func take(_ decision: State.Decision.Kind, _ state: inout State) {
    state.decisions.append(
      State.Decision(
        kind: decision,
        counter: state.counter,
        frame: state.frame,
        frames: state.frames.count,
        walk: state.walk.count,
        mark: state.mark(after: decision)
      )
    )
    switch decision {
    case .answered(let question):
      state.answers[question.index] = state.kept[question.index]?.answer
      state.walk.append(.answer(question))
      state.equationCache.forget(question, in: self)
      state.counter += 1
    case .opened(_, let entry):
      push(returningTo: state.counter, &state)
      state.counter = self.entry(of: entry)
    case .readOn: state.counter += 1
    case .wentOn(let guide):
      push(returningTo: state.counter, &state)
      state.counter = guides[guide.index].entry
    }
  }

  private func entry(of entry: Menu.Entry) -> Int {
    switch entry {
    case .topic(let step): steps[step.index].entry
    case .guide(let guide): guides[guide.index].entry
    }
  }
}

extension Effect {
  fileprivate func shows(_ passage: PassageID) -> Bool {
    if case .show(passage, _) = self { true } else { false }
  }
}
