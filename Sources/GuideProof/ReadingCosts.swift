import GuideCheck
import GuideEngine
import Phrases

/// What each instruction costs a person in time, from reading it on the screen to seeing it again in the
/// review and on the page.
///
/// The rates are 150 words a minute and 10 seconds an answer, so a word is two fifths of a second. A
/// cost is a range where it depends on more than the place: whether a heading was shown already, or which
/// of several answers of one class was given.
struct ReadingCosts: Sendable {
  /// In fifths of a second.
  static let word = 2
  /// In fifths of a second.
  static let question = 50
  /// Fifths of a second in a minute.
  static let minute = 300

  /// By instruction: reading what it shows, and answering.
  ///
  /// A step is charged with its title.
  private(set) var now: [ClosedRange<Int>]
  /// By instruction: what it adds to the review and the page.
  let later: [ClosedRange<Int>]
  /// By question.
  let answers: [AnswerCosts]
  /// By step: reading its title.
  let titles: [Int]
  /// By menu: opening an entry, after which the menu is read and answered again.
  private let reopenings: [ClosedRange<Int>]
  private let library: Library

  init(_ library: Library) {
    self.library = library
    let closing = ClosingWords(library: library)
    let surroundings = Surroundings(library)
    let repeated = library.repeatedItems
    titles = library.steps.map { wordCount($0.title) * Self.word }
    let titles = titles
    reopenings = library.menus.indices.map { index in
      let menu = MenuID(index)
      let title = titles[library[menu].step.index]
      return library.words(in: menu) * Self.word + (Self.question...Self.question + title)
    }
    answers = library.questions.indices.map { AnswerCosts(QuestionID($0), library, closing) }
    var now: [ClosedRange<Int>] = []
    var later: [ClosedRange<Int>] = []
    for place in library.instructions.indices {
      var shown = 0...0
      var added = 0...0
      switch library.instructions[place] {
      case .begin(let guide) where guide != .house:
        if let review = closing.review(of: guide) {
          let words = wordCount(library.phrases.checked(review))
          shown = words...words
        }
        added = closing.page(.guide(guide))
      case .enter(let step):
        let words = wordCount(library[step].title)
        let isSure = surroundings.surelyShows[place + 1]
        shown = (isSure ? words : 0)...(surroundings.mayShow[place + 1] ? words : 0)
      case .say(let passage):
        shown = library.words(in: passage) + surroundings.above(passage, at: place, library)
        if let item = library.item(of: passage) {
          added = closing.review(item) + closing.page(item)
          // What was on the walk before is there only once.
          if repeated.contains(place) { added = 0...added.upperBound }
        }
      case .ask(let question):
        let words = library.words(in: question)
        shown = words...words
      case .offer(let menu): shown = library.words(in: menu)
      case .begin, .go, .leave, .test, .visit: break
      }
      let waiting = library.instructions[place].waits ? Self.question : 0
      now.append(shown * Self.word + (waiting...waiting))
      later.append(added * Self.word)
    }
    self.now = now
    self.later = later
  }

  /// The cost of reaching an instruction, without what depends on the answer.
  func cost(of place: Int, _ charge: Query.Charge, isDearest: Bool) -> Int {
    switch charge {
    case .nothing: return 0
    case .inputs: return library.instructions[place].waits ? 1 : 0
    case .questions:
      if case .ask = library.instructions[place] { return 1 }
      return 0
    case .time:
      let range = now[place] + later[place]
      return isDearest ? range.upperBound : range.lowerBound
    }
  }

  /// The cost of the second try of a teach-back: its other words, and the question again.
  func priceOfRetry(_ question: QuestionID, _ charge: Query.Charge) -> Int {
    switch charge {
    case .nothing, .questions: return 0
    case .inputs: return 1
    case .time: return retry(question)
    }
  }

  /// Reading the other words of a teach-back and the question again, and answering.
  func retry(_ question: QuestionID) -> Int {
    let again = wordCount(library.phrases.onceMore(library[question].again ?? ""))
    return (again + library.words(in: question)) * Self.word + Self.question
  }

  /// The cost of opening an entry of a menu: afterward, the menu is read and answered again.
  func reopening(_ menu: MenuID) -> ClosedRange<Int> { reopenings[menu.index] }

  /// Lets everything that a person has read or answered before cost nothing, if it lies ahead of them.
  mutating func discount(_ state: State, _ library: Library) {
    for (place, instruction) in library.instructions.enumerated() {
      switch instruction {
      case .say(let passage) where state.hasRead(passage): break
      case .ask(let question) where state.kept[question.index]?.stands == true: break
      default: continue
      }
      now[place] = 0...now[place].upperBound
    }
  }

  /// The cost of skipping a place that was seen before.
  func passing(_ passage: PassageID) -> ClosedRange<Int> {
    library.words(in: passage) * Self.word
  }
}

/// What the answers to a question cost: the reply, and the lines of the review and the page.
struct AnswerCosts: Sendable {
  /// No answer.
  let skipped: ClosedRange<Int>
  /// Any answer that is not an option, or what all options have in common.
  let answered: ClosedRange<Int>
  /// By option, besides what all have in common.
  let options: [ClosedRange<Int>]
  /// Whether several options can be chosen.
  let isSeveral: Bool
  private let right: OptionMask
  private let exclusive: OptionMask
  private let isCheck: Bool
  /// What the second wrong answer to a teach-back adds to the review and the page.
  private var missed = 0...0

  init(_ question: QuestionID, _ library: Library, _ closing: ClosingWords) {
    let asked = library[question]
    let phrases = library.phrases
    let words = AnswerWords(of: question, in: library)
    func both(_ item: ClosingWords.Item) -> ClosedRange<Int> {
      closing.review(item) + closing.page(item)
    }
    isSeveral = words.isSeveral
    right = asked.right
    exclusive = asked.exclusive
    isCheck = asked.isCheck
    skipped = both(.skipped(question)) * ReadingCosts.word
    if case .check = asked.role {
      answered = 0...0
      let affirmed = wordCount(phrases.thatIsRight)
      let label = library.words(for: .options(asked.right), to: question)
      let missed = wordCount(library.questionAfterMiss(of: question))
      let told =
        wordCount(phrases.rightAnswer(label)) + wordCount(phrases.addedToQuestions) + missed
      let added = both(.line(.ask, words: missed...missed))
      self.missed = added * ReadingCosts.word
      let line = added + (told...told)
      options = asked.options.indices.map { place in
        (asked.right.contains(place: place) ? affirmed...affirmed : line) * ReadingCosts.word
      }
      return
    }
    answered = both(.answer(question, words: words.other)) * ReadingCosts.word
    let nothing = both(.answer(question, words: 0...0))
    options = words.options.map { count in
      let all = both(.answer(question, words: count...count))
      let extra = all.upperBound - nothing.upperBound
      return (extra...extra) * ReadingCosts.word
    }
  }

  /// The cost of any answer, or none.
  var any: ClosedRange<Int> { skipped.joined(anyAnswer) }

  /// What an answer adds to the review and the page.
  func later(_ answer: Answer) -> ClosedRange<Int> {
    if !isCheck { return cost(of: answer) }
    // The reply was read when it was given.
    guard case .options(let mask) = answer, mask.isDisjoint(with: right) else { return 0...0 }
    return missed
  }

  /// The cost of an answer.
  func cost(of answer: Answer) -> ClosedRange<Int> {
    switch answer {
    case .skipped: return skipped
    case .options(let mask):
      return options.indices.filter { mask.contains(place: $0) }
        .reduce(answered) { $0 + options[$1] }
    case .date, .number: return answered
    case .text(let words):
      // A person's own words are in the review and on the page.
      let count = wordCount(words)
      let each = 2 * ReadingCosts.word
      let least = answered.lowerBound + each * (count - AnswerWords.ownWords.lowerBound)
      let most = answered.upperBound + each * (count - AnswerWords.ownWords.upperBound)
      return least...max(least, most)
    }
  }

  /// The cost of any answer but none.
  var anyAnswer: ClosedRange<Int> {
    if options.isEmpty { return answered }
    if !isSeveral { return answered + one(of: .all) }
    let together = some(of: OptionMask.all.subtracting(exclusive))
    return answered + (exclusive.isEmpty ? together : together.joined(one(of: exclusive)))
  }

  /// The cost of one option of a set, besides what all have in common.
  func one(of set: OptionMask) -> ClosedRange<Int> {
    let chosen = options.indices.filter { set.contains(place: $0) }
    return
      (chosen.map { options[$0].lowerBound }.min() ?? 0)...(chosen
      .map { options[$0].upperBound }.max() ?? 0)
  }

  /// The option of a set that costs most.
  func dearest(of set: OptionMask) -> OptionMask {
    let dearest = options.indices.filter { set.contains(place: $0) }
      .max { options[$0].upperBound < options[$1].upperBound }
    return dearest.map { OptionMask(place: $0) } ?? []
  }

  /// The cost of ticking at least one option of a set, besides what all answers have in common.
  func some(of set: OptionMask) -> ClosedRange<Int> {
    let chosen = options.indices.filter { set.contains(place: $0) }
    return
      (chosen.map { options[$0].lowerBound }.min() ?? 0)...chosen
      .reduce(0) { $0 + options[$1].upperBound }
  }

  /// The cost of a wrong answer to a teach-back that is not the last try.
  ///
  /// All wrong answers have the same cost.
  var wrong: ClosedRange<Int> {
    options.indices.first { !right.contains(place: $0) }.map { options[$0] } ?? 0...0
  }
}

extension Question {
  /// Whether it is a teach-back.
  var isCheck: Bool { if case .check = role { true } else { false } }
}

extension Library {
  /// The step or topic that an instruction belongs to; nil before the first of its guide.
  func step(around place: Int) -> StepID? {
    for earlier in stride(from: place, through: 0, by: -1) {
      switch instructions[earlier] {
      case .enter(let step): return step
      case .begin, .leave: return nil
      case .ask, .go, .offer, .say, .test, .visit: continue
      }
    }
    return nil
  }
}

extension Instruction {
  /// Whether the person has something to decide.
  var waits: Bool {
    switch self {
    case .ask, .offer: true
    case .begin, .enter, .go, .leave, .say, .test, .visit: false
    }
  }
}

extension ClosedRange<Int> {
  static func + (first: Self, second: Self) -> Self {
    first.lowerBound + second.lowerBound...first.upperBound + second.upperBound
  }

  static func * (range: Self, factor: Int) -> Self {
    range.lowerBound * factor...range.upperBound * factor
  }

  /// The smallest range that includes both.
  func joined(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
