public import GuideCheck
import GuideEngine
import SourceText

extension Library {
  /// The figures on a walk, each once, in the order the person read them.
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

  /// The steps where the person skipped a question about themselves.
  ///
  /// This does not include teach-backs, which ask about our words; rows of a `weigh`, which are listed as
  /// not rated; or questions answered in the person's own words.
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

  /// Whether the answer is the person's own words, or anything else that no condition looks into.
  var isOpen: Bool { domain.partition == .whole }
}

extension Source {
  /// The source as one line: who, what, when.
  public var citation: String {
    [authors, title, year].filter { !$0.isEmpty }
      .map(\.asSentence).joined(separator: " ")
  }
}
