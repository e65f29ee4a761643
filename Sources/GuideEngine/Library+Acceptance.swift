public import GuideCheck

extension Library {
  /// Whether the engine would take an input.
  ///
  /// So an input can be recorded before anything has changed. Only what is remembered to save work may
  /// change in `state`; a change of an answer costs as much as the walk is long.
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
    case (.tookOff(let line), _): return summary(of: state).lines.contains(line)
    case (.putBack(let line), _): return state.takenOff.contains(line)
    default: return false
    }
  }

  /// How many times to go back until a menu stands; nil if the walk has come by none.
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
      case .answered: continue
      }
    }
    return nil
  }
}
