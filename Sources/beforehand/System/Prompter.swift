import Documents
import SourceText
import Terminal

/// Asks the person who gave a command what its options did not say.
struct Prompter {
  private let loop = TerminalLoop(Output(environment: environment()))

  /// Says something.
  func say(_ text: String) throws(Failure) {
    try writing { () throws(OutputClosed) in
      try loop.output.write(wrapped(visible(text), width: loop.output.renderer.width) + [""])
    }
  }

  /// Asks until the answer will do, three times at most.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - choices: What there is to choose from, shown with numbers.
  ///   - completions: What the Tab key may complete.
  ///   - problem: Why an answer will not do; nil if it will.
  /// - Returns: The answer, with single spaces between its words.
  /// - Throws: What to say when there is none.
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
      case .unanswered: "That was not answered, so nothing was written."
      case .left, nil: "You left, so nothing was written."
      case .ended: "The input ended before everything was answered, so nothing was written."
      }
    throw Failure(why, exit: .usage)
  }

  /// Asks for yes or no.
  func confirm(_ question: String) throws(Failure) -> Bool {
    let words = ["yes", "no"]
    let answer = try ask("\(question) Type yes or no.", completions: words) { answer in
      matches(answer, words).isEmpty ? "Type yes or no." : nil
    }
    return matches(answer, words) == ["yes"]
  }

  /// Asks for one of several things, by its number or its beginning; returns its place.
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
