import GuideCheck
import GuideEngine
import TestSupport
import Testing

struct ExampleTests {
  private func problems(_ example: String) throws -> [String] {
    let guides = SmallGuides(
      """
      # start: Start
      ? sleep: How did you sleep?
        ( ) well: Well
        ( ) badly: Badly
          ? since: Since when?
            ( ) days: Some days
            ( ) years: For years

      ? price: What does it cost?
        [amount 0 to 500]

      let twice = price * 2

      menu
        must: risks

      ## risks: Risks
      It can hurt.

      ## gains: Gains
      It can help.

      # money: Money
      when twice is known:
        Two visits come to {twice}.

      check drive: When may you drive?
        ( ) now: Now
        (x) later: Later
        again: Think of sleep.

      when sleep is well:
        -> end

      # last: Last
      Goodbye.

      example: \(example)
      """
    )
    let library = try guides.library()
    let guide = try #require(library.guide(named: "main"))
    let written = try #require(library[guide].examples.first)
    return library.problems(with: written, in: guide)
  }

  @Test func `an example answers what it names, skips the rest, and opens only what must be read`()
    throws
  {
    #expect(
      try problems(
        """
        someone who sleeps badly
          sleep is badly
          price is 100
          drive is now
          sees since
          sees risks
          sees twice
          sees last
          never sees gains
        """
      ) == []
    )
    #expect(try problems("someone who says nothing\n  sees last\n  never sees twice") == [])
  }

  @Test func `what does not come out as written is said, problem by problem`() throws {
    #expect(
      try problems(
        """
        someone who sleeps well
          sleep is well
          since is days
          sees twice
          sees last
          never sees risks
        """
      ) == [
        "\u{201C}since\u{201D} is never asked", "\u{201C}twice\u{201D} is not seen",
        "\u{201C}last\u{201D} is not seen", "\u{201C}risks\u{201D} is seen",
      ]
    )
  }

  @Test func `every example of the content comes out as it is written`() throws {
    let library = try #require(try Folder.real().checked().library)
    var count = 0
    for (index, guide) in library.guides.enumerated() {
      for example in guide.examples {
        count += 1
        #expect(
          library.problems(with: example, in: GuideID(index)) == [],
          "\(guide.name): \(example.name)"
        )
      }
    }
    #expect(count >= 4)
  }
}
