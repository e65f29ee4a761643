public import Documents
import GuideEngine
public import Phrases
import SourceText

/// The page as blocks, for a screen or for paper.
public struct PageDocument: Sendable {
  private let page: Page
  private let phrases: any PatientPhrases

  /// The blocks of a page.
  public init(_ page: Page, _ phrases: any PatientPhrases) {
    self.page = page
    self.phrases = phrases
  }

  /// The page as shown at the end of a session, where help follows it anyway.
  public var shown: [Block] { lists + guides }

  /// The page as the person takes it home: with a title, where to get help, and what it was made from.
  public var printed: Document {
    let nothing: [Block] = page.isEmpty ? [.note(RichText(phrases.nothingOnPage))] : []
    let version = page.edition.map { [Block.note(RichText(phrases.version($0)))] } ?? []
    let kept = page.handle.map { [Block.note(RichText(phrases.pageKeptAs($0)))] } ?? []
    return Document(
      title: phrases.myPage,
      blocks: [.heading(RichText(phrases.myPage), level: 1)] + nothing + lists + help
        + [.heading(RichText(phrases.whereFrom))] + guides + version + kept
        + [.note(RichText(phrases.forLearning))]
    )
  }

  private var lists: [Block] {
    list(phrases.sayFirst, page.sayFirst.map(isolated))
      + list(phrases.iWantToAsk, page.ask)
      + list(phrases.iWantToTell, page.tell)
      + list(phrases.forMyCounselor, page.flags)
      + writings + ratings + numbers
      + list(
        phrases.questionsISkipped,
        page.skippedSteps.map { phrases.skippedIn($0.title, isStart: $0.isStart) }
      )
  }

  private func list(_ title: String, _ items: [String]) -> [Block] {
    items.isEmpty ? [] : [.heading(RichText(title))] + items.map { .item(RichText($0)) }
  }

  private var writings: [Block] {
    page.writings.isEmpty
      ? []
      : [.heading(RichText(phrases.inMyOwnWords))]
        + page.writings.flatMap {
          [.note(RichText($0.question)), .detail(RichText(isolated($0.words)))]
        }
  }

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

  private var numbers: [Block] {
    page.numbers.isEmpty
      ? []
      : [.heading(RichText(phrases.numbersIRead))]
        + page.numbers.flatMap { number in
          [Block.note(RichText(phrases.outcome(number.outcome)))]
            + (number.lines + number.sources.map(phrases.source)).map { .detail(RichText($0)) }
        }
  }

  private var help: [Block] {
    [.heading(RichText(phrases.help))]
      + page.help.flatMap { help in
        [Block.paragraph(RichText(phrases.title(help.title)))]
          + help.lines.map { .item(RichText($0)) }
      }
  }

  private var guides: [Block] {
    page.guides.compactMap { guide in
      guide.review(phrases).map {
        .note(RichText(phrases.checkedGuide(guide.title, $0)))
      }
    }
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
