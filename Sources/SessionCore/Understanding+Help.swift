import CallsForHelp
import GuideCheck
import Phrases

/// What counts as a call for help in a typed line.
///
/// A false alarm costs a person one screen; a miss may cost more.
extension Understanding {
  /// Whether a line is only a number, or only yes or no, and so no call, whatever it looks like: `5k`.
  func isPlainAnswer(_ lower: String, _ plain: String) -> Bool {
    if phrases.yesWords.contains(plain) || phrases.noWords.contains(plain) { return true }
    guard lower.contains(where: \.isNumber) else { return false }
    let reading = NumberReading(lower, units: phrases.currencyWords, highest: nil, phrases)
    return if case .one = reading { true } else { false }
  }

  /// Whether a line that opened help can be meant as an answer in the person's own words: a word for help
  /// by itself cannot.
  func canBeMeant(_ line: String) -> Bool { Self.plain(line).contains(" ") && isCall(line) }

  /// Whether a pattern of the place file is about a line.
  func isCall(_ line: String) -> Bool {
    if case .call = vocabulary.calls.reading(of: line) { true } else { false }
  }
}
