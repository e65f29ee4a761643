import Documents
public import SessionCore
import SourceText

/// One question of a command, asked until the answer is acceptable, at most three times.
///
/// Without a terminal, each line of the input is an answer, and is shown as it was read.
public struct CommandQuestion: LineProgram {
  /// Why there is no answer.
  public enum Refusal: Equatable, Sendable {
    /// None of three answers was acceptable.
    case unanswered
    /// The person left.
    case left
    /// The input ended.
    case ended
  }

  /// The answer, with single spaces between its words; nil while there is none.
  public private(set) var answer: String?
  /// Why there is none; nil while there can still be one.
  public private(set) var refusal: Refusal?
  /// What the Tab key can complete.
  public let completions: [String]
  private let question: String
  private let choices: [String]
  private let renderer: TerminalRenderer
  private let isTerminal: Bool
  private let problem: (String) -> String?
  private var tries = 0

  /// How many times a question is asked before giving up.
  private static let most = 3

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - question: The text of the question.
  ///   - choices: The choices, shown with numbers.
  ///   - completions: What else the Tab key can complete.
  ///   - output: Where to ask it.
  ///   - problem: Returns why an answer is not acceptable, or nil if it is.
  public init(
    _ question: String,
    choices: [String] = [],
    completions: [String] = [],
    on output: Output,
    problem: @escaping (String) -> String?
  ) {
    self.question = question
    self.choices = choices
    self.completions = choices + completions
    self.problem = problem
    renderer = output.renderer
    isTerminal = output.isTerminal
  }

  /// The prompt before the line.
  public var prompt: String { "> " }

  /// Accepts a line as the answer, if it is acceptable.
  public mutating func handle(_ event: LineEvent<Void>) -> [LineEffect<Never>] {
    switch event {
    case .began: return asked
    case .line(let line, _): return take(line.split(separator: " ").joined(separator: " "))
    case .back, .interrupted:
      refusal = .left
      return [.end]
    case .ended:
      refusal = .ended
      return [.end]
    case .refreshed: return asked
    case .elapsed, .performed, .resized: return []
    }
  }

  private mutating func take(_ words: String) -> [LineEffect<Never>] {
    let echo = isTerminal ? [""] : ["> \(visible(words))", ""]
    tries += 1
    guard let problem = problem(words) else {
      answer = words
      return [.write(echo), .end]
    }
    let said = LineEffect<Never>.write(echo + said(problem))
    if tries < Self.most { return [said] + asked }
    refusal = .unanswered
    return [said, .end]
  }

  private var asked: [LineEffect<Never>] {
    let numbered = choices.enumerated().flatMap { place, choice in
      wrapped(
        visible(choice),
        width: renderer.width,
        indent: "  \(place + 1)  ",
        hanging: "     "
      )
    }
    return [.write(wrapped(visible(question), width: renderer.width) + numbered + [""])]
  }

  private func said(_ text: String) -> [String] {
    wrapped(visible(text), width: renderer.width) + [""]
  }
}
