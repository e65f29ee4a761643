import GuideCheck
import GuideEngine
import Phrases

/// What each instruction costs a person in time: words to read and questions to answer.
///
/// The rates are 150 words a minute and 10 seconds a question, so a word is two fifths of a second. A
/// value in a text counts as one word; a figure counts as the words of its record.
struct ReadingCosts: Sendable {
  /// In fifths of a second.
  static let word = 2
  /// In fifths of a second.
  static let question = 50
  /// Fifths of a second in a minute.
  static let minute = 300

  private let words: [Int]
  private let library: Library

  init(_ library: Library) {
    self.library = library
    words = library.instructions.map { instruction in
      switch instruction {
      case .enter(let step): count(library[step].title)
      case .say(let passage): library.words(in: passage)
      case .ask(let question): library.words(in: question)
      case .offer(let menu): library.words(in: menu)
      case .begin, .go, .leave, .test, .visit: 0
      }
    }
  }

  /// The cost of reaching an instruction.
  func cost(of place: Int, _ charge: Query.Charge) -> Int {
    switch charge {
    case .nothing: return 0
    case .inputs:
      switch library.instructions[place] {
      case .ask, .offer: return 1
      default: return 0
      }
    case .questions:
      if case .ask = library.instructions[place] { return 1 }
      return 0
    case .time:
      if case .ask = library.instructions[place] {
        return words[place] * Self.word + Self.question
      }
      // A menu is read once, no matter how often the person comes back to it.
      return words[place] * Self.word
    }
  }

  /// The time to read and answer a question, in fifths of a second.
  func cost(ofAsking question: QuestionID) -> Int {
    library.words(in: question) * Self.word + Self.question
  }

  /// The time to read a menu, in fifths of a second.
  func cost(ofOffering menu: MenuID) -> Int { library.words(in: menu) * Self.word }

  /// The cost of the second try of a teach-back: its other words, and the question again.
  func priceOfRetry(_ question: QuestionID, _ charge: Query.Charge) -> Int {
    switch charge {
    case .nothing, .questions: return 0
    case .inputs: return 1
    case .time: return count(library[question].again ?? "") * Self.word + Self.question
    }
  }

  /// The cost of skipping a place that was seen before.
  func priceOfPassing(_ passage: PassageID, _ charge: Query.Charge) -> Int {
    charge == .time ? library.words(in: passage) * Self.word : 0
  }
}

extension Library {
  /// The number of words in a question, including its options.
  func words(in question: QuestionID) -> Int {
    count(self[question].prompt) + self[question].options.reduce(0) { $0 + count($1.label) }
  }

  /// The number of words in a menu.
  func words(in menu: MenuID) -> Int {
    self[menu].entries.reduce(0) { $0 + count(title(of: $1)) }
  }

  /// The number of words in a passage.
  func words(in passage: PassageID) -> Int {
    switch self[passage].kind {
    case .figure(let place):
      return FigureWords(figures[place], phrases).lines.reduce(0) { $0 + count($1) }
    case .ratings(let rows):
      return rows.reduce(count(phrases.yourRatings)) {
        $0 + count(self[$1].prompt) + count(phrases.rating(0, most: 5))
      }
    case .comparison(let rows):
      return rows.reduce(0) { $0 + count($1.title) + $1.cells.reduce(0) { $0 + count($1) } }
    case .alreadySeen(let title): return count(title)
    case .disagreement: return count(phrases.nextDisagrees(text(of: passage)))
    case .ruleEnds(let day): return count(phrases.ruleEnds(phrases.date(day)))
    case .item, .listLine, .paragraph, .weighPrompt: break
    }
    return count(text(of: passage))
  }

  /// The text of a passage, with a digit in place of each value.
  private func text(of passage: PassageID) -> String {
    self[passage].pieces.map { if case .text(let words, _) = $0 { words } else { "1" } }.joined()
  }
}

/// The number of words in a text.
private func count(_ text: String) -> Int {
  var count = 0
  var isInside = false
  for byte in text.utf8 {
    let isSpace = byte == 0x20 || byte == 0x0A
    if !isSpace, !isInside { count += 1 }
    isInside = !isSpace
  }
  return count
}
