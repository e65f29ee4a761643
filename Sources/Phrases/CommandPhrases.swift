/// A command that works at every prompt, whatever the word for it is in the person's language.
public enum CommandWord: CaseIterable, Hashable, Sendable {
  case back
  case change
  case define
  case forget
  case keep
  case menu
  case pause
  case place
  case print
  case quit
  case `repeat`
  case review
  case same
  case save
  case skip
  case sources
  case stop
  case why
  case words
}

/// The commands that work at every prompt, and the replies to them.
public protocol CommandPhrases {
  /// How a command is typed and shown.
  func word(for command: CommandWord) -> String
  /// What a command does, in a few words.
  func explanation(of command: CommandWord) -> String
  /// The line about `help` in the list of words.
  var helpExplanation: String { get }
  /// The heading of the list of words.
  var wordsYouCanType: String { get }
  /// The reply to `pause`.
  var takeYourTime: String { get }
  /// The reply to `back` when there is nothing to go back to.
  var thisIsTheBeginning: String { get }
  /// The reply to `menu` when there is no menu to go back to.
  var noMenu: String { get }
  /// The reply to going on from a menu while topics that must be read are still unread.
  var someComeFirst: String { get }
  /// The reply to `same` when there is no earlier answer to keep.
  var noEarlierAnswer: String { get }
  /// Why the current question is asked, when the guide does not say.
  var whyAnAnswer: String { get }
  /// Why the guide asks a teach-back.
  var whyATeachBack: String { get }
  /// The reply to `why` where there is no question.
  var whyNothing: String { get }
  /// The reply to Control-C.
  var typeQuit: String { get }

  /// Which words are explained.
  func wordsExplained(_ words: [String]) -> String
  /// What a word means.
  func meaning(of word: String, _ meaning: String) -> String
  /// The reply to a word that is not explained, with similar words that are.
  func notExplained(near words: [String]) -> String

  /// The reply to `sources` when nothing on the screen has a source.
  var noSources: String { get }
  /// A source.
  func source(_ citation: String) -> String
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public func word(for command: CommandWord) -> String {
    switch command {
    case .back: "back"
    case .change: "change"
    case .define: "define"
    case .forget: "forget"
    case .keep: "keep"
    case .menu: "menu"
    case .pause: "pause"
    case .place: "where am i"
    case .quit: "quit"
    case .repeat: "repeat"
    case .review: "review"
    case .print: "print"
    case .same: "same"
    case .save: "save"
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
    case .keep: "keep your answers for your counselor"
    case .menu: "go back to the menu"
    case .pause: "take a break"
    case .place: "see how much there is still to read"
    case .quit: "leave"
    case .repeat: "read this again"
    case .review: "see your answers, and the lines on your page"
    case .print: "how to print your page"
    case .same: "keep the answer you gave before"
    case .save: "put your page in a file"
    case .skip: "skip this question"
    case .sources: "where the facts come from"
    case .stop: "end here, with your page"
    case .why: "why this is asked"
    case .words: "this list"
    }
  }

  public var helpExplanation: String { "help: who to turn to now" }

  public var wordsYouCanType: String { "Words you can type here:" }

  public var takeYourTime: String {
    "Take your time. Your place is kept as long as this program runs. To go on, press Enter."
  }

  public var thisIsTheBeginning: String {
    "This is the beginning. To change whether your answers are kept, type keep or forget."
  }

  public var noMenu: String { "There is no menu to go back to." }

  public var someComeFirst: String { "You need to look at some of these before you go on." }

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
    "Type define and a word. These words are explained here: \(words.joined(separator: ", "))."
  }

  public func meaning(of word: String, _ meaning: String) -> String {
    "\(word.prefix(1).uppercased() + word.dropFirst()): \(meaning)"
  }

  public func notExplained(near words: [String]) -> String {
    let offer =
      words.isEmpty
      ? "Type define by itself to see the words."
      : "Did you mean \(words.joined(separator: " or "))?"
    return "That word is not explained here. \(offer)"
  }

  public var noSources: String { "No sources are cited here." }

  public func source(_ citation: String) -> String { "From: \(citation)" }
}
