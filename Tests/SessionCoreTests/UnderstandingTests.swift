import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

struct UnderstandingTests {
  @Test func `phrases are heard without apostrophes, signs and case`() {
    #expect(Understanding.plain("I don\u{2019}t WANT to… live!") == "i dont want to live")
    #expect(Understanding.plain("  ") == "")
  }

  @Test(arguments: [
    ("visits", "6.5", "6.5 is not a whole number. Type a number from 1 to 40 (visits)."),
    ("visits", "41", "41 is outside the range. Type a number from 1 to 40 (visits)."),
    (
      "price", "1.0055",
      "1.01 has too many digits after the decimal point. Type an amount from 0 to 10,000."
    ),
    ("price", "10001", "10001 is outside the range. Type an amount from 0 to 10,000."),
    (
      "price", "lots", "Type just the number, like 450. Type an amount from 0 to 10,000."
    ),
  ])
  func `what is wrong with a number is said`(guide: String, typed: String, told: String) throws {
    let form = guide == "visits" ? "[number 1 to 40 visits]" : "[amount 0 to 10000]"
    let folder = Folder([
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => \(guide)\n",
      "guides/\(guide).guide":
        "title: Form\nkind: form\n\n# one: One\n? many: How many?\n  \(form)\n",
    ])
    let library = try #require(folder.checked().library)
    var held = HeldSession(at: guide, of: library)
    held.begin()
    #expect(held.take(typed).text.contains(told))
  }

  @Test(arguments: [
    // Cyrillic letters that look Latin, then letters as wide as Chinese ones.
    ("h\u{435}lp", "help"), ("b\u{430}\u{441}k", "back"), ("f\u{43E}rg\u{435}t", "forget"),
    ("qu\u{456}t", "quit"), ("\u{455}ki\u{440}", "skip"),
    ("\u{FF48}\u{FF45}\u{FF4C}\u{FF50}", "help"),
    ("\u{FF42}\u{FF41}\u{FF43}\u{FF4B}", "back"),
    ("\u{FF46}\u{FF4F}\u{FF52}\u{FF47}\u{FF45}\u{FF54}", "forget"),
  ])
  func `what only looks like a word that works everywhere is an answer`(
    typed: String,
    word: String
  ) throws {
    let folder = Folder([
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => open\n",
      "guides/open.guide":
        "title: Form\nkind: form\n\n# one: One\n? free: What is new?\n  [text]\n",
    ])
    let library = try #require(folder.checked().library)
    var state = State(of: library)
    let standing = library.advance(
      &state,
      .began(try #require(library.guide(named: "open")))
    )
    let understanding = Understanding(
      library: library,
      phrases: library.phrases,
      vocabulary: Vocabulary(library)
    )
    let question = try #require(state.awaiting.question)
    #expect(
      understanding.understand(typed, standing.last) == .input(.answered(question, .text(typed)))
    )
    for same in [word, word.uppercased()] {
      switch understanding.understand(same, standing.last) {
      case .help, .command, .commandOrWords: break
      default: Issue.record("\(same) is no longer a word that works everywhere")
      }
    }
  }
}
