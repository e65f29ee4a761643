/// A word that works at every prompt, whatever it is called in the person's language.
public enum CommandWord: CaseIterable, Hashable, Sendable {
  case back
  case change
  case define
  case forget
  case menu
  case pause
  case quit
  case `repeat`
  case review
  case same
  case skip
  case sources
  case stop
  case why
  case words
}

/// The words that work at every prompt, and what they answer.
public protocol CommandPhrases {
  /// How a command is typed, as it is shown.
  func word(for command: CommandWord) -> String
  /// What a command does, in a few words.
  func explanation(of command: CommandWord) -> String
  /// Other words for commands.
  var otherCommandWords: [String: CommandWord] { get }
  /// The line of the list of words that says what the word for help does.
  var helpExplanation: String { get }
  /// The heading of the list of words.
  var wordsYouCanType: String { get }
  /// The answer to a pause.
  var takeYourTime: String { get }
  /// The choice that ends a pause.
  var goOnAfterPause: String { get }
  /// There is nothing to go back to.
  var thisIsTheBeginning: String { get }
  /// There is no menu to go back to.
  var noMenu: String { get }
  /// Some topics come first.
  var someComeFirst: String { get }
  /// There is no answer to keep.
  var noEarlierAnswer: String { get }
  /// Why the question that stands is asked, where the guide does not say it.
  var whyAnAnswer: String { get }
  /// Why a teach-back is asked.
  var whyATeachBack: String { get }
  /// Why nothing has to be answered.
  var whyNothing: String { get }
  /// What Control-C is told.
  var typeQuit: String { get }

  /// Which words are explained.
  func wordsExplained(_ words: [String]) -> String
  /// What a word means.
  func meaning(of word: String, _ meaning: String) -> String
  /// A word that is not explained, with those that are spelled alike.
  func notExplained(near words: [String]) -> String

  /// Nothing on the screen rests on a source.
  var noSources: String { get }
  /// A source.
  func source(_ citation: String) -> String
}

// Each phrase has its meaning in the protocol above.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func word(for command: CommandWord) -> String {
    switch command {
    case .back: "back"
    case .change: "change"
    case .define: "define"
    case .forget: "forget"
    case .menu: "menu"
    case .pause: "pause"
    case .quit: "quit"
    case .repeat: "repeat"
    case .review: "review"
    case .same: "same"
    case .skip: "skip"
    case .sources: "sources"
    case .stop: "stop here"
    case .why: "why"
    case .words: "?"
    }
  }

  public func explanation(of command: CommandWord) -> String {
    switch command {
    case .back: "go back one step"
    case .change: "change an answer, like: change 2"
    case .define: "what a word means, like: define ketamine"
    case .forget: "erase everything from this session"
    case .menu: "go back to the menu"
    case .pause: "take a break"
    case .quit: "leave"
    case .repeat: "read this again"
    case .review: "see your answers, and the lines on your page"
    case .same: "keep the answer you gave before"
    case .skip: "skip this question"
    case .sources: "where the facts come from"
    case .stop: "end here, with your page"
    case .why: "why this is asked"
    case .words: "this list"
    }
  }

  public var otherCommandWords: [String: CommandWord] {
    [
      "stop": .stop, "exit": .quit, "bye": .quit, "leave": .quit, ":q": .quit, "words": .words,
      "commands": .words, "again": .repeat,
    ]
  }

  public var helpExplanation: String { "help: who to turn to, now" }

  public var wordsYouCanType: String { "Words you can type here:" }

  public var takeYourTime: String {
    "Take your time. Your place is kept as long as this program runs."
  }

  public var goOnAfterPause: String { "Go on" }

  public var thisIsTheBeginning: String { "This is the beginning." }

  public var noMenu: String { "There is no menu to go back to." }

  public var someComeFirst: String { "Some of these come before you go on." }

  public var noEarlierAnswer: String { "There is no earlier answer here." }

  public var whyAnAnswer: String {
    "Your answer leads to the parts that fit you. You can skip it."
  }

  public var whyATeachBack: String { "To see if we said it clearly. There is no score." }

  public var whyNothing: String {
    "You choose what to look at. Nothing here has to be answered."
  }

  public var typeQuit: String { "Type quit to leave." }

  public func wordsExplained(_ words: [String]) -> String {
    "Type define and a word. The words explained here: \(words.joined(separator: ", "))."
  }

  public func meaning(of word: String, _ meaning: String) -> String {
    "\(word.prefix(1).uppercased() + word.dropFirst()): \(meaning)"
  }

  public func notExplained(near words: [String]) -> String {
    let offer =
      words.isEmpty
      ? "Type define alone to see the words." : "Did you mean \(words.joined(separator: " or "))?"
    return "That word is not explained here. \(offer)"
  }

  public var noSources: String { "Nothing here rests on a source." }

  public func source(_ citation: String) -> String { "From: \(citation)" }
}
