public import GuideCheck
import Phrases

/// What a walk has come to: the answers on it, and the lines for the person's lists.
public struct Summary: Equatable, Sendable {
  /// A line for a list.
  public struct Line: Hashable, Sendable {
    /// The list.
    public let list: Passage.List
    /// What it says.
    public let text: String

    /// A line of a list.
    public init(list: Passage.List, text: String) {
      self.list = list
      self.text = text
    }
  }

  /// The questions asked, in order, and what was said.
  public let answers: [Answered]
  /// The lines the person left on their page, in the order of the walk.
  public let lines: [Line]
  /// All lines of the walk, those taken off included, in its order.
  public let allLines: [Line]
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
          if misses(answer, question) {
            lines.append(Summary.Line(list: .ask, text: questionAfterMiss(of: question)))
          }
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
    return Summary(
      answers: answers,
      lines: lines.filter { !state.takenOff.contains($0) },
      allLines: lines,
      steps: steps
    )
  }

  /// Whether an answer to a teach-back, which is given at the second try, is none of the right ones.
  private func misses(_ answer: Answer, _ question: QuestionID) -> Bool {
    guard case .check = self[question].role, case .options(let mask) = answer else { return false }
    return mask.isDisjoint(with: self[question].right)
  }

  /// What goes on the list of questions when a teach-back was missed twice: our words did not do.
  public func questionAfterMiss(of question: QuestionID) -> String {
    let title = self[question].step.map { self[$0].title } ?? self[question].prompt
    return phrases.questionAfterMiss(title)
  }
}
