import GuideCheck
import GuideEngine
import Phrases

/// The words that mean the same at every prompt, prepared once per session.
struct Vocabulary: Sendable {
  /// What to type for each command, in lowercase.
  let commands: [String: CommandWord]
  /// The words that open help when they are typed by themselves.
  let helpWords: Set<String>
  /// The words that open help anywhere in a line that does not fit the prompt.
  let alarmWords: Set<String>
  /// The words that are explained.
  private let explained: Set<String>
  /// The phrases that open help, as words, by their first word.
  private let phrasesByFirstWord: [Substring: [[Substring]]]

  init(_ library: Library) {
    let phrases = library.phrases
    var commands = phrases.otherCommandWords
    for command in CommandWord.allCases { commands[phrases.word(for: command)] = command }
    self.commands = commands
    explained = Set(library.terms.flatMap { [$0.word] + $0.also }.map(Understanding.plain))
    // Phrases that were there when the program was built open help even if the place file lacks them.
    let places = library.locality.map { [$0] + Locality.builtIn.prefix(1) } ?? Locality.builtIn
    // People also type the numbers to call.
    let numbers = Set(places.flatMap(\.numbersToCall))
    helpWords = phrases.helpWords.union([phrases.helpWord]).union(numbers)
    alarmWords = phrases.alarmWords.union(numbers)
    var byFirst: [Substring: [[Substring]]] = [:]
    for phrase in Set(places.flatMap(\.phrases)) {
      let words = Understanding.plain(phrase).split(separator: " ")
      if let first = words.first { byFirst[first, default: []].append(words) }
    }
    phrasesByFirstWord = byFirst
  }

  /// Whether a word is explained.
  func isExplained(_ word: String) -> Bool { explained.contains(word) }

  /// Whether a phrase of the place file is in a line, which is in the form used for comparison.
  func holdsPhrase(_ plain: String) -> Bool {
    let words = plain.split(separator: " ")
    for place in words.indices {
      guard let phrases = phrasesByFirstWord[words[place]] else { continue }
      if phrases.contains(where: { words[place...].starts(with: $0) }) { return true }
    }
    return false
  }
}
