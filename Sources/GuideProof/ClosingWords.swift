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

  init(library: Library) {
    self.library = library
    phrases = library.phrases
  }

  /// What an item adds to the review.
  func review(_ item: Item) -> ClosedRange<Int> {
    switch item {
    case .guide: return 0...0
    case .figure(let figure):
      let figure = library.figures[figure]
      let outcome = FigureWords(figure, phrases).outcome
      return plus(1, exactly(phrases.numberRead(outcome, of: figure.arms.map(\.name))))
    case .skipped(let question):
      return review(.answer(question, words: exactly(phrases.leftOut)))
    case .answer(let question, let words):
      let asked = library[question]
      let line = 1 + wordCount(phrases.questionAndAnswer(asked.prompt, ""))
      switch asked.role {
      case .check: return 0...0
      case .weigh where words.upperBound > 0: return plus(line, exactly(phrases.rating(0, most: 5)))
      case .question, .weigh: return plus(line, words)
      }
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

  /// What an item adds to the page, and to the question which of the person's questions matter most.
  func page(_ item: Item) -> ClosedRange<Int> {
    switch item {
    case .guide, .line(.aside, _): return 0...0
    // A question can be read twice, and with a number.
    case .line(.ask, let words): return words.lowerBound...2 * (words.upperBound + 1)
    case .line(_, let words): return words
    case .answer(let question, let words):
      let asked = library[question]
      switch asked.role {
      case .check: return 0...0
      case .weigh: return exactly(asked.prompt, phrases.rating(0, most: 5))
      case .question:
        guard asked.isOpen else { return 0...0 }
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
      case .question: return asked.isOpen ? 0...0 : 0...wordCount(asked.prompt)
      }
    // Numbers are on the second sheet, which is not shown on the screen.
    case .figure: return 0...0
    }
  }

  /// What the review says no matter what is in it.
  var reviewFrame: Int { 1 + wordCount(phrases.yourAnswers) + wordCount(phrases.showMyPage) }

  /// What the review can say below its lists: how to take off help, where to go next, and how to end.
  var reviewRest: Int {
    let help = contacts.reduce(0) { $0 + 1 + wordCount(phrases.helpOnPage($1.title)) }
    return help + wordCount(phrases.whenAllIsRight(atEnd: true)) + wordCount(phrases.whatNext) + 1
      + wordCount(phrases.saveThisPage)
  }

  /// What the page says no matter what is on it.
  var pageFrame: Int { wordCount(phrases.myPage) }

  /// What the page can say besides that, and the question which of the person's questions matter most.
  var pageRest: Int {
    wordCount(phrases.whichMatterMost) + wordCount(phrases.howToPickQuestions)
  }

  private var contacts: [(title: String, lines: [String])] {
    library.locality?.helpContacts.map { ($0.title, $0.lines) } ?? []
  }

  /// Something that has a heading of its own, in the review or on the page, if there is any of it.
  enum Section: Int, CaseIterable {
    case answers, onPage, lines, ask, tell, flag, first, own, ratings, figures, skipped
  }

  /// The number of words of the heading of a section.
  func heading(_ section: Section) -> Int {
    switch section {
    case .answers: wordCount(phrases.howToChange)
    case .onPage: wordCount(phrases.howToTakeOffAnswer("2"))
    case .lines: wordCount(phrases.yourLines) + wordCount(phrases.howToTakeOff)
    case .ask: wordCount(phrases.iWantToAskFirst) + wordCount(phrases.iAlsoWantToAsk)
    case .tell: wordCount(phrases.iWantToTell)
    case .flag: wordCount(phrases.forMyCounselor)
    case .first: wordCount(phrases.sayFirst)
    case .own: wordCount(phrases.inMyOwnWords)
    case .ratings: wordCount(phrases.whatMatters)
    case .figures: wordCount(phrases.numbersAreOnSecondSheet)
    case .skipped: wordCount(phrases.questionsILeftOut)
    }
  }

  /// The sections that an item is in.
  func sections(_ item: Item) -> [Section] {
    switch item {
    case .guide, .line(.aside, _): return []
    case .line(.ask, _): return [.lines, .ask]
    case .line(.tell, _): return [.lines, .tell]
    case .line(.flag, _): return [.lines, .flag]
    case .figure: return [.lines, .figures]
    case .skipped(let question):
      let asked = library[question]
      switch asked.role {
      case .check: return []
      case .weigh: return [.answers, .onPage, .lines]
      case .question:
        return asked.isOpen ? [.answers, .lines] : [.answers, .onPage, .lines, .skipped]
      }
    case .answer(let question, _):
      let asked = library[question]
      switch asked.role {
      case .check: return []
      case .weigh: return [.answers, .onPage, .lines, .ratings]
      case .question where asked.isOpen:
        return [.answers, .onPage, .lines, asked.isFirstOnPage ? .first : .own]
      case .question: return [.answers, .lines]
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
