import GuideCheck
import GuideEngine
public import Reports
import SourceText

/// What a person sees of their page.
public struct PageScreen: Sendable {
  private let page: Page

  /// The screen of a page.
  public init(_ page: Page) { self.page = page }

  /// The page as the end of a sitting shows it; help lines follow it there anyway.
  public var blocks: [ScreenBlock] { lists + editions }

  /// The page as it is taken home: with a title, help, and what it was made from.
  public var printed: [ScreenBlock] {
    let kept = page.handle.map { [ScreenBlock.note("Kept, sealed, as \($0).")] } ?? []
    let edition = page.edition.map { [ScreenBlock.note("Edition of the guides: \($0).")] } ?? []
    let nothing: [ScreenBlock] = page.isEmpty ? [.note("Nothing is on this page yet.")] : []
    return [.heading("My page for the visit")] + nothing + lists + help
      + [.heading("Where this comes from")] + editions + edition + kept
      + [.note("This page is for learning. It is not medical advice.")]
  }

  private var lists: [ScreenBlock] {
    list("What I want to say first", page.sayFirst.map(isolated))
      + list("What I want to ask", page.ask)
      + list("What I want to tell my team", page.tell)
      + list("For my counselor", page.flags)
      + writings + ratings + numbers
      + list("Questions I left out", page.skippedSteps.map(\.words))
  }

  private func list(_ title: String, _ items: [String]) -> [ScreenBlock] {
    items.isEmpty ? [] : [.heading(title)] + items.map { .item($0) }
  }

  private var writings: [ScreenBlock] {
    page.writings.isEmpty
      ? []
      : [.heading("In my own words")]
        + page.writings.flatMap { [.note($0.question), .detail(isolated($0.words))] }
  }

  private var ratings: [ScreenBlock] {
    page.ratings.isEmpty
      ? [] : [.heading("What matters to me, by my own numbers"), .bars(page.ratings)]
  }

  private var numbers: [ScreenBlock] {
    page.numbers.isEmpty
      ? []
      : [.heading("Numbers I read")]
        + page.numbers.flatMap { number in
          [.note("\(number.outcome):")]
            + (number.lines + number.sources.map { "From: \($0)" }).map { .detail($0) }
        }
  }

  private var help: [ScreenBlock] {
    [.heading("Help")]
      + page.help.flatMap { help in [.paragraph("\(help.title):")] + help.lines.map { .item($0) } }
  }

  private var editions: [ScreenBlock] {
    page.guides.compactMap { guide in
      guide.reviewed.map { .note("(\(guide.title) \u{2013} checked \($0))") }
    }
  }
}

extension Page.SkippedStep {
  fileprivate var words: String {
    isStart ? "At the start of \u{201C}\(title)\u{201D}" : "In \u{201C}\(title)\u{201D}"
  }
}

extension Page.ReadGuide {
  /// When the guide was read last, when it will be read again, who wrote it, who signed it and who paid; nil for guides
  /// that carry no day.
  var reviewed: String? {
    guard let reviewedOn, let reviewBy else { return nil }
    let written =
      author.map { $0 == "not yet reviewed by a clinician" ? "" : " Author: \($0)." } ?? ""
    let read =
      reviewers.isEmpty
      ? " No clinician has reviewed it yet."
      : reviewers.map { " Reviewed by \($0)." }.joined()
    let paid = funding.map { $0 == "none" ? " No one paid for it." : " Paid for by \($0)." } ?? ""
    return "\(reviewedOn.longForm); next check by \(reviewBy.longForm).\(written)\(read)\(paid)"
  }
}
