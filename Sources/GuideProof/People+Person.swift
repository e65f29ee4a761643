package import GuideCheck

/// A person with as few answers as possible; they skip everything else.
package struct Person: Hashable {
  /// An answer by name, so that it means the same in both versions.
  package enum Said: Hashable {
    case options([String])
    case number(Fraction)
    /// Any answer, to a question that conditions do not look into.
    case anything
  }

  /// The answers, by the names of their questions.
  package let answers: [String: Said]
  /// What was before the guide.
  package let pasts: [Past]
  /// What the person does not open; everything else is opened in the order of the guide.
  package let unopened: [Opening]
}

extension People {
  /// The person of a set with the fewest answers; nil if nobody is in it, or none can be found.
  package func simplest(in set: Int) -> Person? {
    var known: [Int: (cost: Int, value: Int)] = [:]
    guard cost(set, &known) != nil else { return nil }
    var values: [Int: Int] = [:]
    var node = set
    while node != DecisionDiagrams.yes, let best = known[node] {
      values[diagrams.variable(node)] = best.value
      node = diagrams.child(node, best.value)
    }
    return person(values)
  }

  /// The number of answers that the simplest person gives; nil if there is none.
  private func cost(_ node: Int, _ known: inout [Int: (cost: Int, value: Int)]) -> Int? {
    if node == DecisionDiagrams.yes { return 0 }
    if node == DecisionDiagrams.no { return nil }
    if let best = known[node] { return best.cost < 0 ? nil : best.cost }
    let variable = diagrams.variable(node)
    let isAnswer = questions.contains { $0.variable == variable }
    let isPast = variable < pasts.count
    let isOpening = pasts.indices.upperBound..<pasts.count + openings.count ~= variable
    var best: (cost: Int, value: Int) = (-1, 0)
    for value in 0..<diagrams.width(node) {
      guard let rest = cost(diagrams.child(node, value), &known) else { continue }
      let isMore = isAnswer && value >= 2 || isPast && value == 1 || isOpening && value == 0
      let sum = rest + (isMore ? 1 : 0)
      if best.cost < 0 || sum < best.cost { best = (sum, value) }
    }
    known[node] = best
    return best.cost < 0 ? nil : best.cost
  }

  private func person(_ values: [Int: Int]) -> Person? {
    var answers: [String: Person.Said] = [:]
    var ranges: [Int: ClosedRange<Int>] = [:]
    for (place, question) in questions.enumerated() {
      guard let value = values[question.variable], value >= 2 else { continue }
      switch question.answers {
      case .choice(let options): answers[question.name] = .options([options[value - 2]])
      case .ticks(let options, _):
        let ticked = zip(options, question.ticks).filter { values[$1] == 1 }.map(\.0)
        answers[question.name] = .options(ticked)
      case .numbers(let all, _): ranges[place] = all[value - 2]
      case .whole: answers[question.name] = .anything
      }
    }
    var outcomes: [Int: Bool] = [:]
    for (index, test) in tests.enumerated() {
      guard let value = values[testVariables[index]],
        test.terms.allSatisfy({ ranges[$0.question.index] != nil })
      else { continue }
      outcomes[index] = value == 1
    }
    guard let steps = IntegerConstraints.solution(tests, outcomes, ranges) else { return nil }
    for (place, step) in steps {
      guard case .numbers(_, let numbers) = questions[place].answers,
        let number = numbers.value(ofStep: step)
      else { return nil }
      answers[questions[place].name] = .number(number)
    }
    let before = pasts.indices.filter { values[$0] == 1 }.map { pasts[$0] }
    let unopened = openings.filter { variable(of: $0).map { values[$0] == 0 } ?? false }
    return Person(answers: answers, pasts: before, unopened: unopened)
  }
}
