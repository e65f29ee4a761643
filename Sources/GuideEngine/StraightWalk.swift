public import GuideCheck

/// A walk on which somebody goes forward only: they answer and open by a rule, and neither go back nor
/// change anything.
public struct StraightWalk: Sendable {
  /// What was sent and taken, in order.
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
  ///   - guide: The guide it begins with, which is the first of the inputs.
  ///   - answer: What is answered to a question as it is asked. It is asked once more where a teach-back is:
  ///     then `State.isTryingAgain` is true.
  ///   - choose: What is opened in a menu as it is offered. If it is nothing, or nothing unseen, what must
  ///     still be read is opened, and then the walk goes on.
  ///   - isOver: Whether the walk is to stop here; looked at before every input.
  /// - Returns: The walk, up to its end or to where it was stopped.
  public func walk(
    from guide: GuideID,
    answer: (Asking, State) -> Answer,
    choose: (Offer, State) -> Menu.Entry? = { _, _ in nil },
    until isOver: (State) -> Bool = { _ in false }
  ) -> StraightWalk {
    var state = State(of: self)
    _ = advance(&state, .began(guide))
    var walk = walk(from: state, answer: answer, choose: choose, until: isOver)
    walk.inputs.insert(.began(guide), at: 0)
    return walk
  }

  /// Takes a straight walk on from a state.
  ///
  /// What has become due is read on the way. From a state in which nothing has begun, or an answer is being
  /// changed, no step is straight: such a walk is empty.
  ///
  /// - Parameters:
  ///   - state: Where it goes on from.
  ///   - answer: What is answered, as in `walk(from:)` of a guide.
  ///   - choose: What is opened, likewise.
  ///   - isOver: Whether the walk is to stop here, likewise.
  /// - Returns: The walk, up to its end or to where it was stopped.
  public func walk(
    from state: State,
    answer: (Asking, State) -> Answer,
    choose: (Offer, State) -> Menu.Entry? = { _, _ in nil },
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
    while walk.inputs.count < mostInputs, !isOver(walk.state) {
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
      default: isTaken = false
      }
      if !isTaken { break }
    }
    return walk
  }

  /// How many inputs a straight walk can take at most, from wherever it goes on; the one that begins it is
  /// not counted.
  ///
  /// No walk is longer, because it reaches each place once: it only goes forward, it passes over what was
  /// visited before, and it does not ask again what was answered. So it asks each question once, which takes
  /// one answer, or two for a teach-back. It reaches each menu once, which takes at most one opening for each
  /// entry, and then going on. Where earlier decisions carry the walk on, there may be a pause before each of
  /// them, to read what has become due, but then the decision itself takes no input.
  var mostInputs: Int {
    2 * questions.count + menus.reduce(0) { $0 + $1.entries.count + 1 }
  }
}

extension State {
  /// Whether a teach-back was answered wrong, and is being asked once more.
  public var isTryingAgain: Bool { tries > 0 }
}
