import CallsForHelp
import GuideCheck
import Phrases

/// What counts as a call for help in a typed line.
///
/// A false alarm costs a person one screen; a miss may cost more.
extension Understanding {
  /// Whether a line is a call for help at any prompt: a word for help or a number to call by itself, or
  /// what a pattern of the place file is about.
  ///
  /// - Parameters:
  ///   - bare: The line in lowercase, without the punctuation around it.
  ///   - line: The line.
  /// - Returns: Whether it is.
  func callsForHelp(_ bare: String, _ line: String) -> Bool {
    vocabulary.helpWords.contains(bare) || isCall(line)
  }

  /// Whether a line that opened help can be meant as an answer in the person's own words: a word for help
  /// by itself cannot.
  func canBeMeant(_ line: String) -> Bool { Self.plain(line).contains(" ") && isCall(line) }

  private func isCall(_ line: String) -> Bool {
    if case .call = vocabulary.calls.reading(of: line) { true } else { false }
  }
}
