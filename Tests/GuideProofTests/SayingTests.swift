import GuideCheck
import GuideEngine
import GuideProof
import SourceText
import TestSupport
import Testing

/// A promise is kept by words that say something, and not by words that only list it.
struct SayingTests {
  @Test(arguments: [
    "Do not drive. [@drive-1]", "Do not drive [@drive-1].", "Do you know not to drive? [@drive-1]",
    "(\"Do not drive.\") [@drive-1]", "- Do not drive. [@drive-1]",
    "Do not drive. [@drive-1] Tell them:\n\n- Your name", "show f-2",
    "Do not drive. [@drive-1] Tell your team about these.\n\n- Your name",
    "Do not drive. [@drive-1]\n\nTell your team about these.\n\n- Your name",
    "Bring these.\n\n- Your name\n\nDo not drive. [@drive-1]",
    "compare\n  ride: How do I get home?\n    a: Someone drives you. [@drive-1]\n    no-change: As now.",
  ])
  func `a sentence says it`(text: String) throws {
    #expect(try problems(text) == [])
  }

  @Test(arguments: [
    "- Driving [@drive-1]", "Tell your team about: [@drive-1]\n\n- Driving",
    "Tell your team about [@drive-1] these:", "Driving [@drive-1]",
    "Be on time. Tell your team about: [@drive-1]\n\n- Driving",
    "Tell your team about these. [@drive-1]\n\n- Driving",
    "Be on time. Tell your team about these. [@drive-1]\n\n// Which?\nwhen n is 1:\n  - Driving",
    "compare\n  ride: How do I get home?\n    a: Driving [@drive-1]\n    no-change: As now.",
  ])
  func `a list does not`(text: String) throws {
    #expect(try problems(text) == ["broken-promise", "broken-promise"])
  }

  @Test func `the words that only list it are named`() throws {
    let found = try diagnostics("Tell your team about: [@drive-1]\n\n- Driving, or cars [@drive-1]")
    #expect(
      found.map { $0.notes.first ?? "" }
        == [
          String
        ](
          repeating: """
            `see` wants a full sentence that says it; these words only list it:
            start: Tell your team about:
            start: Driving, or cars
            """,
          count: 2
        )
    )
  }

  @Test func `what must not be seen, or what starts an obligation, can be in a list`() throws {
    let list = "- Driving [@drive-1]"
    let never = try diagnostics(list, promises: "promise: never driving")
    #expect(never.map(\.id) == ["broken-promise"])
    let before = try diagnostics(
      list + "\n\nBring someone. [@home-1]",
      promises: "promise: see home before driving"
    )
    #expect(before.map(\.id) == ["broken-promise"])
    let start = try diagnostics(list, promises: "promise: see home before end when seen driving")
    #expect(start.map(\.id) == ["broken-promise"])
  }

  @Test func `an example tells a list from what is not there`() throws {
    let library = try library(
      "- Driving [@drive-1]",
      promises: "example: nobody\n  sees driving\n  sees drive-1\n  sees home"
    )
    let guide = try #require(library.guide(named: "visit"))
    let example = try #require(library[guide].examples.first)
    #expect(
      library.problems(with: example, in: guide) == [
        "“driving” is only listed; no sentence says it",
        "“drive-1” is only listed; no sentence says it", "“home” is not seen",
      ]
    )
  }

  private func problems(_ text: String) throws -> [String] { try diagnostics(text).map(\.id) }

  private func diagnostics(
    _ text: String,
    promises: String = "promise: see driving before end\npromise: see driving before last"
  ) throws -> [Diagnostic] {
    prove(try library(text, promises: promises)).diagnostics
  }

  private func library(_ text: String, promises: String) throws -> Library {
    var folder = plainFolder
    folder["house.guide"] = """
      title: Beforehand
      kind: house
      subjects: harm of ketamine, driving, home

      # shelf: What would you like to look at?
      menu
        => visit
      """
    folder["evidence/home.guide"] = """
      title: Home
      kind: evidence

      claim home-1: Someone takes you home.
        about: home
        source: a-study
        certainty: low
        verified: 2026-11-21

      figure f-2: Drove badly after a day
        about: driving
        population: adults
        horizon: one day
        compared-with: none
        arm ketamine: 12 of 40
        certainty: low
        sponsor: none
        source: a-study
        verified: 2026-11-21
      """
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form
      option a: One way
      option no-change: No change

      # start: Welcome
      ? n: How many?
        [number 0 to 1]

      \(text)

      # last: Goodbye
      Goodbye.

      \(promises)
      """
    let result = folder.checked()
    #expect(result.text == "")
    return try #require(result.library)
  }
}
