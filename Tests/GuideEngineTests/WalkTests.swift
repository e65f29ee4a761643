import GuideCheck
import GuideEngine
import Testing

struct WalkTests {
  private static let plain = SmallGuides(
    """
    # start: Start
    Good morning.

    ? sleep: How did you sleep?
      ( ) well: Well
      ( ) badly: Badly
        That is hard.

    Thank you.

    ? food: Did you eat?
      ( ) ate: I did
      ( ) fasted: I did not

    # last: Before you go
    Goodbye.
    """
  )

  @Test func `a walk shows text, asks questions, and ends`() throws {
    var walk = try Walker(Self.plain)
    #expect(walk.seen == ["Good morning.", "ask sleep"])
    #expect(walk.answer("badly") == ["That is hard.", "Thank you.", "ask food"])
    #expect(walk.answer("ate") == ["Goodbye.", "finish"])
    #expect(walk.steps == ["start", "last"])
    #expect(walk.answers == ["sleep is Badly", "food is I did"])
  }

  @Test func `going back offers the old answer and reads again what follows it`() throws {
    var walk = try Walker(Self.plain)
    walk.answer("badly")
    #expect(walk.back() == ["ask sleep, before Badly"])
    #expect(walk.answers == [])
    #expect(walk.answer("well") == ["Thank you.", "ask food"])
    #expect(walk.back() == ["ask sleep, before Well"])
    #expect(walk.answer("badly") == ["That is hard.", "Thank you.", "ask food"])
  }

  @Test func `going back again and again reaches the beginning, and stays there`() throws {
    var walk = try Walker(Self.plain)
    walk.answer("well")
    walk.answer("ate")
    #expect(walk.back() == ["ask food, before I did"])
    #expect(walk.back() == ["ask sleep, before Well"])
    #expect(walk.back() == ["refuse"])
    #expect(walk.answer("well") == ["Thank you.", "ask food, before I did"])
  }

  @Test func `a question may be skipped, and that is never read as no`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? bleeds: Do you bleed easily?
          ( ) yes: Yes
          ( ) no: No
          ( ) unsure: I am not sure

        when bleeds is no:
          Good.

        unless bleeds is no:
          Tell your team.

        when bleeds is skipped:
          You need not say.
        """
      )
    )
    #expect(walk.answer("skipped") == ["Tell your team.", "You need not say.", "finish"])
    #expect(walk.answers == ["bleeds is skipped"])
  }

  @Test func `a step is left by the first arrow that holds, and what lies between is passed over`()
    throws
  {
    let guides = SmallGuides(
      """
      # start: Start
      ? time: How much time do you have?
        ( ) short: A little
        ( ) full: A lot

      -> last when time is short

      # middle: The middle
      The long way.

      # last: Before you go
      Goodbye.
      """
    )
    var walk = try Walker(guides)
    #expect(walk.answer("short") == ["Goodbye.", "finish"])
    #expect(walk.steps == ["start", "last"])
    // The last step has been shown already; only what is new is said.
    #expect(walk.change("time", to: "full") == ["The long way.", "finish"])
    #expect(walk.steps == ["start", "middle", "last"])
  }

  @Test func `a shared question is asked once in a session`() throws {
    var guides = SmallGuides(
      """
      # start: Start
      ? bipolar

      => other

      ? bipolar

      unless bipolar is no:
        Tell your team.
      """
    )
    guides.guides["other"] = """
      # elsewhere: Elsewhere
      ? bipolar

      when bipolar is unsure:
        Not sure is fine.

      unless bipolar is unsure:
        Thank you.
      """
    guides.shared = """
      ? bipolar: Have you had bipolar disorder?
        ( ) yes: Yes
        ( ) no: No
        ( ) unsure: I am not sure
      """
    var walk = try Walker(guides)
    #expect(walk.seen == ["ask bipolar"])
    #expect(walk.answer("unsure") == ["Not sure is fine.", "Tell your team.", "finish"])
    #expect(walk.answers == ["bipolar is I am not sure"])
  }

  @Test func `a question with words of its own kind takes words and branches on nothing`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? hope: What do you hope for?
          [text]

        Thank you.
        """
      )
    )
    #expect(walk.answer("to sleep again") == ["Thank you.", "finish"])
    #expect(walk.answers == ["hope is to sleep again"])
  }

  @Test func `a shared question has a heading above it, like any other`() throws {
    var guides = SmallGuides(
      """
      # start: Start
      Good morning.

      # kind: Which kind?
      ? bipolar

      Thank you.
      """
    )
    guides.shared = """
      ? bipolar: Have you had bipolar disorder?
        ( ) yes: Yes
        ( ) no: No
        ( ) unsure: I am not sure
      """
    let library = try guides.library()
    var walk = Walker(library)
    try walk.begin()
    let kind = try #require(library.steps.indices.first { library.steps[$0].name == "kind" })
    let effects = library.standing(&walk.state)
    #expect(effects.contains { $0 == .title(StepID(kind)) })
    #expect(
      library.step(Walker(library).state, walk.inputs[0]).effects.contains(.title(StepID(kind)))
    )
  }
}
