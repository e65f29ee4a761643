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

  /// The lines of plain text that a sheet has room for.
  static let linesOnSheet = 60

  /// The blocks of a page.
  public init(_ page: Page, _ phrases: any PatientPhrases) {
    self.page = page
    self.phrases = phrases
  }

  /// The page as shown at the end of a session: the first sheet, without room to write.
  ///
  /// What is on the second sheet was on the screen before, and where to turn is said last of all.
  public var shown: [Block] {
    let second = page.numbers.isEmpty ? [] : [Block.note(RichText(phrases.numbersAreOnSecondSheet))]
    return [title] + lists(FirstSheet(linesToWriteOn: 0, others: others.count)) + second
  }

  /// The page as the person takes it home.
  public var printed: Document {
    let choice = fitting
    let left = Array(others.dropFirst(choice.others))
    let more = list(choice.others == 0 ? phrases.iAlsoWantToAsk : phrases.moreToAsk, left) + numbers
    let start: [Block] =
      more.isEmpty ? [] : [.newSheet, .heading(RichText(phrases.secondSheet), level: 1)]
    return Document(
      title: phrases.myPage,
      blocks: head + firstSheet(choice) + start + more + whereFrom,
      layout: .sheet
    )
  }

  /// What is on the first sheet, depending on how much room there is.
  private struct FirstSheet {
    /// How many lines there are to write on under each of the first questions.
    let linesToWriteOn: Int
    /// How many of the other questions are on it.
    let others: Int
  }

  /// The roomiest first sheet that plain text has room for, with as many of the questions as fit.
  private var fitting: FirstSheet {
    for lines in [2, 1] {
      let whole = FirstSheet(linesToWriteOn: lines, others: others.count)
      if fits(whole) { return whole }
    }
    for lines in [2, 1] {
      let most = others.indices.last { fits(FirstSheet(linesToWriteOn: lines, others: $0)) }
      if let most { return FirstSheet(linesToWriteOn: lines, others: most) }
    }
    return FirstSheet(linesToWriteOn: 1, others: 0)
  }

  private func fits(_ choice: FirstSheet) -> Bool {
    // Without a second sheet, where the page comes from is at the end of the first.
    let end = numbers.isEmpty && choice.others == others.count ? whereFrom : []
    let lines = TerminalRenderer(width: 80, isDense: true).lines(head + firstSheet(choice) + end)
    return lines.drop(while: \.isEmpty).count <= Self.linesOnSheet
  }

  private var head: [Block] { [title, .field(phrases.name)] + date }

  private var title: Block { .heading(RichText(phrases.myPage), level: 1) }

  private var date: [Block] {
    guard let day = page.day else { return [.field(phrases.date)] }
    return [.note(RichText(phrases.preparedOn(phrases.date(day))))]
  }

  // MARK: the first sheet

  private func firstSheet(_ choice: FirstSheet) -> [Block] { lists(choice) + help }

  private func lists(_ choice: FirstSheet) -> [Block] {
    let nothing: [Block] = page.isEmpty ? [.note(RichText(phrases.nothingOnPage))] : []
    return nothing + list(phrases.sayFirst, page.sayFirst.map(isolated))
      + top(linesToWriteOn: choice.linesToWriteOn)
      + list(phrases.iAlsoWantToAsk, Array(others.prefix(choice.others)))
      + list(phrases.iWantToTell, page.tell)
      + list(phrases.forMyCounselor, page.flags) + ratings + writings
      + list(phrases.questionsILeftOut, page.leftOut)
  }

  private func list(_ title: String, _ items: [String]) -> [Block] {
    items.isEmpty ? [] : [.heading(RichText(title))] + items.map { .item(RichText($0)) }
  }

  private func top(linesToWriteOn: Int) -> [Block] {
    if page.top.isEmpty { return [] }
    let title = others.isEmpty ? phrases.iWantToAsk : phrases.iWantToAskFirst
    return [.heading(RichText(title))]
      + page.top.enumerated().flatMap { number, question in
        [Block.choice("\(number + 1)", RichText(question))]
          + (linesToWriteOn > 0 ? [.writingLines(linesToWriteOn)] : [])
      }
  }

  private var others: [String] { page.ask.filter { !page.top.contains($0) } }

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
        + page.help.map { .item(RichText(phrases.help($0.title, Array($0.lines.prefix(1))))) }
  }

  // MARK: the second sheet

  /// The sources of all numbers, each once, in the order in which they are first cited.
  private var sources: [String] {
    var seen: Set<String> = []
    return page.numbers.flatMap(\.sources).filter { seen.insert($0).inserted }
  }

  private var numbers: [Block] {
    if page.numbers.isEmpty { return [] }
    let sources = sources
    let cited = page.numbers.count > Self.mostNumbersInFull ? brief(sources) : inFull(sources)
    return [.heading(RichText(phrases.numbersIRead))] + cited
      + [.heading(RichText(phrases.sources))]
      + sources.enumerated().map { .choice("\($0 + 1)", RichText($1)) }
  }

  /// How many numbers a sheet has room for with everything that is known about them.
  private static let mostNumbersInFull = 10

  /// Many numbers, each in a few words; who the people were is in the sources.
  private func brief(_ sources: [String]) -> [Block] {
    page.numbers.map { number in
      let places = number.sources.compactMap { sources.firstIndex(of: $0) }.map { "\($0 + 1)" }
      return item(
        [phrases.outcome(number.outcome)] + number.brief.map(\.asSentence)
          + [phrases.sourceNumbers(places).asSentence]
      )
    }
  }

  private func inFull(_ sources: [String]) -> [Block] {
    studies.flatMap { study -> [Block] in
      let places = study[0].sources.compactMap { sources.firstIndex(of: $0) }.map { "\($0 + 1)" }
      let shared =
        study[0].circumstances.map(\.asSentence) + [phrases.sourceNumbers(places).asSentence]
      let numbers = study.map { number in
        [phrases.outcome(number.outcome)] + number.results.map(\.asSentence)
      }
      if study.count == 1 { return [item(numbers[0] + shared)] }
      return [item([phrases.theseNumbers(study.count)] + shared)] + numbers.map(item)
    }
  }

  private func item(_ words: [String]) -> Block { .item(RichText(words.joined(separator: " "))) }

  /// The numbers, those about the same people in the same studies together.
  private var studies: [[Page.Number]] {
    var studies: [[Page.Number]] = []
    for number in page.numbers {
      let place = studies.firstIndex { study in
        study[0].circumstances == number.circumstances && study[0].sources == number.sources
      }
      if let place { studies[place].append(number) } else { studies.append([number]) }
    }
    return studies
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
