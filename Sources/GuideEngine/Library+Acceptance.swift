public import GuideCheck

extension Library {
  /// Whether the engine would accept an input.
  ///
  /// This makes it possible to record an input before anything changes. Only cached values may
  /// change in `state`; changing an answer takes time in proportion to the length of the walk.
  public func accepts(_ input: Input, _ state: inout State) -> Bool {
    switch (input, state.awaiting) {
    case (.began(let guide), .beginning): return guides.indices.contains(guide.index)
    case (.answered(let question, let answer), .answer(let asked)) where question == asked:
      return fits(answer, question, &state)
    case (.answered(let question, let answer), .change(let asked)) where question == asked:
      var past = past(before: question, state)
      return fits(answer, question, &past)
    case (.opened(let entry), .choice(let menu)):
      return menus[menu.index].entries.contains(entry) && !state.hasVisited(entry)
    case (.readOn, .choice(let menu)): return canReadOn(menu, state)
    case (.readOn, .reading), (.wentBack, .change): return true
    case (.wentBack, _): return state.canGoBack
    case (.changed(let question), _):
      return state.awaiting != .beginning && state.answers.indices.contains(question.index)
        && state.answers[question.index] != nil
    case (.tookOff(let item), _):
      return !state.takenOff.contains(item) && pageItems(of: state).contains(item)
    case (.putBack(let item), _): return state.takenOff.contains(item)
    case (.prioritized(let questions), _): return canPrioritize(questions, state)
    case (.wentOn(let guide), .nothing): return canGoOn(with: guide, state)
    default: return false
    }
  }

  /// How many times to go back to reach a menu; nil if there is no menu on the walk.
  public func decisionsSinceMenu(_ state: State) -> Int? {
    var count = 0
    if state.isChanging {
      count = 1
      if case .offer = instructions[state.counter] { return count }
    }
    for decision in state.decisions.reversed() {
      count += 1
      switch decision.kind {
      case .opened, .readOn: return count
      case .answered, .wentOn: continue
      }
    }
    return nil
  }
}
