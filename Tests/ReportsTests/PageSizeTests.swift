import Documents
import GuideCheck
import GuideEngine
import Phrases
import SourceText
import TestSupport
import Testing

@testable import Reports

/// How long the page is on paper, for those who read and answer the most.
struct PageSizeTests {
  private let library: Library

  init() throws { library = try #require(try Folder.real().checked().library) }

  /// The page of a person who takes the longest way through guides.
  private func page(_ guides: [GuideID], _ answer: (Asking) -> Answer) -> Page {
    var state = State(of: library)
    for (number, guide) in guides.enumerated() {
      _ = library.advance(&state, number == 0 ? .began(guide) : .wentOn(guide))
      state =
        library.walk(
          from: state,
          answer: { asking, _ in answer(asking) },
          choose: { offer, _ in offer.unseen.first }
        ).state
    }
    return Page(
      of: library,
      state,
      sources: library.sources,
      day: Day("2026-11-28"),
      fingerprint: "0123456789abcdef",
      handle: "teapot-salmon-6"
    )
  }

  /// The answers of somebody with all the time: they are unsure, tick one thing, rate in the middle, pass
  /// every teach-back, and write a line where their own words are asked for.
  private func usual(_ asking: Asking) -> Answer {
    let question = library[asking.question]
    switch question.domain {
    case .choice:
      if !question.right.isEmpty { return .options(question.right.first) }
      let wanted = ["full", "unsure", "is-so"].compactMap { question.option(named: $0) }
      return .options(OptionMask(place: wanted.first ?? 0))
    case .ticks:
      return .options(OptionMask(place: asking.offered.places.first ?? 0))
    case .number(let numbers):
      return .number(question.isWeighed ? Fraction(3) : numbers.range.lowerBound)
    case .date: return .date(Day(daysSinceEpoch: 20_800))
    case .text: return .text("I am scared of it")
    }
  }

  /// The answers of somebody whose page is as long as can be: they tick everything, rate everything
  /// highest, miss every teach-back, and write long lines.
  private func longest(_ asking: Asking) -> Answer {
    let question = library[asking.question]
    switch question.domain {
    case .choice:
      let wanted = ["full", "unsure", "together", "not-so"].compactMap {
        question.option(named: $0)
      }
      return .options(OptionMask(place: wanted.first ?? 0))
    case .ticks:
      let all = asking.offered.places.filter { !question.exclusive.contains(place: $0) }
      return .options(OptionMask(places: all))
    case .number(let numbers): return .number(numbers.range.upperBound)
    case .date: return .date(Day(daysSinceEpoch: 20_800))
    case .text: return .text("I want to understand what happens, and who I can call at night")
    }
  }

  /// The lines of each sheet of plain text.
  private func sheets(_ page: Page) -> [Int] {
    PageDocument(page, library.phrases).text(in: .text).split(separator: "\u{C}").map { sheet in
      sheet.split(separator: "\n", omittingEmptySubsequences: false)
        .reversed().drop(while: \.isEmpty).count
    }
  }

  @Test(arguments: [
    "what-to-expect", "ketamine-or-ect", "cost-and-insurance", "bipolar-cautions", "get-help-now",
  ])
  func `a whole guide fits on two sheets of text, whatever is answered`(name: String) throws {
    let guide = try #require(library.guide(named: name))
    for page in [page([guide], usual), page([guide], longest)] {
      let sheets = sheets(page)
      #expect(sheets.count <= 2)
      #expect(sheets[0] <= PageDocument.linesOnSheet, "\(sheets)")
      // Without margins, a sheet has room for 66 lines.
      #expect(sheets.allSatisfy { $0 <= 66 }, "\(sheets)")
    }
  }

  @Test func `of the whole shelf, the first sheet of text is one page`() throws {
    let guides = library.guides.indices.dropFirst().map { GuideID($0) }
    let page = page(guides, usual)
    #expect(page.guides.count == guides.count)
    let sheets = sheets(page)
    #expect(sheets.count == 2)
    #expect(sheets[0] <= PageDocument.linesOnSheet, "\(sheets)")
    // Numbers and their sources fill the rest.
    #expect(sheets[1] <= 2 * 66, "\(sheets)")
  }
}
