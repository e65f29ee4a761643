public import GuideCheck
import GuideEngine

extension Witness {
  /// What the person does, one action after another, by the names in the script.
  public func words(in library: Library) -> [String] {
    told(over: library) { input, awaiting in
      switch (input, awaiting) {
      case (.began(let guide), _): ["begin `\(library[guide].name)`"]
      case (.answered(let question, .skipped), _): ["skip `\(library[question].name)`"]
      case (.answered(let question, let answer), _):
        ["answer `\(library[question].name)` with \(library.names(in: answer, to: question))"]
      case (.opened(let entry), _): ["open `\(library.name(of: entry))`"]
      case (.readOn, _): ["go on"]
      default: []
      }
    }
  }

  /// The lines of a transcript with questions and answers, without the text that is read.
  public func lines(in library: Library) -> [String] {
    told(over: library) { input, awaiting in
      switch (input, awaiting) {
      case (.began(let guide), _):
        ["guide: \(guide == .house ? "shelf" : library[guide].name)"]
      case (.answered(let question, let answer), _):
        [library[question].prompt, "> \(library.labels(in: answer, to: question))"]
      case (.opened(let entry), _): ["> \(library.title(of: entry))"]
      case (.readOn, .choice(let menu)):
        [library[library[menu].step].guide == .house ? "> I am done" : "> Go on"]
      case (.readOn, _): ["> Keep reading"]
      default: []
      }
    }
  }

  /// What to report about each input, and about the prompt before it.
  private func told(
    over library: Library,
    _ tell: (Input, State.Awaiting) -> [String]
  ) -> [String] {
    var told: [String] = []
    var state = State(of: library)
    for input in inputs {
      told += tell(input, state.awaiting)
      _ = library.advance(&state, input)
    }
    return told
  }
}

extension Library {
  /// An answer by the names in the script.
  fileprivate func names(in answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .options(let mask):
      return asked.options(in: mask).map { "`\($0.name)`" }.joined(separator: " and ")
    case .skipped: return "nothing"
    case _ where asked.domain.partition == .whole: return "any \(asked.domain.noun)"
    default: return "`\(NamedAnswer(answer, to: asked).description)`"
    }
  }

  /// An answer in the words that people read.
  fileprivate func labels(in answer: Answer, to question: QuestionID) -> String {
    let asked = self[question]
    switch answer {
    case .options(let mask): return asked.options(in: mask).map(\.label).joined(separator: "; ")
    case .skipped: return "skip"
    case _ where asked.domain.partition == .whole: return "some \(asked.domain.noun)"
    default: return NamedAnswer(answer, to: asked).description
    }
  }
}
