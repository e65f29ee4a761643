import CallsForHelp
import GuideCheck
import GuideEngine
import Phrases

/// The words that mean the same at every prompt, prepared once per session.
struct Vocabulary: Sendable {
  /// What to type for each command, in lowercase.
  let commands: [String: CommandWord]
  /// The words that open help when they are typed by themselves.
  let helpWords: Set<String>
  /// The words that are explained.
  private let explained: Set<String>
  /// What makes a line a call for help.
  let calls: PreparedCalls

  init(_ library: Library) {
    let phrases = library.phrases
    var commands = phrases.otherCommandWords
    for command in CommandWord.allCases { commands[phrases.word(for: command)] = command }
    self.commands = commands
    explained = Set(library.terms.flatMap { [$0.word] + $0.also }.map(Understanding.plain))
    // What was there when the program was built opens help even if the place file lacks it.
    let places = library.locality.map { [$0] + Locality.builtIn.prefix(1) } ?? Locality.builtIn
    // People also type the numbers to call.
    helpWords = Set(places.flatMap(\.numbersToCall)).union([phrases.helpWord])
    calls = PreparedCalls(places.map(\.callRecords))
  }

  /// Whether a word is explained.
  func isExplained(_ word: String) -> Bool { explained.contains(word) }
}
