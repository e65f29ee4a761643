import GuideCheck
import GuideEngine

extension Plan {
  /// An answer of the planned class; if nothing is planned, one that is wished for, or none.
  func answer(
    to question: QuestionID,
    _ offered: UInt64,
    _ wishes: inout Set<CoverageItem>,
    _ conditionDiagrams: borrowing ConditionDiagrams
  ) -> Answer {
    let answer =
      numbers[question] ?? planned(question, offered, wishes, conditionDiagrams)
      ?? wished(question, offered, wishes, conditionDiagrams.library) ?? .skipped
    if case .options(let mask) = answer {
      wishes.subtract(options(of: mask).map { .option(question, $0) })
    }
    return answer
  }

  private func planned(
    _ question: QuestionID,
    _ offered: UInt64,
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
    func one(of set: UInt64) -> UInt64 {
      let open = set & offered
      if let option, option.question == question, open & (1 << UInt64(option.place)) != 0 {
        return 1 << UInt64(option.place)
      }
      let wished = wished(among: open, question, wishes)
      return lowest(wished == 0 ? open : wished)
    }
    switch conditionDiagrams.classes[question.index] {
    case .unread: return nil
    case .words: return .text("My own words")
    case .choice(let sets): return .options(one(of: sets[value - 2]))
    case .numbers(let ranges, let parts):
      return .number(Fraction(ranges[value - 2].lowerBound, over: parts) ?? .zero)
    case .ticks(let sets, let alone):
      var mask: UInt64 = 0
      for (tick, set) in zip(answer.ticks, sets + alone) where values[tick] == 1 {
        mask |= one(of: set)
      }
      // Whoever ticks one of several may tick more.
      if alone.allSatisfy({ $0 & mask == 0 }) {
        let together = sets.reduce(0) { $0 | $1 } & offered
        mask |= wished(among: together, question, wishes)
      }
      return .options(mask)
    }
  }

  private func wished(
    _ question: QuestionID,
    _ offered: UInt64,
    _ wishes: Set<CoverageItem>,
    _ library: Library
  ) -> Answer? {
    if let option, option.question == question { return .options(1 << UInt64(option.place)) }
    let wished = wished(among: offered, question, wishes)
    if wished != 0 {
      let together = wished & ~library[question].exclusive
      if case .ticks = library[question].form, together != 0 { return .options(together) }
      return .options(lowest(wished))
    }
    guard wishes.contains(.answer(question)) else { return nil }
    if case .text = library[question].form { return .text("My own words") }
    guard let (range, parts) = library[question].form.numbers else { return nil }
    return Fraction(range.lowerBound, over: parts).map { .number($0) }
  }

  private func wished(
    among options: UInt64,
    _ question: QuestionID,
    _ wishes: Set<CoverageItem>
  ) -> UInt64 {
    self.options(of: options).filter { wishes.contains(.option(question, $0)) }
      .reduce(0) { $0 | 1 << UInt64($1) }
  }

  private func options(of mask: UInt64) -> [Int] {
    (0..<64).filter { mask & (1 << UInt64($0)) != 0 }
  }

  func lowest(_ options: UInt64) -> UInt64 { options & (~options &+ 1) }
}
