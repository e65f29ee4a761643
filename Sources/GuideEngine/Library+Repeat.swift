public import GuideCheck

extension Library {
  /// The words of a topic or guide as things stand, without asking or adding anything: for looking again
  /// from a menu.
  public func lookAgain(_ entry: Menu.Entry, _ state: State) -> [Effect] {
    var state = state
    var effects: [Effect] = []
    var counter: Int
    switch entry {
    case .topic(let step):
      counter = steps[step.index].entry
      effects.append(.title(step))
    case .guide(let guide): counter = guides[guide.index].entry
    }
    while true {
      switch instructions[counter] {
      case .begin, .ask, .offer, .visit: counter += 1
      case .enter(let step):
        if effects.last != .title(step) { effects.append(.title(step)) }
        counter += 1
      case .say(let passage):
        if state.walk.contains(.passage(passage)) {
          effects.append(.show(passage, compose(self[passage], &state)))
        }
        counter += 1
      case .test(let gate, let otherwise): counter = isOpen(gate, &state) ? counter + 1 : otherwise
      case .go(let target): counter = target
      case .leave: return effects
      }
    }
  }

  /// What stands before the person now, said once more: the passages since their last decision, and the
  /// question or menu.
  public func standing(_ state: State) -> [Effect] {
    var state = state
    var effects: [Effect] = []
    var titled: StepID?
    func title(_ step: StepID?) {
      guard let step, step != titled else { return }
      titled = step
      effects.append(.title(step))
    }
    for footprint in state.walk[(state.decisions.last?.walk ?? 0)...] {
      guard case .passage(let passage) = footprint else { continue }
      title(self[passage].step)
      effects.append(.show(passage, compose(self[passage], &state)))
    }
    return effects + prompt(state, title: titled)
  }

  /// The question or menu that stands, alone.
  public func prompt(_ state: State) -> [Effect] { prompt(state, title: state.titled) }

  private func prompt(_ state: State, title: StepID?) -> [Effect] {
    var state = state
    switch state.awaiting {
    case .answer(let question), .change(let question):
      let step = self[question].step
      let heading: [Effect] = step == nil || step == title ? [] : step.map { [.title($0)] } ?? []
      return heading + [.ask(asking(question, &state))]
    case .choice(let menu):
      let step = self[menu].step
      return (step == title ? [] : [.title(step)]) + [.offer(offer(menu, state))]
    case .reading: return [.pause]
    case .nothing: return [.finish]
    case .beginning: return []
    }
  }
}
