import GuideCheck
import GuideEngine
import Testing

struct ChangeTests {
  private static let branches = SmallGuides(
    """
    # start: Start
    ? bipolar: Have you had bipolar disorder?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    unless bipolar is no:
      High mood matters.
      tell: Perhaps bipolar.

    when bipolar is yes:
      ? when-was-it: When was it?
        ( ) recent: This year
          tell: A high mood this year.
        ( ) past: Before

    ? ride: Who takes you home?
      ( ) friend: A friend
      ( ) nobody: Nobody yet
        ask: Who can take me home?

    ? sleep: How do you sleep?
      ( ) well: Well
      ( ) badly: Badly

    Goodbye.
    """
  )

  private func answered(_ answers: String...) throws -> Walker {
    var walk = try Walker(Self.branches)
    for answer in answers { walk.answer(answer) }
    return walk
  }

  @Test func `what becomes due is read, and kept answers wait until it was`() throws {
    var walk = try answered("no", "friend")
    #expect(
      walk.change("bipolar", to: "unsure") == ["High mood matters.", "Perhaps bipolar.", "pause"]
    )
    #expect(walk.answers == ["bipolar is I am not sure"])
    #expect(walk.readOn() == ["ask sleep"])
    #expect(walk.answers == ["bipolar is I am not sure", "ride is A friend"])
  }

  @Test func `a new question is asked, and after it the walk goes on with the kept answers`() throws
  {
    var walk = try answered("no", "friend", "well")
    #expect(walk.state.isFinished)
    walk.change("bipolar", to: "yes")
    #expect(walk.seen == ["High mood matters.", "Perhaps bipolar.", "ask when-was-it"])
    #expect(walk.answer("recent") == ["A high mood this year.", "pause"])
    #expect(walk.readOn() == ["finish"])
  }

  @Test func `answers set aside count nowhere, and come back when the change is taken back`() throws
  {
    var walk = try answered("yes", "recent", "nobody")
    #expect(
      walk.lists == [
        "tell: Perhaps bipolar.", "tell: A high mood this year.", "ask: Who can take me home?",
      ]
    )
    #expect(walk.change("bipolar", to: "no") == ["ask sleep"])
    #expect(walk.lists == ["ask: Who can take me home?"])
    #expect(walk.answers == ["bipolar is No", "ride is Nobody yet"])
    #expect(walk.change("bipolar", to: "yes") == ["ask sleep"])
    #expect(walk.answers == ["bipolar is Yes", "when-was-it is This year", "ride is Nobody yet"])
  }

  @Test func `an answer that is no longer on the walk cannot be changed`() throws {
    var walk = try answered("yes", "recent")
    walk.change("bipolar", to: "no")
    #expect(walk.change("when-was-it", to: "past") == ["refuse"])
    #expect(walk.change("sleep", to: "well") == ["refuse"])
  }

  @Test func `going back from a change leaves everything as it was`() throws {
    var walk = try answered("no", "friend")
    walk.send(.changed(walk.library.question("bipolar")))
    #expect(walk.seen == ["ask bipolar, before No"])
    #expect(walk.back() == ["ask sleep"])
    #expect(walk.answers == ["bipolar is No", "ride is A friend"])
  }

  @Test func `a change asked for at a pause, and taken back, comes back to the pause`() throws {
    var walk = try answered("no", "friend")
    walk.change("bipolar", to: "unsure")
    #expect(walk.seen.last == "pause")
    walk.send(.changed(walk.library.question("bipolar")))
    #expect(walk.back() == ["pause"])
    #expect(walk.answers == ["bipolar is I am not sure"])
  }

  @Test func `going back at the end after a change undoes the last answer of the walk`() throws {
    var walk = try answered("no", "friend", "well")
    walk.change("bipolar", to: "unsure")
    walk.readOn()
    #expect(walk.state.isFinished)
    #expect(walk.back() == ["ask sleep, before Well"])
    #expect(walk.back() == ["ask ride, before A friend"])
    #expect(walk.answer("friend") == ["ask sleep, before Well"])
  }

  @Test func `an answer that is no longer offered is set aside`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? product: Which kind?
          ( ) iv: IV
          ( ) spray: Spray

        ? where: Where do you have it?
          ( ) clinic: In a clinic
          when product is iv:
            ( ) hospital: In a hospital

        Thank you.
        """
      )
    )
    #expect(walk.answer("iv") == ["ask where"])
    #expect(walk.answer("hospital") == ["Thank you.", "finish"])
    #expect(walk.change("product", to: "spray") == ["ask where of clinic"])
    #expect(walk.answer("hospital") == ["refuse"])
    #expect(walk.change("product", to: "iv") == ["finish"])
    #expect(walk.answers == ["product is IV", "where is In a hospital"])
  }

  @Test func `a question is changed with the options it had at its place on the walk`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        menu

        ## risks: Risks
        There are risks.

        ## plans: Plan
        ? plan: What do you want?
          ( ) wait: To wait
          when seen risks:
            ( ) start: To begin

        # last: Last
        Goodbye.
        """
      )
    )
    walk.open("plans")
    #expect(walk.seen == ["ask plan of wait"])
    walk.answer("wait")
    walk.open("risks")
    walk.send(.changed(walk.library.question("plan")))
    #expect(walk.seen == ["ask plan of wait, before To wait"])
    #expect(walk.answer("start") == ["refuse"])
  }

  @Test func `a paragraph is read again when a change gives it another value`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? price: What does one visit cost?
          [amount 0 to 5000]

        let course = price * 6

        when course is known:
          Visits at that price come to {course}.

        ? sleep: How do you sleep?
          ( ) well: Well
          ( ) badly: Badly
        """
      )
    )
    #expect(walk.answer("200") == ["Visits at that price come to $1,200.", "ask sleep"])
    walk.answer("well")
    #expect(walk.change("price", to: "200") == ["finish"])
    #expect(
      walk.change("price", to: "300.50") == ["Visits at that price come to $1,803.", "pause"]
    )
    #expect(walk.readOn() == ["finish"])
  }

  @Test func `openings are kept: a change before a menu walks through its topics again`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? product: Which kind?
          ( ) iv: IV
          ( ) spray: Spray

        menu

        ## day: The day
        The day is long.

        when product is spray:
          You stay two hours.

        ## cost: The cost
        It costs money.

        # last: Last
        Goodbye.
        """
      )
    )
    walk.answer("iv")
    walk.open("cost")
    walk.open("day")
    walk.readOn()
    #expect(walk.change("product", to: "spray") == ["You stay two hours.", "pause"])
    #expect(walk.readOn() == ["finish"])
    #expect(walk.steps == ["start", "cost", "day", "last"])
  }

  @Test func `an item that becomes due is read with what leads to it`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? product: Which kind?
          ( ) iv: IV
          ( ) spray: Spray

        Tell your team about these.

        - Your heart

        when product is spray:
          - Your nose
          - Your ears

        ? sleep: How do you sleep?
          ( ) well: Well
          ( ) badly: Badly

        - Rest
        """
      )
    )
    #expect(walk.answer("iv") == ["Tell your team about these.", "Your heart", "ask sleep"])
    #expect(walk.answer("well") == ["Rest", "finish"])
    #expect(
      walk.change("product", to: "spray") == [
        "Tell your team about these.", "Your heart", "Your nose", "Your ears", "pause",
      ]
    )
    #expect(walk.readOn() == ["finish"])
  }
}
