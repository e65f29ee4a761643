import GuideCheck
public import GuideEngine

/// A conversation with the real engine: what a person does, and where it leads.
public struct Witness: Sendable {
  /// The inputs, in order; the first begins the session.
  public let inputs: [Input]
  /// Where it ends.
  public let state: State
}

/// What a person does on a walk, as far as it matters; they skip everything else.
struct Plan {
  var start: Int
  /// The values of the answer's variables, for each question that matters.
  var answers: [QuestionID: [Int: Int]] = [:]
  /// The outcomes of tests of sums, for each test that matters.
  var outcomes: [Int: Bool] = [:]
  /// The questions whose planned class matters; of others, only whether they are answered does.
  let divided: Set<QuestionID>
  /// What is opened in each menu, in order; without a menu, what the walk goes on with after the root has ended.
  var openings: [MenuID?: [Menu.Entry]] = [:]
  /// Whether the first answer to teach-backs is wrong.
  var triesTwice = false
  /// What answers cost, if the dearest of each class is wanted.
  var dearest: ReadingCosts?
  /// The option that an answer should have, when others of its class would do just as well.
  var option: (question: QuestionID, place: Int)?
  /// Numbers to answer instead of any of the planned class.
  var numbers: [QuestionID: Answer] = [:]
  /// What else to choose if it is offered and nothing is planned.
  var wishes: Set<CoverageItem> = []

  init(start: Int, divided: Set<QuestionID>) {
    self.start = start
    self.divided = divided
  }
}

extension Plan {
  /// Runs the conversation with the real engine, until the walk of a guide is over.
  func held(
    over library: Library,
    _ conditionDiagrams: borrowing ConditionDiagrams,
    until isOver: (State) -> Bool
  ) -> Witness? {
    var plan = self
    guard plan.planSums(conditionDiagrams) else { return nil }
    return plan.held(with: conditionDiagrams, over: library, until: isOver)
  }

  private func held(
    with conditionDiagrams: borrowing ConditionDiagrams,
    over library: Library,
    until isOver: (State) -> Bool
  ) -> Witness? {
    var wishes = wishes
    let walk = library.walk(from: GuideID(start)) { asking, state in
      let question = library[asking.question]
      let wrong = asking.offered.subtracting(question.right).first
      return triesTwice && !state.isTryingAgain && !wrong.isEmpty && !question.right.isEmpty
        ? .options(wrong)
        : answer(to: asking.question, asking.offered, &wishes, conditionDiagrams)
    } choose: { offer, _ in
      // What must be read comes before what is only wanted; if more is wanted, everything is
      // opened.
      openings[offer.menu]?.first { offer.unseen.contains($0) }
        ?? offer.unseen.first { library[offer.menu].must.contains($0) }
        ?? (wishes.isEmpty ? nil : offer.unseen.first)
    } goOn: { state in
      for case .guide(let guide) in openings[nil] ?? [] where !state.hasVisited(guide) {
        return guide
      }
      return nil
    } until: { state in
      isOver(state)
    }
    return walk.refusals.isEmpty ? Witness(inputs: walk.inputs, state: walk.state) : nil
  }
}

extension Plan {
  /// Plans numbers for answers whose sums are tested; returns whether there are such numbers.
  private mutating func planSums(_ conditionDiagrams: borrowing ConditionDiagrams) -> Bool {
    let tests = conditionDiagrams.reading.tests
    var ranges: [Int: ClosedRange<Int>] = [:]
    var outcomes = outcomes
    for (test, _) in self.outcomes {
      for term in tests[test].terms {
        let answer = conditionDiagrams.variables[term.question]
        let value = answers[term.question]?[answer.variable] ?? 0
        guard value >= 2,
          case .numbers(let classes, _) = conditionDiagrams.classes[term.question.index]
        else {
          outcomes[test] = nil
          continue
        }
        let all = (classes.first?.lowerBound ?? 0)...(classes.last?.upperBound ?? 0)
        ranges[term.question.index] =
          divided.contains(term.question) ? classes[value - 2] : all
      }
    }
    if outcomes.isEmpty { return true }
    guard let found = IntegerConstraints.solution(tests, outcomes, ranges) else { return false }
    for (place, step) in found {
      guard case .numbers(_, let numbers) = conditionDiagrams.classes[place],
        let number = numbers.value(ofStep: step)
      else { return false }
      self.numbers[QuestionID(place)] = .number(number)
    }
    return true
  }
}
