import GuideCheck
import GuideEngine
import Testing

struct MenuTests {
  private static let menu = SmallGuides(
    """
    # start: Start
    Look around.

    menu
      must: risks

    ## cost: What it costs
    ? price: What does it cost?
      [amount 0 to 5000]

    It costs money.
    ask: Is there help with the price?

    ## risks: What can go wrong
    Some things can go wrong.

    # last: Before you go
    Goodbye.
    """
  )

  @Test func `topics are opened in any order, and what must be read comes before going on`() throws
  {
    var walk = try Walker(Self.menu)
    #expect(walk.seen == ["Look around.", "offer cost risks"])
    #expect(walk.readOn() == ["refuse"])
    #expect(walk.open("risks") == ["Some things can go wrong.", "offer cost, seen risks, go on"])
    #expect(walk.open("cost") == ["ask price"])
    #expect(
      walk.answer("20") == [
        "It costs money.", "Is there help with the price?", "offer nothing, seen cost risks, go on",
      ]
    )
    #expect(walk.readOn() == ["Goodbye.", "finish"])
    #expect(walk.steps == ["start", "risks", "cost", "last"])
  }

  @Test func `a topic that was looked at is not opened again`() throws {
    var walk = try Walker(Self.menu)
    walk.open("risks")
    #expect(walk.open("risks") == ["refuse"])
  }

  @Test func `looking again repeats the words, asks nothing and adds nothing`() throws {
    var walk = try Walker(Self.menu)
    walk.open("cost")
    walk.answer("20")
    let entry = try #require(walk.library.entry("cost"))
    let again = walk.library.lookAgain(entry, &walk.state).compactMap { walk.library.inWords($0) }
    #expect(again == ["It costs money.", "Is there help with the price?"])
    #expect(walk.lists == ["ask: Is there help with the price?"])
  }

  @Test func `looking again at a guide says only what was read, under headings that have words`()
    throws
  {
    var guides = SmallGuides(
      """
      # start: Start
      => other

      Thank you.
      """
    )
    guides.guides["other"] = """
      # first: The first
      ? tired: Are you tired?
        ( ) a-little: A little
          Rest a little.
        ( ) very: Very
          Rest a lot.

      # second: The second
      when tired is very:
        Sleep.

      # third: The third
      That is all.
      """
    var walk = try Walker(guides)
    walk.answer("a-little")
    let library = walk.library
    let other = try #require(library.guide(named: "other"))
    let again = library.lookAgain(.guide(other), &walk.state)
    let words = again.map { effect in
      if case .title(let step) = effect {
        "# \(library[step].title)"
      } else {
        library.inWords(effect) ?? ""
      }
    }
    #expect(words == ["# The first", "Rest a little.", "# The third", "That is all."])
  }

  @Test func `going back from a topic closes it, and from going on comes back to the menu`() throws
  {
    var walk = try Walker(Self.menu)
    walk.open("risks")
    #expect(walk.back() == ["offer cost risks"])
    walk.open("risks")
    walk.readOn()
    #expect(walk.back() == ["offer cost, seen risks, go on"])
    #expect(walk.back() == ["offer cost risks"])
    #expect(walk.back() == ["refuse"])
  }

  @Test func `what was visited is passed over with one line the second time`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        => risks

        Now choose.

        menu

        ## risks: What can go wrong
        Some things can go wrong.

        ## more: More
        => risks

        There is more.

        # last: Before you go
        => more

        Goodbye.
        """
      )
    )
    #expect(
      walk.seen == ["Some things can go wrong.", "Now choose.", "offer more, seen risks, go on"]
    )
    #expect(walk.open("more") == ["", "There is more.", "offer nothing, seen risks more, go on"])
    #expect(walk.readOn() == ["", "Goodbye.", "finish"])
    #expect(walk.steps == ["start", "risks", "more", "last"])
  }

  @Test func `a guide visited from a topic counts as looked at on the shelf`() throws {
    var guides = SmallGuides(
      """
      # start: Start
      => other

      Here.
      """
    )
    guides.guides["other"] = """
      # elsewhere: Elsewhere
      There.
      """
    var walk = Walker(try guides.library())
    try walk.begin(at: "house")
    #expect(walk.seen == ["offer main other, go on"])
    #expect(walk.open("main") == ["There.", "Here.", "offer nothing, seen main other, go on"])
    #expect(walk.back() == ["offer main other, go on"])
    #expect(walk.open("other") == ["There.", "offer main, seen other, go on"])
    #expect(walk.open("main") == ["", "Here.", "offer nothing, seen main other, go on"])
  }

  @Test func `the shelf opened at its end is over`() throws {
    var walk = Walker(try Self.menu.library())
    try walk.begin(at: "house")
    #expect(walk.readOn() == ["finish"])
    #expect(walk.readOn() == ["refuse"])
    #expect(walk.back() == ["offer main, go on"])
  }
}
