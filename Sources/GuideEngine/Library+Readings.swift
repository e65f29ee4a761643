public import GuideCheck

/// A condition as it was read on a walk.
public struct Reading: Hashable, Sendable {
  /// The instruction that reads it: a `when`, or a question with conditions on its options.
  public let place: Int
  /// Its index in `Library.conditions`.
  public let condition: Int
  /// Whether it was true.
  public let holds: Bool
  /// How many decisions the person made before.
  let decisions: Int
}

extension Library {
  /// The conditions read on the walk of a state, in order.
  public func readings(on state: State) -> [Reading] {
    if state.awaiting == .beginning { return [] }
    var readings: [Reading] = []
    var effects: [Effect] = []
    var walked = state
    restart(&walked)
    walkOn(&walked, &effects, stopAfter: state.decisions.count) { readings.append($0) }
    return readings
  }

  /// The conditions read since the person's last decision, and those around the current question or menu.
  public func readingsAround(_ state: State) -> [Reading] {
    readings(on: state).filter { reading in
      if reading.decisions == state.decisions.count { return true }
      guard case .test(_, let otherwise) = instructions[reading.place] else { return false }
      return reading.place < state.counter && state.counter < otherwise
    }
  }

  /// The state at the end of a guide, as the walk of another state came to it; nil if it did not.
  public func state(atEndOf guide: GuideID, onWalkOf state: State) -> State? {
    if state.awaiting == .beginning || !state.hasVisited(guide) { return nil }
    let end = instructions[guides[guide.index].entry...].firstIndex { $0.isLeave }
    var found: State?
    var effects: [Effect] = []
    var walked = state
    restart(&walked)
    walkOn(
      &walked,
      &effects,
      stopAfter: state.decisions.count,
      leave: { left in
        if left.counter == end { found = left }
      }
    )
    return found
  }

  /// A condition as it is read where the walk is now.
  func reading(of clause: WhenClause, _ state: inout State) -> Reading {
    Reading(
      place: state.counter,
      condition: clause.condition,
      holds: holds(clause.condition, &state),
      decisions: state.decisions.count
    )
  }

  /// Reads the conditions of a question's options, if the walk has reached a question.
  func readOptions(_ state: inout State, _ observe: (Reading) -> Void) {
    guard case .ask(let question) = instructions[state.counter] else { return }
    for clause in self[question].options.compactMap(\.condition) {
      observe(reading(of: clause, &state))
    }
  }
}

extension Instruction {
  fileprivate var isLeave: Bool { if case .leave = self { true } else { false } }
}
