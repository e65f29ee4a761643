public import GuideCheck

/// Something that a conversation can cover; test coverage counts these.
public enum CoverageItem: Hashable, Sendable {
  /// A step or topic is reached.
  case step(StepID)
  /// A question is answered with the option at this index.
  case option(QuestionID, Int)
  /// A question is answered with a number, or in the person's own words.
  case answer(QuestionID)
  /// A question is skipped.
  case skip(QuestionID)
  /// A condition of the library is true, or not true, where it is read.
  case condition(Int, holds: Bool)
}

extension Library {
  /// Every coverage item of each guide, in reading order; those of shared questions belong to the house.
  public var coverageItems: [[CoverageItem]] {
    var coverageItems = [[CoverageItem]](repeating: [], count: guides.count)
    var asked: Set<QuestionID> = []
    var guide = GuideID.house
    for instruction in instructions {
      switch instruction {
      case .begin(let begun): guide = begun
      case .enter(let step):
        guide = self[step].guide
        coverageItems[guide.index].append(.step(step))
      case .test(let clause, _): coverageItems[guide.index] += self.coverageItems(of: clause)
      case .ask(let question) where asked.insert(question).inserted:
        coverageItems[self[question].guide.index] += self.coverageItems(of: question)
      case .ask, .go, .leave, .offer, .say, .visit: break
      }
    }
    return coverageItems
  }

  private func coverageItems(of question: QuestionID) -> [CoverageItem] {
    var coverageItems: [CoverageItem] = []
    for (place, option) in self[question].options.enumerated() {
      if let clause = option.condition {
        coverageItems += self.coverageItems(of: clause).filter { !coverageItems.contains($0) }
      }
      coverageItems.append(.option(question, place))
    }
    return coverageItems + (coverageItems.isEmpty ? [.answer(question)] : []) + [.skip(question)]
  }

  /// The condition for lines under an answer is not written out, so the answer itself is the item.
  private func coverageItems(of clause: WhenClause) -> [CoverageItem] {
    guard conditions[clause.condition].span != nil else { return [] }
    return [.condition(clause.condition, holds: true), .condition(clause.condition, holds: false)]
  }

  /// The items that a conversation covers, including those the person went back past.
  public func coverageItems(takenBy inputs: [Input]) -> Set<CoverageItem> {
    var state = State(of: self)
    var taken: Set<CoverageItem> = []
    for input in inputs {
      // What the person goes back past, or changes, was covered before.
      switch input {
      case .changed, .wentBack: taken.formUnion(coverageItems(on: state))
      default: break
      }
      if advance(&state, input) == [.refuse] { continue }
      if case .answered(let question, let answer) = input {
        taken.formUnion(coverageItems(answering: question, with: answer))
      }
    }
    return taken.union(coverageItems(on: state))
  }

  private func coverageItems(answering question: QuestionID, with answer: Answer) -> [CoverageItem]
  {
    switch answer {
    case .skipped: [.skip(question)]
    case .options(let mask): mask.places.map { .option(question, $0) }
    default: [.answer(question)]
    }
  }

  /// The steps on a walk and the conditions read on it.
  private func coverageItems(on state: State) -> [CoverageItem] {
    let steps = state.walk.compactMap { footprint -> CoverageItem? in
      if case .step(let step) = footprint { .step(step) } else { nil }
    }
    return steps + readings(on: state).map { .condition($0.condition, holds: $0.holds) }
  }
}
