import GuideCheck
public import GuideEngine

/// A conversation by the real engine: what a person sends, and where it leads.
public struct Conversation: Sendable {
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

  init(start: Int) { self.start = start }
}

extension Plan {
  /// Holds the conversation with the real engine, until the walk of a guide is over.
  func held(
    over library: Library,
    _ truths: borrowing Truths,
    until isOver: (State) -> Bool
  ) -> Conversation? {
    var state = State(of: library)
    var inputs: [Input] = []
    var effects: [Effect] = []
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
        let offered = effects.compactMap { effect -> UInt64? in
          if case .ask(let asking) = effect { asking.offered } else { nil }
        }
        let isFirst = !effects.contains { if case .sayAgain = $0 { true } else { false } }
        let wrong = lowest((offered.last ?? 0) & ~library[question].right)
        let answer =
          triesTwice && isFirst && wrong != 0 && library[question].right != 0
          ? .options(wrong) : answer(to: question, offered.last ?? 0, truths)
        guard send(.answered(answer)) else { return nil }
      case .choice(let menu):
        let offer = effects.compactMap { effect -> Offer? in
          if case .offer(let offer) = effect { offer } else { nil }
        }.last
        let unseen = offer?.unseen ?? []
        let planned = openings.first { unseen.contains($0) }
        let must = library[menu].entries.first {
          unseen.contains($0) && library[menu].must.contains($0)
        }
        guard send((planned ?? must).map { .opened($0) } ?? .readOn) else { return nil }
      case .beginning, .change, .nothing, .reading:
        return Conversation(inputs: inputs, state: state)
      }
    }
    return Conversation(inputs: inputs, state: state)
  }

  /// An answer of the planned class; if nothing is planned, the question is skipped.
  private func answer(
    to question: QuestionID,
    _ offered: UInt64,
    _ truths: borrowing Truths
  ) -> Answer {
    let answer = truths.variables[question]
    guard let values = answers[question], let value = values[answer.variable], value >= 2 else {
      return .skipped
    }
    switch truths.classes[question.index] {
    case .unread: return .skipped
    case .words: return .text("…")
    case .choice(let sets): return .options(lowest(sets[value - 2] & offered))
    case .numbers(let ranges, let parts):
      return .number(Fraction(ranges[value - 2].lowerBound, over: parts) ?? .zero)
    case .ticks(let sets, let alone):
      var mask: UInt64 = 0
      for (tick, set) in zip(answer.ticks, sets + alone) where values[tick] == 1 {
        mask |= lowest(set & offered)
      }
      return .options(mask)
    }
  }

  private func lowest(_ options: UInt64) -> UInt64 { options & (~options &+ 1) }
}
