public import GuideCheck
import GuideEngine
import SourceText

extension Library {
  /// The steps where the person left out these questions, each once, in the order of the walk.
  func steps(leavingOut questions: [QuestionID], on state: State) -> [StepID] {
    var steps: [StepID] = []
    var here: StepID?
    for footprint in state.walk {
      switch footprint {
      case .step(let step): here = step
      case .answer(let question) where questions.contains(question):
        guard let step = self[question].step ?? here, !steps.contains(step) else { continue }
        steps.append(step)
      case .answer, .guide, .passage: break
      }
    }
    return steps
  }
}

extension Source {
  /// The source as one line: who, what, when.
  public var citation: String {
    [authors, title, year].filter { !$0.isEmpty }
      .map(\.asSentence).joined(separator: " ")
  }
}
