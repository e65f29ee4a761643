public import GuideCheck

/// Something a conversation can take: what the tests of a guide are counted by.
public enum Turn: Hashable, Sendable {
  /// A step or topic is come to.
  case step(StepID)
  /// A question is answered with the option at this place.
  case option(QuestionID, Int)
  /// A question is answered with a number, or in the person's own words.
  case answer(QuestionID)
  /// A question is left out.
  case skip(QuestionID)
  /// A condition of the library holds where it is read, or does not.
  case condition(Int, holds: Bool)
}

extension Library {
  /// Every turn of each guide, in reading order; what belongs to shared questions is the house's.
  public var turns: [[Turn]] {
    var turns = [[Turn]](repeating: [], count: guides.count)
    var asked: Set<QuestionID> = []
    var guide = GuideID.house
    for instruction in instructions {
      switch instruction {
      case .begin(let begun): guide = begun
      case .enter(let step):
        guide = self[step].guide
        turns[guide.index].append(.step(step))
      case .test(let gate, _): turns[guide.index] += self.turns(of: gate)
      case .ask(let question) where asked.insert(question).inserted:
        turns[self[question].guide.index] += self.turns(of: question)
      case .ask, .go, .leave, .offer, .say, .visit: break
      }
    }
    return turns
  }

  private func turns(of question: QuestionID) -> [Turn] {
    var turns: [Turn] = []
    for (place, option) in self[question].options.enumerated() {
      if let gate = option.condition {
        turns += self.turns(of: gate).filter { !turns.contains($0) }
      }
      turns.append(.option(question, place))
    }
    return turns + (turns.isEmpty ? [.answer(question)] : []) + [.skip(question)]
  }

  /// What stands under an answer has no words of its own: the answer is the turn.
  private func turns(of gate: Gate) -> [Turn] {
    guard conditions[gate.condition].span != nil else { return [] }
    return [.condition(gate.condition, holds: true), .condition(gate.condition, holds: false)]
  }

  /// The turns a conversation takes, those it takes back included.
  public func turns(takenBy inputs: [Input]) -> Set<Turn> {
    var state = State(of: self)
    var taken: Set<Turn> = []
    for input in inputs {
      let awaiting = state.awaiting
      // What is taken back, or changed, was taken before.
      switch input {
      case .changed, .wentBack: taken.formUnion(turns(on: state))
      default: break
      }
      if advance(&state, input) == [.refuse] { continue }
      switch (input, awaiting) {
      case (.answered(let answer), .answer(let question)),
        (.answered(let answer), .change(let question)):
        taken.formUnion(turns(answering: question, with: answer))
      default: break
      }
    }
    return taken.union(turns(on: state))
  }

  private func turns(answering question: QuestionID, with answer: Answer) -> [Turn] {
    switch answer {
    case .skipped: [.skip(question)]
    case .number, .text: [.answer(question)]
    case .options(let mask):
      self[question].options.indices.filter { mask & (1 << UInt64($0)) != 0 }
        .map { .option(question, $0) }
    }
  }

  /// The steps on a walk and the conditions read on it.
  private func turns(on state: State) -> [Turn] {
    let steps = state.walk.compactMap { footprint -> Turn? in
      if case .step(let step) = footprint { .step(step) } else { nil }
    }
    return steps + readings(on: state).map { .condition($0.condition, holds: $0.holds) }
  }
}
