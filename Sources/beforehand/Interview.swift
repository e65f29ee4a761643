import SourceText
import TerminalUI

/// What a command asks whoever gave it: a question, and a line for the answer.
///
/// Where there is no terminal, each line of the input is an answer, and is shown as it was taken.
struct Interview {
  private let editor = LineEditor()
  private let output = Output(isTerminal: LineEditor.hasTerminal, environment: environment())

  /// How often a question is asked before it is given up.
  private static let most = 3

  /// Says something, and under it what there is to choose from.
  func say(_ text: String, choices: [String] = []) throws(Failure) {
    let width = output.layout(columns: LineEditor.terminalSize?.columns).width
    let numbered = choices.enumerated().flatMap { place, choice in
      wrapped(visible(choice), width: width, indent: "  \(place + 1)  ", hanging: "     ")
    }
    try output.write(wrapped(visible(text), width: width) + numbered + [""])
  }

  /// Asks until the answer will do, three times at most.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - draft: What stands in the line already, at a terminal.
  ///   - choices: What there is to choose from, shown with numbers.
  ///   - completions: What the Tab key may complete.
  ///   - fault: Why an answer will not do; nil if it will.
  /// - Returns: The answer, with single spaces between its words.
  /// - Throws: What to say when there is none.
  func ask(
    _ question: String,
    draft: String = "",
    choices: [String] = [],
    completions: [String] = [],
    fault: (String) -> String?
  ) throws(Failure) -> String {
    for _ in 0..<Self.most {
      try say(question, choices: choices)
      let answer = try read(draft, choices + completions)
      guard let fault = fault(answer) else { return answer }
      try say(fault)
    }
    throw Failure("That was not answered, so nothing was written.", exit: .usage)
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
    func place(_ answer: String) -> Int? {
      if let number = Int(answer) { return labels.indices.contains(number - 1) ? number - 1 : nil }
      let found = matches(answer, labels)
      return found.count == 1 ? labels.firstIndex(of: found[0]) : nil
    }
    let answer = try ask(question, choices: labels) {
      place($0) == nil ? "Type a number from 1 to \(labels.count)." : nil
    }
    return place(answer) ?? 0
  }

  private func matches(_ answer: String, _ labels: [String]) -> [String] {
    answer.isEmpty ? [] : labels.filter { $0.lowercased().hasPrefix(answer.lowercased()) }
  }

  private func read(_ draft: String, _ completions: [String]) throws(Failure) -> String {
    switch editor.read(prompt: "> ", draft: draft, completions: completions) {
    case .line(let line), .cut(let line):
      let words = line.split(separator: " ").joined(separator: " ")
      if !LineEditor.hasTerminal { try output.write(["> \(visible(words))"]) }
      try output.write([""])
      return words
    case .back, .interrupted:
      throw Failure("You left, so nothing was written.", exit: .usage)
    case .ended:
      throw Failure(
        "The input ended before everything was answered, so nothing was written.",
        exit: .usage
      )
    }
  }
}
