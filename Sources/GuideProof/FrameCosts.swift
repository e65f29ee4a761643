import GuideCheck
import GuideEngine
import Phrases

/// What a person reads and answers around a guide that is started by itself: the first screens, and the
/// last.
///
/// All of it is in fifths of a second.
struct FrameCosts: Sendable {
  /// From the first words to the guide, with the question about keeping.
  let start: ClosedRange<Int>
  /// The review and the page, without their sections.
  let closing: ClosedRange<Int>
  /// The headings of the sections that the walk can add.
  let headings: ClosedRange<Int>
  /// The last words for someone whose answers are kept, or who was not asked about it.
  let farewell: ClosedRange<Int>
  /// The last words for someone who keeps nothing, and is asked again.
  let farewellAskedAgain: ClosedRange<Int>
  /// The last words, whatever was decided.
  var anyFarewell: ClosedRange<Int> { asks ? farewell.joined(farewellAskedAgain) : farewell }
  /// Whether the guide asks anything.
  let asks: Bool

  /// Everything around the walk.
  var all: ClosedRange<Int> { start + closing + headings + anyFarewell }

  init(of guide: GuideID, in library: Library, _ subroutines: Subroutines) {
    let phrases = library.phrases
    let words = ClosingWords(library: library)
    func read(_ texts: String...) -> ClosedRange<Int> {
      let count = texts.reduce(0) { $0 + wordCount($1) } * ReadingCosts.word
      return count...count
    }
    let places = library.places(from: guide, subroutines)
    let asks = places.contains { library.instructions[$0].waits }
    self.asks = asks
    let answer = ReadingCosts.question...ReadingCosts.question
    let choices =
      read("1", phrases.keepMyAnswers(isReadHere: true), "2", phrases.keepNothing)
      .joined(read("1", phrases.keepMyAnswers(isReadHere: false), "2", phrases.keepNothing))
      + answer
    let welcome = [false, true].map { isKiosk in
      read(phrases.welcome(isKiosk: isKiosk, keeping: asks ? nil : phrases.nothingIsKept))
    }
    let keeping = [false, true].map { read(phrases.whoCanRead(isReadHere: $0)) }
    let explained = keeping[0].joined(keeping[1])
    let consent = explained + read(phrases.whatShouldHappen) + choices
    let title = 0...read(library[guide].title, phrases.keptAs("name")).upperBound
    start = welcome[0].joined(welcome[1]) + (asks ? title + consent : 0...0)
    let next = library[guide].next.map { phrases.readNext(library[$0].title) }
    let sections = library.sections(from: guide, words, subroutines)
    let review = words.reviewFrame * ReadingCosts.word
    let reviewed = review + ReadingCosts.question
    let hasReview = asks || sections.contains(.lines)
    let groups = 2 * wordCount(library[guide].title) + wordCount(phrases.answersForAllGuides)
    let ways = (next + [phrases.readLonger(library[guide].title)])
      .reduce(0) { $0 + 1 + wordCount($1) }
    let rest = (words.reviewRest + groups + ways) * ReadingCosts.word
    let page = words.pageFrame * ReadingCosts.word
    // Someone with more questions than there is room for is asked which matter most.
    let pageRest = words.pageRest * ReadingCosts.word + ReadingCosts.question
    closing =
      (asks ? reviewed : 0) + page...(hasReview ? reviewed + rest : 0) + page + pageRest
    headings = 0...sections.reduce(0) { $0 + words.heading($1) } * ReadingCosts.word
    let locality = library.locality
    let later =
      if let locality, let crisis = locality.crisis {
        read(phrases.helpLater(crisis: crisis, emergency: locality.emergency))
      } else {
        read(
          phrases.helpLater(
            findALine: locality?.findALine ?? Locality.builtIn.last?.findALine ?? ""
          )
        )
      }
    farewell = later + (0...read(phrases.printPage("beforehand page handle")).upperBound)
    farewellAskedAgain = later + read(phrases.keepAfterAll) + choices
  }
}

extension Library {
  /// The instructions that a walk of a guide can reach.
  func places(from guide: GuideID, _ subroutines: Subroutines) -> [Int] {
    subroutines.reached(from: guide.index, in: self).flatMap { subroutines.bodies[$0] }
  }

  /// The sections of the review and the page that the walks of a guide can have.
  func sections(
    from guide: GuideID,
    _ words: ClosingWords,
    _ subroutines: Subroutines
  ) -> Set<ClosingWords.Section> {
    var sections: Set<ClosingWords.Section> = []
    for place in places(from: guide, subroutines) {
      switch instructions[place] {
      case .say(let passage):
        if let item = item(of: passage) { sections.formUnion(words.sections(item)) }
      case .ask(let question):
        sections.formUnion(words.sections(.skipped(question)))
        sections.formUnion(words.sections(.answer(question, words: 0...0)))
        // Two wrong answers to a teach-back add a line.
        if self[question].isCheck { sections.formUnion([.lines, .ask]) }
      case .begin, .enter, .go, .leave, .offer, .test, .visit: break
      }
    }
    return sections
  }

  /// What a passage adds to the review and the page.
  func item(of passage: PassageID) -> ClosingWords.Item? {
    switch self[passage].kind {
    case .listLine(let list): .line(list, words: textWords(of: passage))
    case .figure(let figure): .figure(figure)
    default: nil
    }
  }
}
