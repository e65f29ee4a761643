import GuideCheck
import GuideEngine

extension Plan {
  /// An answer of the planned class; if nothing is planned, one that is wanted, or none.
  func answer(
    to question: QuestionID,
    _ offered: OptionMask,
    _ wishes: inout Set<CoverageItem>,
    _ conditionDiagrams: borrowing ConditionDiagrams
  ) -> Answer {
    let answer =
      numbers[question] ?? planned(question, offered, wishes, conditionDiagrams)
      ?? dearest(question, offered, conditionDiagrams.library)
      ?? wished(question, offered, wishes, conditionDiagrams.library) ?? .skipped
    if case .options(let mask) = answer {
      wishes.subtract(mask.places.map { .option(question, $0) })
    }
    return answer
  }

  private func planned(
    _ question: QuestionID,
    _ offered: OptionMask,
    _ wishes: Set<CoverageItem>,
    _ conditionDiagrams: borrowing ConditionDiagrams
  ) -> Answer? {
    let answer = conditionDiagrams.variables[question]
    guard let values = answers[question], let value = values[answer.variable], value >= 1 else {
      return nil
    }
    let isUnread =
      if case .unread = conditionDiagrams.classes[question.index] { true } else { false }
    if value == 1 { return isUnread ? nil : .skipped }
    /// One option of a set that no condition divides.
    func one(of set: OptionMask) -> OptionMask {
      let open = set.intersection(offered)
      if let option, option.question == question, open.contains(place: option.place) {
        return OptionMask(place: option.place)
      }
      if let costs = dearest?.answers[question.index] { return costs.dearest(of: open) }
      let wished = wished(among: open, question, wishes)
      return wished.isEmpty ? open.first : wished.first
    }
    switch conditionDiagrams.classes[question.index] {
    case .unread: return nil
    case .answered: return conditionDiagrams.library[question].domain.anyAnswer
    case .choice(let sets): return .options(one(of: sets[value - 2]))
    case .numbers(let ranges, let numbers):
      return .number(numbers.value(ofStep: ranges[value - 2].lowerBound) ?? .zero)
    case .ticks(let sets, let alone):
      var mask: OptionMask = []
      for (tick, set) in zip(answer.ticks, sets + alone) where values[tick] == 1 {
        let isAll = dearest != nil && sets.contains(set)
        mask.formUnion(isAll ? set.intersection(offered) : one(of: set))
      }
      if dearest != nil { return .options(mask) }
      // A person who ticks one of several can tick more.
      if alone.allSatisfy({ $0.isDisjoint(with: mask) }) {
        let together = sets.reduce(OptionMask()) { $0.union($1) }.intersection(offered)
        mask.formUnion(wished(among: together, question, wishes))
      }
      return .options(mask)
    }
  }

  /// The answer that costs most, if that is wanted.
  private func dearest(
    _ question: QuestionID,
    _ offered: OptionMask,
    _ library: Library
  ) -> Answer? {
    guard let costs = dearest?.answers[question.index] else { return nil }
    let asked = library[question]
    var answers = [Answer.skipped]
    if asked.domain.hasOptions {
      answers.append(.options(costs.dearest(of: offered)))
      let together = offered.subtracting(asked.exclusive)
      if asked.domain == .ticks, !together.isEmpty { answers.append(.options(together)) }
    } else if let any = asked.domain.anyAnswer {
      answers.append(any)
    }
    return answers.max { costs.cost(of: $0).upperBound < costs.cost(of: $1).upperBound }
  }

  private func wished(
    _ question: QuestionID,
    _ offered: OptionMask,
    _ wishes: Set<CoverageItem>,
    _ library: Library
  ) -> Answer? {
    if let option, option.question == question { return .options(OptionMask(place: option.place)) }
    let wished = wished(among: offered, question, wishes)
    if !wished.isEmpty {
      let together = wished.subtracting(library[question].exclusive)
      if library[question].domain == .ticks, !together.isEmpty { return .options(together) }
      return .options(wished.first)
    }
    return wishes.contains(.answer(question)) ? library[question].domain.anyAnswer : nil
  }

  private func wished(
    among options: OptionMask,
    _ question: QuestionID,
    _ wishes: Set<CoverageItem>
  ) -> OptionMask {
    OptionMask(places: options.places.filter { wishes.contains(.option(question, $0)) })
  }
}
