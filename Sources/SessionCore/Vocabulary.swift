import GuideCheck
import GuideEngine
import Phrases

/// The words that mean the same at every prompt, made ready once for a session.
struct Vocabulary: Sendable {
  /// What is typed for each command, in lower case.
  let commands: [String: CommandWord]
  /// The words that open help when they are typed alone.
  let helpWords: Set<String>
  /// The words that open help wherever they are in a line that fits nothing.
  let alarmWords: Set<String>
  /// The phrases that open help, as words, by their first word.
  private let phrasesByFirstWord: [Substring: [[Substring]]]

  init(_ library: Library) {
    let phrases = library.phrases
    var commands = phrases.otherCommandWords
    for command in CommandWord.allCases { commands[phrases.word(for: command)] = command }
    self.commands = commands
    // What was there when the program was built opens help even where the place file lacks it.
    let places = library.locality.map { [$0] + Locality.builtIn.prefix(1) } ?? Locality.builtIn
    // The numbers people call are typed too.
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

  /// Whether a phrase of the place file is in a line, given as it is compared.
  func holdsPhrase(_ plain: String) -> Bool {
    let words = plain.split(separator: " ")
    for place in words.indices {
      guard let phrases = phrasesByFirstWord[words[place]] else { continue }
      if phrases.contains(where: { words[place...].starts(with: $0) }) { return true }
    }
    return false
  }
}
