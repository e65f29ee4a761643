public import GuideCheck

/// What a walk has come to: the answers on it, and the lines for the person's lists.
public struct Summary: Equatable, Sendable {
  /// A line for a list.
  public struct Line: Hashable, Sendable {
    /// The list.
    public let list: Passage.List
    /// What it says.
    public let text: String
  }

  /// The questions asked, in order, and what was said.
  public let answers: [Answered]
  /// The lines, in the order of the walk.
  public let lines: [Line]
  /// The steps and topics read, in order.
  public let steps: [StepID]

  /// A question and what was said to it.
  public struct Answered: Hashable, Sendable {
    /// The question.
    public let question: QuestionID
    /// What was said.
    public let answer: Answer
  }
}

extension Library {
  /// What the walk of a state has come to.
  public func summary(of state: State) -> Summary {
    var state = state
    var answers: [Summary.Answered] = []
    var lines: [Summary.Line] = []
    var steps: [StepID] = []
    for footprint in state.walk {
      switch footprint {
      case .answer(let question):
        if let answer = state.answers[question.index] {
          answers.append(Summary.Answered(question: question, answer: answer))
        }
      case .step(let step): steps.append(step)
      case .guide: break
      case .passage(let identifier):
        let passage = self[identifier]
        if case .listLine(let list) = passage.kind {
          lines.append(Summary.Line(list: list, text: compose(identifier, &state).text))
        }
      }
    }
    return Summary(answers: answers, lines: lines, steps: steps)
  }
}
