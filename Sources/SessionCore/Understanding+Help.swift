import GuideCheck
import Phrases

/// What counts as a call for help in a typed line.
///
/// A false alarm costs a person one screen; a miss may cost more.
extension Understanding {
  /// Whether a line is a call for help at any prompt: a word for help by itself, or a phrase from the
  /// list.
  ///
  /// - Parameters:
  ///   - bare: The line in lowercase, without the punctuation around it.
  ///   - plain: The line in the form used for comparison.
  /// - Returns: Whether it is.
  func callsForHelp(_ bare: String, _ plain: String) -> Bool {
    vocabulary.helpWords.contains(bare) || vocabulary.holdsPhrase(plain)
  }

  /// Whether a phrase from the list is in a line; compared without apostrophes and punctuation.
  func isOnPhraseList(_ line: String) -> Bool { vocabulary.holdsPhrase(Self.plain(line)) }

  /// Whether a line that does not fit the current prompt has an alarm word in it.
  func soundsAlarm(_ plain: String) -> Bool {
    plain.split(separator: " ").contains { word in
      vocabulary.alarmWords.contains(String(word))
        || phrases.alarmBeginnings.contains { word.hasPrefix($0) }
    }
  }

  /// Whether a single word is the word for help with one typing error: two neighbors swapped, a letter
  /// missing, a letter changed, or letters held down too long.
  ///
  /// Letters of other scripts never count as typing errors for these.
  func isSlipOfHelp(_ word: String) -> Bool {
    guard word.allSatisfy({ $0.isASCII && $0 != " " }), !phrases.wordsLikeHelp.contains(word)
    else { return false }
    let (help, typed) = (Array(phrases.helpWord), Array(word))
    guard typed.count <= 10 * help.count else { return false }
    var released: [Character] = []
    for letter in typed where letter != released.last { released.append(letter) }
    if released == help { return true }
    if typed.count == help.count - 1 {
      return help.indices.contains { left in
        help.indices.filter { $0 != left }.map { help[$0] } == typed
      }
    }
    guard typed.count == help.count else { return false }
    let wrong = help.indices.filter { help[$0] != typed[$0] }
    if wrong.count == 2, wrong[1] == wrong[0] + 1 {
      return typed[wrong[0]] == help[wrong[1]] && typed[wrong[1]] == help[wrong[0]]
    }
    return wrong.count == 1
  }
}
