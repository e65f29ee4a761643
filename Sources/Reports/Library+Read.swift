public import GuideCheck
import GuideEngine
import SourceText

extension Library {
  /// The figures on a walk, each once, in the order they were read.
  func figuresRead(on state: State) -> [Figure] {
    var read: [Int] = []
    for footprint in state.walk {
      if case .passage(let passage) = footprint, case .figure(let figure) = self[passage].kind,
        !read.contains(figure)
      {
        read.append(figure)
      }
    }
    return read.map { figures[$0] }
  }

  /// The steps in which a question about the person was left out.
  ///
  /// A teach-back asks about our words, a row of a `weigh` is listed as not rated, and who has no words
  /// of their own need not say so.
  func stepsSkipped(on state: State) -> [StepID] {
    var steps: [StepID] = []
    var here: StepID?
    for footprint in state.walk {
      switch footprint {
      case .step(let step): here = step
      case .answer(let question) where state.answers[question.index] == .skipped:
        guard self[question].asksAboutPerson, let step = self[question].step ?? here else {
          continue
        }
        steps.append(step)
      case .answer, .guide, .passage: break
      }
    }
    return steps
  }
}

extension Question {
  /// Whether it is a row of a `weigh`.
  var isWeighed: Bool { if case .weigh = role { true } else { false } }

  fileprivate var asksAboutPerson: Bool {
    if case .question = role, !isOpen { true } else { false }
  }

  /// Whether it is answered in the person's own words, or with anything else no condition looks into.
  var isOpen: Bool { domain.partition == .whole }
}

extension Source {
  /// The source as one line: who, what, when.
  public var citation: String {
    [authors, title, year].filter { !$0.isEmpty }
      .map(\.asSentence).joined(separator: " ")
  }
}
