public import GuideCheck

extension Library {
  /// The inputs that lead to a state without going back or changing anything.
  public func straightInputs(to state: State) -> [Input] {
    if state.awaiting == .beginning { return [] }
    var walked = State(of: self)
    var inputs: [Input] = []
    func send(_ input: Input) {
      if advance(&walked, input) != [.refuse] { inputs.append(input) }
    }
    send(.began(state.start))
    for decision in state.decisions {
      switch decision.kind {
      case .answered(let question):
        guard let answer = state.answers[question.index] else { return inputs }
        // A teach-back is answered twice if the first answer is not a right one.
        for _ in 0..<2 where walked.awaiting == .answer(question) {
          send(.answered(question, answer))
        }
      case .opened(_, let entry): send(.opened(entry))
      case .readOn: send(.readOn)
      case .wentOn(let guide): send(.wentOn(guide))
      }
    }
    return inputs
  }
}
