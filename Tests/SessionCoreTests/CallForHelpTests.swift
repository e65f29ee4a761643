import CallsForHelp
import GuideCheck
import GuideEngine
import TestSupport
import Testing

@testable import SessionCore

/// What brings help at any prompt, and what stays an answer.
struct CallForHelpTests {
  /// A step for each kind of prompt there is.
  private static let prompts = Folder([
    "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => open\n",
    "guides/open.guide": """
    title: Form
    kind: form

    # one: One
    ? free: What is new?
      [text]

    ? one-of: Which one?
      ( ) sick: I feel sick
      ( ) hel: Helium
      ( ) no: No

    ? many: How many?
      [number 1 to 40]

    """,
  ])

  /// What is understood at each prompt: words, a choice, a number, a pause, and a page of the program.
  private func understood(_ typed: String, at prompts: Folder = prompts) throws -> [Understood] {
    let library = try #require(prompts.checked().library)
    var state = State(of: library)
    var standing = library.advance(&state, .began(try #require(library.guide(named: "open"))))
    var asked: [Effect?] = [.pause, nil]
    while case .ask(let asking)? = standing.last {
      asked.append(.ask(asking))
      standing = library.advance(&state, .answered(asking.question, .skipped))
    }
    #expect(asked.count == 5)
    let understanding = Understanding(
      library: library,
      phrases: library.phrases,
      vocabulary: Vocabulary(library)
    )
    return asked.map { understanding.understand(typed, $0) }
  }

  private func isAnswer(_ understood: [Understood], _ typed: String) -> Bool {
    !understood.contains(.help)
      && understood.contains {
        if case .input(.answered(_, .text(typed))) = $0 { true } else { false }
      }
  }

  @Test(arguments: [
    // Swapped, doubled, left out, changed.
    "hlep", "hepl", "ehlp", "HLEP", "Hepl!", "helpp", "heelp", "hhelp", "hellp", "heeelppp", "hlp",
    "elp", "hep", "hrlp", "he;p", "h3lp", "hekp", "gelp",
  ])
  func `a slip in the word help brings help`(typed: String) throws {
    #expect(try understood(typed).allSatisfy { $0 == .help })
  }

  @Test(arguments: [
    "held", "hello", "helo", "hell", "helm", "Hela", "heap", "hemp", "kelp", "yelp", "welp",
    "helps",
    "helper", "whelp", "Phelps", "heal", "hlpe", "nothing much", "skipping",
  ])
  func `another word is an answer`(typed: String) throws {
    #expect(isAnswer(try understood(typed), typed))
  }

  @Test func `a choice in the words of distress can be chosen`() throws {
    let understood = try understood("I feel sick")
    #expect(
      understood.contains(.input(.answered(QuestionID(1), .options(OptionMask(place: 0))))),
      "\(understood)"
    )
    #expect(!understood.contains(.help))
  }

  @Test(arguments: ["kill me", "kill me now", "Just kill me.", "please, KILL me!"])
  func `asking to be killed brings help, with a place file and without`(typed: String) throws {
    #expect(try understood(typed).allSatisfy { $0 == .help })
    var placed = Self.prompts
    let real = try Folder.real()
    placed.files["places/us.guide"] = real.files["places/us.guide"]
    placed.sources = real.sources
    #expect(try understood(typed, at: placed).allSatisfy { $0 == .help })
  }

  @Test(arguments: ["skill me", "kill merely"])
  func `what only holds those letters is an answer`(typed: String) throws {
    #expect(isAnswer(try understood(typed), typed))
  }

  @Test func `no choice, title, or command in the guides is a call`() throws {
    let library = try #require(Folder.real().checked().library)
    let calls = Vocabulary(library).calls
    let labels =
      library.questions.flatMap(\.options).map(\.label) + library.guides.map(\.title)
      + Vocabulary(library).commands.keys
    #expect(labels.count > 50)
    for label in labels where label != "Get help now" {
      if case .call = calls.reading(of: label) { Issue.record("\(label)") }
    }
  }
}
