import GuideCheck
import GuideEngine
import Phrases

/// The number of words that a person reads in a text: what has a letter or a digit in it.
///
/// A bullet, a dash, or a plus sign by itself is not read.
func wordCount(_ text: String) -> Int {
  var count = 0
  var isCounted = false
  var isPunctuation = 0
  for byte in text.utf8 {
    if byte == 0x20 || byte == 0x0A {
      isCounted = false
    } else if isPunctuation == 2 {
      // Dashes, quotation marks, and isolates: U+2000 to U+207F.
      isPunctuation = byte == 0x80 || byte == 0x81 ? 1 : 0
      if isPunctuation == 0, !isCounted {
        count += 1
        isCounted = true
      }
    } else if isPunctuation == 1 {
      isPunctuation = 0
    } else if byte == 0xE2 {
      isPunctuation = 2
    } else if !isCounted, byte >= 0x80 || byte.isLetterOrDigit {
      count += 1
      isCounted = true
    }
  }
  return count
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self
  }
}

// The words on the screen, as the session draws them.
extension Library {
  /// The number of words of a question, its choices, their numbers, and how to answer.
  func words(in question: QuestionID) -> Int {
    let asked = self[question]
    return wordCount(asked.prompt) + wordCount(howToAnswer(asked) ?? "")
      + asked.options.reduce(0) { $0 + 1 + wordCount($1.label) }
  }

  /// The number of words of a menu, whatever was opened before.
  func words(in menu: MenuID) -> ClosedRange<Int> {
    let titles = self[menu].entries.reduce(0) { $0 + wordCount(title(of: $1)) }
    let numbered = self[menu].entries.reduce(0) { sum, entry in
      let title = title(of: entry)
      return sum + 1
        + wordCount(self[menu].must.contains(entry) ? phrases.mustRead(title) : title)
    }
    let way = 1 + max(wordCount(phrases.goOn), wordCount(phrases.iAmDone))
    let read = self[menu].entries.count * wordCount(phrases.alreadyRead(""))
    return titles...numbered + read + way
  }

  /// The number of words of a passage, without what is added above it.
  func words(in passage: PassageID) -> ClosedRange<Int> {
    switch self[passage].kind {
    case .figure(let place):
      let words = FigureWords(figures[place], phrases)
      let all = words.lines.reduce(wordCount(phrases.outcome(words.outcome))) {
        $0 + wordCount($1)
      }
      return all...all
    case .ratings(let rows):
      let rated = rows.reduce(wordCount(phrases.yourRatings) + wordCount(phrases.ratingsAreYours)) {
        $0 + wordCount(self[$1].prompt) + wordCount(phrases.rating(0, most: 5))
      }
      let unrated = wordCount(phrases.nothingRated)
      return min(rated, unrated)...max(rated, unrated)
    case .comparison(let rows):
      let heads = self[self[self[passage].step].guide].options.map(\.label)
      let names = heads.reduce(0) { $0 + wordCount($1) }
      let cells = rows.reduce(0) { sum, row in
        sum + wordCount(row.title) + row.cells.reduce(0) { $0 + wordCount($1) }
      }
      // Side by side, the options are named once; on a narrow screen, in every row.
      return cells + names...cells + names * max(rows.count, 1)
    case .alreadySeen(let title):
      let words = wordCount(phrases.alreadySeen(title))
      return words...words
    case .ruleEnds(let day):
      let words = wordCount(phrases.ruleEnds(phrases.date(day)))
      return words...words
    case .disagreement:
      let words = textWords(of: passage)
      let frame = wordCount(phrases.nextDisagrees(""))
      return words.lowerBound + frame...words.upperBound + frame
    case .listLine(.aside): return 0...0
    case .item, .listLine, .numberedItem, .paragraph, .weighPrompt: return textWords(of: passage)
    }
  }

  /// The number of words of the text of a passage, whatever the answers in it are.
  func textWords(of passage: PassageID) -> ClosedRange<Int> {
    // A value takes the place of one word.
    let words = self[passage].pieces.map { piece in
      if case .text(let words, _) = piece { words } else { "1" }
    }
    let count = wordCount(words.joined())
    var (least, most) = (count, count)
    for piece in self[passage].pieces {
      guard case .answer(let question) = piece else { continue }
      let answers = AnswerWords(of: question, in: self)
      least += answers.all.lowerBound - 1
      most += max(answers.all.upperBound - 1, 0)
    }
    return max(least, 0)...max(most, 0)
  }

  /// The heading above lines for a list.
  func announcement(_ list: Passage.List) -> String {
    switch list {
    case .ask: phrases.addedToQuestions
    case .tell: phrases.addedToTell
    case .flag, .aside: phrases.addedForCounselor
    }
  }
}

/// The number of words of the answers to a question, as the review and the page print them.
struct AnswerWords {
  /// How many words of a person's own are counted; people write lines, not letters.
  static let ownWords = 1...8

  /// An answer that was skipped.
  let skipped: Int
  /// By option.
  let options: [Int]
  /// Any answer that is not an option.
  let other: ClosedRange<Int>
  /// Whether several options can be chosen.
  let isSeveral: Bool

  init(of question: QuestionID, in library: Library) {
    let asked = library[question]
    func words(_ answer: Answer) -> Int { wordCount(library.words(for: answer, to: question)) }
    skipped = words(.skipped)
    options = asked.options.map { wordCount($0.label) }
    isSeveral = asked.domain == .ticks
    switch asked.domain {
    case .choice, .ticks: other = 0...0
    case .date:
      let words = asked.domain.anyAnswer.map(words) ?? 1
      other = words...words
    case .number:
      let words = words(.number(Fraction(2)))
      other = words...words
    case .text: other = Self.ownWords
    }
  }

  /// The smallest and the largest number of words of any answer.
  var all: ClosedRange<Int> {
    if options.isEmpty {
      return min(skipped, other.lowerBound)...max(skipped, other.upperBound)
    }
    let most = isSeveral ? options.reduce(0, +) : options.max() ?? 0
    return min(skipped, options.min() ?? 0)...max(skipped, most)
  }
}
