public import GuideCheck
import Phrases

/// The results of a walk: the answers, and the lines for the person's lists.
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

  /// The questions asked, in order, with the answers.
  public let answers: [Answered]
  /// The lines the person left on their page, in the order of the walk.
  public let lines: [Line]
  /// All lines of the walk, including those taken off, in order.
  public let allLines: [Line]
  /// The steps and topics read, in order.
  public let steps: [StepID]

  /// A question and its answer.
  public struct Answered: Hashable, Sendable {
    /// The question.
    public let question: QuestionID
    /// The answer.
    public let answer: Answer
  }
}

extension Library {
  /// The results of the walk of a state.
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
      lines: lines.filter { !state.takenOff.contains(.line($0)) },
      allLines: lines,
      steps: steps
    )
  }

  /// Whether an answer is the second wrong one to a teach-back, so that there is a line about it.
  public func misses(_ answer: Answer, _ question: QuestionID) -> Bool {
    guard case .check = self[question].role, case .options(let mask) = answer else { return false }
    return mask.isDisjoint(with: self[question].right)
  }

  /// What goes on the list of questions after two wrong answers to a teach-back: our words were not
  /// clear.
  public func questionAfterMiss(of question: QuestionID) -> String {
    let title = self[question].step.map { self[$0].title } ?? self[question].prompt
    return phrases.questionAfterMiss(title)
  }
}
