import GuideCheck
import GuideEngine
import Phrases

/// What a person reads and answers around a guide that is started by itself: the first screens, and the
/// last. In fifths of a second.
struct FrameCosts: Sendable {
  /// From the first words to the guide, with the question about keeping.
  let start: ClosedRange<Int>
  /// The review and the page, without what the walk adds to them.
  let closing: ClosedRange<Int>
  /// The last words for someone whose answers are kept, or who was not asked about it.
  let farewell: ClosedRange<Int>
  /// The last words for someone who keeps nothing, and is asked again.
  let farewellAskedAgain: ClosedRange<Int>
  /// The last words, whatever was decided.
  var anyFarewell: ClosedRange<Int> { asks ? farewell.joined(farewellAskedAgain) : farewell }
  /// Whether the guide asks anything.
  let asks: Bool

  /// Everything around the walk.
  var all: ClosedRange<Int> { start + closing + anyFarewell }

  init(of guide: GuideID, in library: Library, _ subroutines: Subroutines) {
    let phrases = library.phrases
    let words = ClosingWords(library: library)
    func read(_ texts: String...) -> ClosedRange<Int> {
      let count = texts.reduce(0) { $0 + wordCount($1) } * ReadingCosts.word
      return count...count
    }
    let kinds = library.kinds(of: guide, subroutines)
    let places = library.places(from: guide, subroutines)
    let asks = places.contains { library.instructions[$0].waits }
    self.asks = asks
    let answer = ReadingCosts.question...ReadingCosts.question
    let choices = read("1", phrases.keepMyAnswers, "2", phrases.keepNothing) + answer
    let howTo = read(phrases.howToAnswer)
    let welcome = [false, true].map { isKiosk in
      read(phrases.welcome(isKiosk: isKiosk, keeping: asks ? nil : phrases.nothingIsKept))
    }
    let keeping = [false, true].map { read(phrases.whoCanRead(isReadHere: $0)) }
    let consent = keeping[0].joined(keeping[1]) + read(phrases.whatShouldHappen) + choices
    start = welcome[0].joined(welcome[1]) + howTo + (asks ? consent : 0...0)
    let next = library[guide].next.map { library[$0].title }
    let hasReview = asks || !kinds.lists.isEmpty
    let isSure = asks || kinds.surelyHasLines
    let review = words.reviewFrame(kinds) * ReadingCosts.word + answer
    closing =
      (hasReview ? (isSure ? review : 0...review.upperBound) : 0...0)
      + words.pageFrame(kinds) * ReadingCosts.word
      + (next.isEmpty ? 0...0 : 0...read(phrases.nextGuides(next)).upperBound)
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

  /// The kinds of things that can be on the walks of a guide.
  func kinds(of guide: GuideID, _ subroutines: Subroutines) -> ClosingWords.Kinds {
    var kinds = ClosingWords.Kinds()
    let body = subroutines.bodies[guide.index]
    var surelyReached = body.lowerBound
    for place in places(from: guide, subroutines) {
      switch instructions[place] {
      case .say(let passage):
        switch self[passage].kind {
        case .figure: kinds.hasFigures = true
        case .listLine(let list) where list != .aside: kinds.lists.insert(list)
        default: break
        }
      case .ask(let question):
        if case .weigh = self[question].role { kinds.hasRatings = true }
        if case .question = self[question].role {
          if self[question].domain.partition == .whole {
            kinds.hasOwnWords = true
          } else {
            kinds.asks = true
          }
        }
        // Two wrong answers to a teach-back add a line.
        if self[question].isCheck { kinds.lists.insert(.ask) }
      case .begin, .enter, .go, .leave, .offer, .test, .visit: break
      }
    }
    for place in body where place >= surelyReached {
      // A jump passes over what is between.
      switch instructions[place] {
      case .test(_, let target), .go(let target): surelyReached = max(surelyReached, target)
      case .say(let passage):
        if case .listLine(let list) = self[passage].kind, list != .aside {
          kinds.surelyHasLines = true
        }
      default: break
      }
    }
    return kinds
  }
}
