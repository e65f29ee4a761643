public import GuideCheck

/// A condition as it was read on a walk.
public struct Reading: Hashable, Sendable {
  /// The instruction that reads it: a `when`, or a question with guarded options.
  public let place: Int
  /// Its place in `Library.conditions`.
  public let condition: Int
  /// Whether it held.
  public let holds: Bool
  /// How many decisions of the person came before.
  let decisions: Int
}

extension Library {
  /// The conditions read on the walk of a state, in order.
  public func readings(on state: State) -> [Reading] {
    var walked = state
    restart(&walked)
    var decisions = state.decisions[...]
    var readings: [Reading] = []
    func read(_ clause: WhenClause, _ walked: inout State) {
      let reading = Reading(
        place: walked.counter,
        condition: clause.condition,
        holds: holds(clause.condition, &walked),
        decisions: state.decisions.count - decisions.count
      )
      readings.append(reading)
    }
    while state.awaiting != .beginning {
      switch instructions[walked.counter] {
      case .begin(let guide): walked.visitedGuides[guide.index] = true
      case .enter(let step): walked.visitedSteps[step.index] = true
      case .say(let passage):
        for mention in passages[passage.index].mentions { walked.mentions[mention.index] += 1 }
      case .ask(let question) where walked.answers[question.index] == nil:
        for clause in self[question].options.compactMap(\.condition) { read(clause, &walked) }
        guard case .answered(question)? = decisions.popFirst()?.kind else { return readings }
        walked.answers[question.index] = state.answers[question.index]
        walked.equationCache.forget(question, in: self)
      case .ask: break
      case .offer(let menu):
        guard let decision = decisions.popFirst() else { return readings }
        if case .opened(menu, let entry) = decision.kind {
          enter(entry, returningTo: walked.counter, &walked)
          continue
        }
      case .test(let clause, let otherwise):
        read(clause, &walked)
        if !isOpen(clause, &walked) {
          walked.counter = otherwise
          continue
        }
      case .go(let target):
        walked.counter = target
        continue
      case .visit(let entry, let again):
        guard walked.hasVisited(entry) else {
          enter(entry, returningTo: walked.counter + 1, &walked)
          continue
        }
        for mention in passages[again.index].mentions { walked.mentions[mention.index] += 1 }
      case .leave:
        guard walked.frame >= 0 else { return readings }
        walked.counter = walked.frames[walked.frame].counter
        walked.frame = walked.frames[walked.frame].parent
        continue
      }
      walked.counter += 1
    }
    return readings
  }

  private func enter(_ entry: Menu.Entry, returningTo counter: Int, _ state: inout State) {
    state.frames.append(State.Frame(counter: counter, parent: state.frame))
    state.frame = state.frames.count - 1
    switch entry {
    case .guide(let guide): state.counter = self[guide].entry
    case .topic(let step): state.counter = self[step].entry
    }
  }

  /// The conditions read since the person's last decision, and those around what stands.
  public func readingsAround(_ state: State) -> [Reading] {
    readings(on: state).filter { reading in
      if reading.decisions == state.decisions.count { return true }
      guard case .test(_, let otherwise) = instructions[reading.place] else { return false }
      return reading.place < state.counter && state.counter < otherwise
    }
  }
}
