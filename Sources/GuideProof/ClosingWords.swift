import GuideCheck
import GuideEngine
import Phrases
import SourceText

/// How many words a person reads after the walk, in the review and on the page.
///
/// Whatever is there comes from the walk: each thing on the walk adds to the review and to the page. One
/// function says what it adds to the review, and one what it adds to the page.
struct ClosingWords {
  /// Something on a walk that the review or the page shows again.
  enum Item {
    /// A guide that was gone through.
    case guide(GuideID)
    /// A question that was answered, and the number of words of the answer.
    case answer(QuestionID, words: ClosedRange<Int>)
    /// A question that was skipped.
    case skipped(QuestionID)
    /// A line for a list, and its number of words.
    case line(Passage.List, words: ClosedRange<Int>)
    /// A figure.
    case figure(Int)
  }

  let library: Library
  private let phrases: any PatientPhrases
  /// The most words that any step is named with, for questions that any step can ask.
  private var longestName = 0

  init(library: Library) {
    self.library = library
    phrases = library.phrases
    longestName = library.steps.map { named($0.title) }.max() ?? 0
  }

  /// What an item adds to the review.
  func review(_ item: Item) -> ClosedRange<Int> {
    switch item {
    case .figure, .guide: return 0...0
    case .skipped(let question):
      return review(.answer(question, words: exactly(phrases.skipped)))
    case .answer(let question, let words):
      if case .check = library[question].role { return 0...0 }
      return plus(1 + wordCount(phrases.changeAnswer(library[question].prompt, "")), words)
    case .line(let list, let words):
      let lead =
        switch list {
        case .ask: phrases.toAsk("")
        case .tell: phrases.toTell("")
        case .flag: phrases.toCounselor("")
        case .aside: ""
        }
      return list == .aside ? 0...0 : plus(1 + wordCount(lead), words)
    }
  }

  /// What an item adds to the page.
  func page(_ item: Item) -> ClosedRange<Int> {
    switch item {
    case .guide(let guide):
      return exactly(review(of: guide).map { phrases.checkedGuide(library[guide].title, $0) } ?? "")
    case .line(.aside, _): return 0...0
    case .line(_, let words): return words
    case .answer(let question, let words):
      let asked = library[question]
      switch asked.role {
      case .check: return 0...0
      case .weigh: return exactly(asked.prompt, phrases.rating(0, most: 5))
      case .question:
        guard asked.domain.partition == .whole else { return 0...0 }
        // What is said first has a heading instead of the question.
        return asked.isFirstOnPage ? words : plus(wordCount(asked.prompt), words)
      }
    case .skipped(let question):
      let asked = library[question]
      switch asked.role {
      case .check: return 0...0
      case .weigh:
        // If none is rated, none is shown.
        return 0...wordCount(asked.prompt) + wordCount(phrases.rating(nil, most: 5))
      case .question where asked.domain.partition == .whole: return 0...0
      case .question:
        // A step is named once, no matter how many of its questions were skipped.
        guard let step = asked.step else { return 0...longestName }
        return 0...named(library[step].title)
      }
    case .figure(let figure):
      let words = FigureWords(library.figures[figure], phrases)
      let sources = library.figures[figure].sources.map { name in
        phrases.source(library.sources[name].map(\.line) ?? name)
      }
      let all = ([phrases.outcome(words.outcome)] + words.shortLines + sources).reduce(0) {
        $0 + wordCount($1)
      }
      let others = library.figures.filter { other in
        library.figures[figure].conflicts.contains(other.name)
          || other.conflicts.contains(library.figures[figure].name)
      }
      let disagreements = others.reduce(0) {
        $0 + wordCount(phrases.anotherDisagrees(FigureWords($1, phrases).outcome))
      }
      return all...all + disagreements
    }
  }

  /// The most words that a step with a skipped question is named with.
  private func named(_ title: String) -> Int {
    max(
      wordCount(phrases.skippedIn(title, isStart: true)),
      wordCount(phrases.skippedIn(title, isStart: false))
    )
  }

  /// What the review says no matter what is in it.
  var reviewFrame: Int { 1 + wordCount(phrases.yourAnswers) + wordCount(phrases.showMyPage) }

  /// Something that has a heading of its own, in the review or on the page, if there is any of it.
  enum Section: Int, CaseIterable {
    case lines, ask, tell, flag, first, own, ratings, figures, skipped
  }

  /// The number of words of the heading of a section.
  func heading(_ section: Section) -> Int {
    switch section {
    case .lines: wordCount(phrases.yourLines) + wordCount(phrases.howToTakeOff)
    case .ask: wordCount(phrases.iWantToAsk)
    case .tell: wordCount(phrases.iWantToTell)
    case .flag: wordCount(phrases.forMyCounselor)
    case .first: wordCount(phrases.sayFirst)
    case .own: wordCount(phrases.inMyOwnWords)
    case .ratings: wordCount(phrases.whatMatters)
    case .figures: wordCount(phrases.numbersIRead)
    case .skipped: wordCount(phrases.questionsISkipped)
    }
  }

  /// The sections that an item is in.
  func sections(_ item: Item) -> [Section] {
    switch item {
    case .guide, .line(.aside, _): return []
    case .line(.ask, _): return [.lines, .ask]
    case .line(.tell, _): return [.lines, .tell]
    case .line(.flag, _): return [.lines, .flag]
    case .figure: return [.figures]
    case .skipped(let question):
      let asked = library[question]
      if case .question = asked.role, asked.domain.partition != .whole { return [.skipped] }
      return []
    case .answer(let question, _):
      let asked = library[question]
      switch asked.role {
      case .check: return []
      case .weigh: return [.ratings]
      case .question where asked.domain.partition == .whole:
        return [asked.isFirstOnPage ? .first : .own]
      case .question: return []
      }
    }
  }

  /// What a guide says about its review; nil for guides without dates.
  func review(of guide: GuideID) -> String? {
    let guide = library[guide]
    guard let reviewed = guide.header["reviewed"].flatMap({ Day($0) }),
      let reviewBy = guide.reviewBy
    else { return nil }
    return phrases.review(
      reviewed: phrases.date(reviewed),
      reviewBy: phrases.date(reviewBy),
      author: guide.header["author"],
      reviewers: guide.signatures.map {
        phrases.signed($0.name, role: $0.role, on: phrases.date($0.day))
      },
      funding: guide.header["funding"]
    )
  }

  private func exactly(_ texts: String...) -> ClosedRange<Int> {
    let words = texts.reduce(0) { $0 + wordCount($1) }
    return words...words
  }

  private func plus(_ count: Int, _ range: ClosedRange<Int>) -> ClosedRange<Int> {
    count + range.lowerBound...count + range.upperBound
  }
}

extension Question {
  /// Whether its answer comes first on the page.
  fileprivate var isFirstOnPage: Bool { name == "say-first" }
}

extension Source {
  /// The source as one line.
  fileprivate var line: String { [authors, title, year].joined(separator: " ") }
}
