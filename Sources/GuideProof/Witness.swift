import GuideCheck
public import GuideEngine

/// A conversation by the real engine: what a person sends, and where it leads.
public struct Witness: Sendable {
  /// What is sent, in order; the first is the beginning.
  public let inputs: [Input]
  /// Where it ends.
  public let state: State
}

/// What somebody does on a walk, as far as it matters: everything else is skipped.
struct Plan {
  var start: Int
  /// The values of the answer's variables, for each question that matters.
  var answers: [QuestionID: [Int: Int]] = [:]
  /// What is opened, in order.
  var openings: [Menu.Entry] = []
  /// Whether teach-backs are answered wrong at first.
  var triesTwice = false
  /// The one option of an answer that is meant, where others of its class would do as well.
  var option: (question: QuestionID, place: Int)?
  /// Numbers that are tried where conditions weigh too many together to be planned.
  var numbers: [QuestionID: Answer] = [:]
  /// What else is taken, where nothing is planned and it is offered.
  var wishes: Set<CoverageItem> = []

  init(start: Int) { self.start = start }
}

extension Plan {
  /// Holds the conversation with the real engine, until the walk of a guide is over.
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
      // What must be read comes before what is only wished for; where more is wished for, everything is
      // looked at.
      openings.first { offer.unseen.contains($0) }
        ?? offer.unseen.first { library[offer.menu].must.contains($0) }
        ?? (wishes.isEmpty ? nil : offer.unseen.first)
    } until: { state in
      isOver(state)
    }
    return walk.refusals.isEmpty ? Witness(inputs: walk.inputs, state: walk.state) : nil
  }
}
