import GuideCheck
import GuideEngine

// What a person decides: answers, topics, and visits.
extension RestTable {
  // MARK: questions

  /// A rest with the question, or what follows it if it was asked before.
  mutating func unlessAsked(_ question: QuestionID, _ fresh: Rest, _ next: Rest) -> Rest {
    if library[question].step != nil { return fresh }
    let isAsked = isWide ? nil : conditions.isAnswer(question) { $0 >= 1 }
    return fork(isAsked, next, fresh)
  }

  /// What is left after a question is asked: with every answer, and at a second try of a teach-back.
  mutating func ask(_ question: QuestionID, _ next: Rest) -> (first: Rest, again: Rest?) {
    let variable = conditions.variables[question].variable
    let costs = costs.answers[question.index]
    if case .unread = conditions.classes[question.index] {
      let answered = setting(next, variable, to: 1).plus(costs.anyAnswer)
      let shown = beginning(.answer(question, words: 0...0), answered)
      return (either(skipping(question, next), shown), nil)
    }
    let skipped = skipping(question, next)
    if case .ticks(let sets, let alone) = conditions.classes[question.index] {
      let ticked = ticks(question, sets, alone, next).plus(costs.answered)
      return (either(skipped, beginning(.answer(question, words: 0...0), ticked)), nil)
    }
    guard library[question].isCheck,
      case .choice = conditions.classes[question.index]
    else { return (one(question, next, from: skipped) { _ in nil }, nil) }
    let again = one(question, next, from: skipped) { _ in nil }
    let price = self.costs.retry(question)
    let first = one(question, next, from: skipped) { _ in again.plus(price...price) }
    return (first, again)
  }

  private mutating func skipping(_ question: QuestionID, _ next: Rest) -> Rest {
    let answer = conditions.variables[question]
    let rest = answer.ticks.reduce(next) { setting($0, $1, to: 0) }
    let tested = conditions.variables.testsOfQuestion[question.index].reduce(rest) {
      setting($0, conditions.variables.tests[$1], to: 0)
    }
    let skipped = setting(tested, answer.variable, to: 1)
      .plus(costs.answers[question.index].skipped)
    return beginning(.skipped(question), skipped)
  }

  /// What is left with every answer of which there is one; `instead` replaces what follows a class.
  private mutating func one(
    _ question: QuestionID,
    _ next: Rest,
    from skipped: Rest,
    _ instead: (Int) -> Rest?
  ) -> Rest {
    let variable = conditions.variables[question].variable
    let costs = costs.answers[question.index]
    var all = skipped
    for place in 0..<conditions.classes[question.index].count {
      var rest = beginning(
        .answer(question, words: 0...0),
        setting(anySum(question, next), variable, to: place + 2).plus(costs.answered)
      )
      guard case .choice(let sets) = conditions.classes[question.index] else {
        all = either(all, rest)
        continue
      }
      rest = rest.plus(costs.one(of: sets[place]))
      if library[question].isCheck, sets[place].isDisjoint(with: library[question].right) {
        rest = instead(place) ?? beginning(.line(.ask, words: 0...0), rest)
      }
      all = fork(isOffered(sets[place], question), either(all, rest), all)
    }
    return all
  }

  /// What is left whatever the sums with an answer are; that is wider than what some sums leave together.
  private mutating func anySum(_ question: QuestionID, _ next: Rest) -> Rest {
    var rest = next
    for test in conditions.variables.testsOfQuestion[question.index] {
      let variable = conditions.variables.tests[test]
      rest = either(setting(rest, variable, to: 0), setting(rest, variable, to: 1))
    }
    return rest
  }

  private mutating func ticks(
    _ question: QuestionID,
    _ sets: [OptionMask],
    _ alone: [OptionMask],
    _ next: Rest
  ) -> Rest {
    let answer = conditions.variables[question]
    let costs = costs.answers[question.index]
    let ticks = Array(answer.ticks)
    let answered = setting(next, answer.variable, to: 2)
    // From the last set to the first: anything ticked after it, and at least something.
    var anything = ticks[sets.count...].reduce(answered) { setting($0, $1, to: 0) }
    var something = Rest.impossible
    for place in sets.indices.reversed() {
      let ticked = setting(anything, ticks[place], to: 1).plus(costs.some(of: sets[place]))
      let isOffered = isOffered(sets[place], question)
      let without = setting(something, ticks[place], to: 0)
      something = fork(isOffered, either(without, ticked), without)
      let nothing = setting(anything, ticks[place], to: 0)
      anything = fork(isOffered, either(nothing, ticked), nothing)
    }
    for (place, set) in alone.enumerated() {
      var rest = answered
      for (other, tick) in ticks.enumerated() {
        rest = setting(rest, tick, to: other == sets.count + place ? 1 : 0)
      }
      rest = rest.plus(costs.one(of: set))
      something = fork(isOffered(set, question), either(something, rest), something)
    }
    return something
  }

  /// The diagram that is true where one of some options is offered; nil if that is not known.
  private mutating func isOffered(_ options: OptionMask, _ question: QuestionID) -> Int? {
    if isWide { return nil }
    return conditions.isAnyOpen(options, question)
  }

  // MARK: visits and menus

  private mutating func isSeen(_ entry: Menu.Entry) -> Int? {
    if isWide { return nil }
    let fact = conditions.variables.fact(entry)
    return conditions.diagrams.choice(fact, [DecisionDiagrams.no, DecisionDiagrams.yes])
  }

  /// What is left before a visit: `passed` if it is passed over, and `after` if it is made.
  mutating func visit(_ entry: Menu.Entry, _ passed: Rest, _ after: Rest) -> Rest {
    let fresh = walk(subroutines[entry], after).entry
    if subroutines.entryCounts[subroutines[entry]] < 2 { return fresh }
    return fork(isSeen(entry), passed, fresh)
  }

  /// What is left in a menu, after it was read once.
  mutating func offer(_ menu: MenuID, _ next: Rest, at place: Int) -> Rest {
    var rest = next
    let entries = library[menu].entries
    for group in (groups[menu.index] ?? [entries]).reversed() {
      rest =
        isWide ? wide(group, menu, rest, at: place) : opening(group, menu, rest, at: place)
    }
    return rest
  }

  /// The title of the step of a menu, when the walk comes back to it from an entry.
  func titleAgain(_ menu: MenuID, after entry: Menu.Entry) -> ClosedRange<Int> {
    let title = costs.titles[library[menu].step.index]
    return surelyShows(subroutines[entry]) ? title...title : 0...title
  }

  private mutating func opening(
    _ group: [Menu.Entry],
    _ menu: MenuID,
    _ next: Rest,
    at place: Int
  ) -> Rest {
    var done = next
    for entry in group where library[menu].must.contains(entry) {
      done = fork(isSeen(entry), done, .impossible)
    }
    // As many rounds as entries: each opens one of those that were not opened yet, or is the last.
    var rest = done
    for _ in group {
      var opened = done
      for entry in group {
        let inside = self.opened(entry, menu, rest, at: place)
        opened = either(opened, fork(isSeen(entry), .impossible, inside))
      }
      rest = opened
    }
    return rest
  }

  private mutating func wide(
    _ group: [Menu.Entry],
    _ menu: MenuID,
    _ next: Rest,
    at place: Int
  ) -> Rest {
    group.reduce(next) { rest, entry in either(rest, opened(entry, menu, rest, at: place)) }
  }

  /// What is left when an entry is opened: the entry, and the menu again.
  private mutating func opened(
    _ entry: Menu.Entry,
    _ menu: MenuID,
    _ next: Rest,
    at place: Int
  ) -> Rest {
    walk(subroutines[entry], next).entry.plus(costs.now[place] + titleAgain(menu, after: entry))
  }
}
