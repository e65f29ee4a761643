public import Documents
import GuideEngine
public import Phrases
import SourceText

/// The page as blocks, for a screen or for paper.
///
/// It is one sheet, with what the person wants to say, ask, and tell, and a second sheet with more questions,
/// if there are many, and the numbers with their sources.
public struct PageDocument: Sendable {
  private let page: Page
  private let phrases: any PatientPhrases

  /// The most questions besides the first ones that have room on the first sheet.
  private static let mostOthersOnFirstSheet = 6
  /// How many lines there are to write on under each of the first questions.
  private static let linesToWriteOn = 2

  /// The blocks of a page.
  public init(_ page: Page, _ phrases: any PatientPhrases) {
    self.page = page
    self.phrases = phrases
  }

  /// The page as shown at the end of a session: the first sheet, without room to write, and then the rest.
  public var shown: [Block] { [title] + firstSheet(toWriteOn: false) + background }

  /// The page as the person takes it home.
  public var printed: Document {
    let sheets =
      [title, .field(phrases.name)] + date + firstSheet(toWriteOn: true)
      + (needsSecondSheet ? [.newSheet, .heading(RichText(phrases.secondSheet), level: 1)] : [])
      + background
    return Document(title: phrases.myPage, blocks: sheets, layout: .sheet)
  }

  private var title: Block { .heading(RichText(phrases.myPage), level: 1) }

  private var date: [Block] {
    guard let day = page.day else { return [.field(phrases.date)] }
    return [.note(RichText(phrases.preparedOn(phrases.date(day))))]
  }

  // MARK: the first sheet

  private func firstSheet(toWriteOn: Bool) -> [Block] {
    let nothing: [Block] = page.isEmpty ? [.note(RichText(phrases.nothingOnPage))] : []
    return nothing + list(phrases.sayFirst, page.sayFirst.map(isolated)) + top(toWriteOn: toWriteOn)
      + (hasManyOthers ? [] : otherQuestions) + list(phrases.iWantToTell, page.tell)
      + list(phrases.forMyCounselor, page.flags) + ratings + writings
      + list(phrases.questionsILeftOut, page.leftOut) + help
  }

  private func list(_ title: String, _ items: [String]) -> [Block] {
    items.isEmpty ? [] : [.heading(RichText(title))] + items.map { .item(RichText($0)) }
  }

  private func top(toWriteOn: Bool) -> [Block] {
    if page.top.isEmpty { return [] }
    let title = others.isEmpty ? phrases.iWantToAsk : phrases.iWantToAskFirst
    return [.heading(RichText(title))]
      + page.top.enumerated().flatMap { number, question in
        [Block.choice("\(number + 1)", RichText(question))]
          + (toWriteOn ? [.writingLines(Self.linesToWriteOn)] : [])
      }
  }

  private var others: [String] { page.ask.filter { !page.top.contains($0) } }

  private var hasManyOthers: Bool { others.count > Self.mostOthersOnFirstSheet }

  private var otherQuestions: [Block] { list(phrases.iAlsoWantToAsk, others) }

  private var ratings: [Block] {
    page.ratings.isEmpty
      ? []
      : [
        .heading(RichText(phrases.whatMatters)),
        .bars(
          page.ratings.map { rating in
            Block.Bar(
              label: rating.label,
              value: rating.value,
              most: rating.most,
              words: phrases.rating(rating.value, most: rating.most)
            )
          }
        ),
      ]
  }

  private var writings: [Block] {
    page.writings.isEmpty
      ? []
      : [.heading(RichText(phrases.inMyOwnWords))]
        + page.writings.map {
          .item(RichText(phrases.answered($0.question, isolated($0.words))))
        }
  }

  private var help: [Block] {
    page.help.isEmpty
      ? []
      : [.heading(RichText(phrases.help))]
        + page.help.map { .item(RichText(phrases.help($0.title, $0.lines))) }
  }

  // MARK: the second sheet

  private var needsSecondSheet: Bool { hasManyOthers || !page.numbers.isEmpty }

  private var background: [Block] {
    (hasManyOthers ? otherQuestions : []) + numbers + whereFrom
  }

  /// The sources of all numbers, each once, in the order in which they are first cited.
  private var sources: [String] {
    var seen: Set<String> = []
    return page.numbers.flatMap(\.sources).filter { seen.insert($0).inserted }
  }

  private var numbers: [Block] {
    if page.numbers.isEmpty { return [] }
    let sources = sources
    let cited = page.numbers.flatMap { number -> [Block] in
      let places = number.sources.compactMap { sources.firstIndex(of: $0) }.map { "\($0 + 1)" }
      return [.note(RichText(phrases.outcome(number.outcome)))]
        + number.lines.map { .detail(RichText($0)) }
        + [.detail(RichText(phrases.sourceNumbers(places)))]
    }
    return [.heading(RichText(phrases.numbersIRead))] + cited
      + [.heading(RichText(phrases.sources))]
      + sources.enumerated().map { .choice("\($0 + 1)", RichText($1)) }
  }

  /// Where the page comes from: who checked the guides and when, and the version of their text.
  private var whereFrom: [Block] {
    var lines: [String] = []
    var reviews: [(review: String, titles: [String])] = []
    for guide in page.guides {
      guard let review = guide.review(phrases) else { continue }
      if let place = reviews.firstIndex(where: { $0.review == review }) {
        reviews[place].titles.append(guide.title)
      } else {
        reviews.append((review, [guide.title]))
      }
    }
    lines += reviews.map { phrases.checkedGuides($0.titles, $0.review) }
    if let edition = page.edition { lines.append(phrases.version(edition)) }
    if let handle = page.handle { lines.append(phrases.pageKeptAs(handle)) }
    lines.append(phrases.forLearning)
    return [.heading(RichText(phrases.whereFrom))] + lines.map { .item(RichText($0)) }
  }
}

extension Page.ReadGuide {
  /// When the guide was reviewed, when it is due again, who wrote it, who signed it, and who paid; nil
  /// for guides without dates.
  public func review(_ phrases: any PatientPhrases) -> String? {
    guard let reviewedOn, let reviewBy else { return nil }
    return phrases.review(
      reviewed: phrases.date(reviewedOn),
      reviewBy: phrases.date(reviewBy),
      author: author,
      reviewers: reviewers,
      funding: funding
    )
  }
}
