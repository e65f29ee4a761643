import Documents
import Foundation
import GuideCheck
import GuideEngine
import GuideProof
import Journal
import Phrases
import Reports
import SessionCore
import SourceText
import TestSupport
import Testing

@testable import SessionRecording

/// A question that is answered with a date, from the script to the page.
struct DateQuestionTests {
  private let library: Library

  init() throws {
    var folder = decisionFolder
    folder["guides/choice.guide"] = """
      title: Your visit
      kind: form

      # start: Your visit
      ? visit: When is your visit?
        [date]

      when visit is known:
        You go on {visit}.

      when visit is skipped:
        Ask for a day.

      ? day-two: And the next one?
        [date]

      example: someone who knows
        visit is 2026-12-01
        day-two is skipped
      """
    let result = folder.checked()
    library = try #require(result.library, "\(result.text)")
  }

  @Test func `both ways past it are found, and its example holds`() throws {
    #expect(prove(library).diagnostics.isEmpty)
    let guide = try #require(library.guide(named: "choice"))
    for example in library[guide].examples {
      #expect(library.problems(with: example, in: guide) == [])
    }
  }

  @Test func `it is asked with how to type it, understood, shown, and changed`() throws {
    let held = RecordedConversation(over: library)
    let hint = "Type a date, like 11/21/2026 or November 21, 2026. Type skip to skip this question."
    #expect(held.begin().contains("When is your visit? \(hint)"))
    let misfit = held.take("next week")
    #expect(misfit.contains("Type the date like 11/21/2026"))
    #expect(misfit.contains("When is your visit?"))
    #expect(held.take("Dec. 1st, 2026").contains("You go on December 1, 2026."))
    held.take("12/8/2026")
    let review = held.take("change 2")
    #expect(review.contains("Before, you said: December 1, 2026."))
    #expect(held.take("12/2/2026").contains("You go on December 2, 2026."))
    #expect(held.take("").contains("And the next one? – December 8, 2026"))
    let page = held.take("1")
    #expect(page.contains("- When is your visit? December 2, 2026"))
    #expect(page.contains("- And the next one? December 8, 2026"))
    #expect(held.isOver)
  }

  @Test func `it is kept by its day, taken up again, and carried over to another text`() throws {
    let held = RecordedConversation(over: library)
    held.begin()
    held.take("12/1/2026")
    let name = try #require(held.name)
    held.take("quit")
    let events = try held.events(of: name)
    let day = try #require(Day("2026-12-01"))
    #expect(
      events.map(\.event).contains(.input(.answered(question: "choice/visit", .date(day))))
    )
    let walk = try #require(RestoredSession(events)).replayed(over: library)
    #expect(walk == held.session.walk)
    let visit = try #require(
      library.questions.indices.first { library.questions[$0].name == "visit" }
    )
    #expect(walk.answers[visit] == .date(day))
    // Written down and read again, as when a guide's text has changed.
    let bytes = try JSONEncoder().encode(library.saved(walk))
    let saved = try JSONDecoder().decode(SavedState.self, from: bytes)
    #expect(library.restored(saved).state == walk)
    let other = library.step(walk, .changed(QuestionID(visit))).state
    #expect(library.restored(library.saved(other)).state.answers[visit] == .date(day))
  }

  @Test func `it is not answered with anything but a date`() throws {
    var state = State(of: library)
    _ = library.advance(&state, .began(try #require(library.guide(named: "choice"))))
    let question = try #require(state.awaiting.question)
    for answer in [Answer.text("2026-12-01"), .number(Fraction(3)), .options(OptionMask(place: 0))]
    {
      #expect(library.advance(&state, .answered(question, answer)) == [.refuse])
    }
  }
}
