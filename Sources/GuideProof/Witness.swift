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
    var state = State(of: library)
    var inputs: [Input] = []
    var effects: [Effect] = []
    var wishes = wishes
    func send(_ input: Input) -> Bool {
      effects = library.advance(&state, input)
      inputs.append(input)
      return !effects.contains(.refuse)
    }
    guard send(.began(GuideID(start))) else { return nil }
    let most = 2 * library.questions.count + library.menus.reduce(0) { $0 + $1.entries.count + 1 }
    for _ in 0...most where !isOver(state) {
      switch state.awaiting {
      case .answer(let question):
        let offered = effects.compactMap { effect -> OptionMask? in
          if case .ask(let asking) = effect { asking.offered } else { nil }
        }
        let isFirst = !effects.contains { if case .sayAgain = $0 { true } else { false } }
        let wrong = (offered.last ?? []).subtracting(library[question].right).first
        let answer =
          triesTwice && isFirst && !wrong.isEmpty && !library[question].right.isEmpty
          ? .options(wrong) : answer(to: question, offered.last ?? [], &wishes, conditionDiagrams)
        guard send(.answered(question, answer)) else { return nil }
      case .choice(let menu):
        let offer = effects.compactMap { effect -> Offer? in
          if case .offer(let offer) = effect { offer } else { nil }
        }.last
        let unseen = offer?.unseen ?? []
        let planned = openings.first { unseen.contains($0) }
        let must = library[menu].entries.first {
          unseen.contains($0) && library[menu].must.contains($0)
        }
        // Where more is wished for, everything is looked at.
        let next = planned ?? must ?? (wishes.isEmpty ? nil : unseen.first)
        guard send(next.map { .opened($0) } ?? .readOn) else { return nil }
      case .beginning, .change, .nothing, .reading:
        return Witness(inputs: inputs, state: state)
      }
    }
    return Witness(inputs: inputs, state: state)
  }
}
