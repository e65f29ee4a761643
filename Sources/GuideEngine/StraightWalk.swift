public import GuideCheck

/// A walk that only goes forward: it answers questions and opens topics by a rule, without going back or
/// changing anything.
public struct StraightWalk: Sendable {
  /// The inputs that were accepted, in order.
  public fileprivate(set) var inputs: [Input] = []
  /// Where it ends.
  public fileprivate(set) var state: State
  /// The answers that did not fit the question, in order; each of these questions was skipped instead.
  public fileprivate(set) var refusals: [(question: QuestionID, answer: Answer)] = []
}

extension Library {
  /// Takes a straight walk from the beginning of a guide.
  ///
  /// - Parameters:
  ///   - guide: The guide it begins with, which is the first input.
  ///   - answer: Returns the answer to a question. For the second try of a teach-back it is called again:
  ///     then `State.isTryingAgain` is true.
  ///   - choose: Returns what to open in a menu. If it returns nil or something already seen, what must
  ///     still be read is opened, and then the walk goes on.
  ///   - goOn: Returns the guide to go on with after the end; if it returns nil, the walk is over.
  ///   - isOver: Returns whether to stop here; called before every input.
  /// - Returns: The walk, up to its end or to where it was stopped.
  public func walk(
    from guide: GuideID,
    answer: (Asking, State) -> Answer,
    choose: (Offer, State) -> Menu.Entry? = { _, _ in nil },
    goOn: (State) -> GuideID? = { _ in nil },
    until isOver: (State) -> Bool = { _ in false }
  ) -> StraightWalk {
    var state = State(of: self)
    _ = advance(&state, .began(guide))
    var walk = walk(from: state, answer: answer, choose: choose, goOn: goOn, until: isOver)
    walk.inputs.insert(.began(guide), at: 0)
    return walk
  }

  /// Takes a straight walk on from a state.
  ///
  /// What is newly due is read on the way. From a state where nothing has begun, or where an answer is
  /// being changed, no step is straight: such a walk is empty.
  ///
  /// - Parameters:
  ///   - state: The state to go on from.
  ///   - answer: Returns the answer to a question, as in `walk(from:)` of a guide.
  ///   - choose: Returns what to open, as above.
  ///   - goOn: Returns the guide to go on with, as above.
  ///   - isOver: Returns whether to stop here, as above.
  /// - Returns: The walk, up to its end or to where it was stopped.
  public func walk(
    from state: State,
    answer: (Asking, State) -> Answer,
    choose: (Offer, State) -> Menu.Entry? = { _, _ in nil },
    goOn: (State) -> GuideID? = { _ in nil },
    until isOver: (State) -> Bool = { _ in false }
  ) -> StraightWalk {
    var walk = StraightWalk(state: state)
    if state.isChanging { return walk }
    var prompt = prompt(&walk.state).last
    func send(_ input: Input) -> Bool {
      let effects = advance(&walk.state, input)
      if effects == [.refuse] { return false }
      walk.inputs.append(input)
      prompt = effects.last
      return true
    }
    // Going on with a guide after the end takes one more input.
    while walk.inputs.count < mostInputs + guides.count, !isOver(walk.state) {
      let isTaken: Bool
      switch prompt {
      case .ask(let asking):
        let answer = answer(asking, walk.state)
        if send(.answered(asking.question, answer)) { continue }
        walk.refusals.append((asking.question, answer))
        isTaken = send(.answered(asking.question, .skipped))
      case .offer(let offer):
        let chosen = choose(offer, walk.state).flatMap { offer.unseen.contains($0) ? $0 : nil }
        let next = chosen ?? offer.unseen.first { self[offer.menu].must.contains($0) }
        isTaken = send(next.map { .opened($0) } ?? .readOn)
      case .pause: isTaken = send(.readOn)
      case .finish: isTaken = goOn(walk.state).map { send(.wentOn($0)) } ?? false
      default: isTaken = false
      }
      if !isTaken { break }
    }
    return walk
  }

  /// The largest number of inputs a straight walk can have, wherever it starts; the input that begins
  /// it is not counted.
  ///
  /// No walk is longer, because it reaches each place once: it only goes forward, it skips what was
  /// visited before, and it does not repeat questions that were answered. So it asks each question
  /// once, which takes one answer, or two for a teach-back. It reaches each menu once, which takes at
  /// most one opening for each entry, and then going on. When the walk goes on with earlier decisions,
  /// there may be a pause before each of them, to read what is newly due, but then the decision itself
  /// takes no input.
  var mostInputs: Int {
    2 * questions.count + menus.reduce(0) { $0 + $1.entries.count + 1 }
  }
}

extension State {
  /// Whether a teach-back was answered wrong and is being asked again.
  public var isTryingAgain: Bool { tries > 0 }
}
