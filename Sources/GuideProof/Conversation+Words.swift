public import GuideCheck
import GuideEngine

extension Conversation {
  /// What the person does, one thing after another.
  public func words(in library: Library) -> [String] {
    var words: [String] = []
    var state = State(of: library)
    for input in inputs {
      switch (input, state.awaiting) {
      case (.began(let guide), _): words.append("begin `\(library[guide].name)`")
      case (.answered(.skipped), .answer(let question)):
        words.append("skip `\(library[question].name)`")
      case (.answered(let answer), .answer(let question)):
        words.append(
          "answer `\(library[question].name)` with \(library.names(in: answer, to: question))"
        )
      case (.opened(let entry), _): words.append("open `\(library.name(of: entry))`")
      case (.readOn, _): words.append("go on")
      default: break
      }
      _ = library.advance(&state, input)
    }
    return words
  }
}

extension Library {
  /// An answer in the words of the script.
  fileprivate func names(in answer: Answer, to question: QuestionID) -> String {
    switch answer {
    case .options(let mask):
      self[question].options.indices.filter { mask & (1 << UInt64($0)) != 0 }
        .map { "`\(self[question].options[$0].name)`" }.joined(separator: " and ")
    case .number(let number): "`\(number)`"
    case .text: "any words"
    case .skipped: "nothing"
    }
  }
}
