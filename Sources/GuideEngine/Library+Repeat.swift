public import GuideCheck

extension Library {
  /// The text of a topic or guide as the person read it, without asking or adding anything.
  ///
  /// For looking again from a menu.
  public func lookAgain(_ entry: Menu.Entry, _ state: inout State) -> [Effect] {
    var effects: [Effect] = []
    var titled: StepID?
    if case .topic(let step) = entry {
      titled = step
      effects.append(.title(step))
    }
    for footprint in state.walk {
      guard case .passage(let identifier) = footprint else { continue }
      let passage = self[identifier]
      if case .alreadySeen = passage.kind { continue }
      switch entry {
      case .topic(let step) where passage.step == step: break
      case .guide(let guide) where self[passage.step].guide == guide: break
      default: continue
      }
      if titled != passage.step { effects.append(.title(passage.step)) }
      titled = passage.step
      effects.append(.show(identifier, compose(identifier, &state)))
    }
    return effects
  }

  /// What the person sees now, shown again.
  ///
  /// These are the passages since their last decision, and the question or menu.
  public func standing(_ state: inout State) -> [Effect] {
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
      effects.append(.show(passage, compose(passage, &state)))
    }
    return effects + prompt(&state, title: titled)
  }

  /// Only the current question or menu.
  public func prompt(_ state: inout State) -> [Effect] { prompt(&state, title: state.titled) }

  private func prompt(_ state: inout State, title: StepID?) -> [Effect] {
    switch state.awaiting {
    case .answer(let question):
      let step = heading(of: question, at: state.counter)
      let heading: [Effect] = step == title ? [] : step.map { [.title($0)] } ?? []
      return heading + [.ask(asking(question, &state))]
    case .change(let question): return [.ask(asking(question, &state))]
    case .choice(let menu):
      let step = self[menu].step
      return (step == title ? [] : [.title(step)]) + [.offer(offer(menu, state))]
    case .reading: return [.pause]
    case .nothing: return [.finish]
    case .beginning: return []
    }
  }
}
