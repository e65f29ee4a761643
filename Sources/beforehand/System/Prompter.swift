import Documents
import SourceText
import Terminal

/// Asks the person who ran a command for what its options did not give.
struct Prompter {
  private let loop = TerminalLoop(Output(environment: environment()))

  /// Shows a text.
  func say(_ text: String) throws(Failure) {
    try writing { () throws(OutputClosed) in
      try loop.output.write(wrapped(visible(text), width: loop.output.renderer.width) + [""])
    }
  }

  /// Asks until the answer fits, at most three times.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - choices: The choices, which are shown with numbers.
  ///   - completions: The words that the Tab key can complete.
  ///   - problem: Returns why an answer does not fit; nil if it fits.
  /// - Returns: The answer, with single spaces between its words.
  /// - Throws: A failure if there is no answer.
  func ask(
    _ question: String,
    choices: [String] = [],
    completions: [String] = [],
    problem: @escaping (String) -> String?
  ) throws(Failure) -> String {
    var asked = CommandQuestion(
      question,
      choices: choices,
      completions: completions,
      on: loop.output,
      problem: problem
    )
    try writing { () throws(OutputClosed) in try loop.run(&asked) { _ in } }
    if let answer = asked.answer { return answer }
    let why =
      switch asked.refusal {
      case .unanswered: "The question was not answered, so nothing was written."
      case .left, nil: "You left, so nothing was written."
      case .ended: "The input ended before all questions were answered, so nothing was written."
      }
    throw Failure(why, exit: .usage)
  }

  /// Asks a yes-or-no question.
  func confirm(_ question: String) throws(Failure) -> Bool {
    let words = ["yes", "no"]
    let answer = try ask("\(question) Type yes or no.", completions: words) { answer in
      matches(answer, words).isEmpty ? "Type yes or no." : nil
    }
    return matches(answer, words) == ["yes"]
  }

  /// Asks for one of several choices, by its number or its first letters; returns its index.
  func choose(_ question: String, among labels: [String]) throws(Failure) -> Int {
    @Sendable func place(_ answer: String) -> Int? {
      if let number = Int(answer) { return labels.indices.contains(number - 1) ? number - 1 : nil }
      let found = matches(answer, labels)
      return found.count == 1 ? labels.firstIndex(of: found[0]) : nil
    }
    let answer = try ask(question, choices: labels) {
      place($0) == nil ? "Type a number from 1 to \(labels.count)." : nil
    }
    return place(answer) ?? 0
  }
}

private func matches(_ answer: String, _ labels: [String]) -> [String] {
  answer.isEmpty ? [] : labels.filter { $0.lowercased().hasPrefix(answer.lowercased()) }
}
