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
  /// What is opened, in order.
  var openings: [Menu.Entry] = []
  /// Whether the first answer to teach-backs is wrong.
  var triesTwice = false
  /// What answers cost, if the dearest of each class is wanted.
  var dearest: ReadingCosts?
  /// The option that an answer should have, when others of its class would do just as well.
  var option: (question: QuestionID, place: Int)?
  /// Numbers to try when conditions read too many together to plan for.
  var numbers: [QuestionID: Answer] = [:]
  /// What else to choose if it is offered and nothing is planned.
  var wishes: Set<CoverageItem> = []

  init(start: Int) { self.start = start }
}

extension Plan {
  /// Runs the conversation with the real engine, until the walk of a guide is over.
  func held(
    over library: Library,
    _ conditionDiagrams: borrowing ConditionDiagrams,
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
      openings.first { offer.unseen.contains($0) }
        ?? offer.unseen.first { library[offer.menu].must.contains($0) }
        ?? (wishes.isEmpty ? nil : offer.unseen.first)
    } until: { state in
      isOver(state)
    }
    return walk.refusals.isEmpty ? Witness(inputs: walk.inputs, state: walk.state) : nil
  }
}
