import GuideCheck
import Testing

@testable import GuideEngine

struct ValueTests {
  private static let costs = SmallGuides(
    """
    # start: Start
    ? price: What does one visit cost?
      [amount 0 to 5000]

    ? visits: How many visits?
      [number 1 to 20 visits]

    let course = price * visits
    let each-week = course / 3
    let high-cost = course is at least 1000

    ? worries: What worries you?
      [ ] money: Money
      [ ] memory: Memory
      [ ] pain: Pain
      ( ) none: None of these

    let how-many = count of worries

    when each-week is known:
      It comes to {course}, or {each-week} a week.

    when course is at least 1000:
      That is a lot.

    unless high-cost is true:
      Is that all?

    when how-many is more than 1:
      You have {how-many} worries.

    when worries includes money or memory:
      Talk about it.
    """
  )

  private func said(_ answers: String...) throws -> [String] {
    var walk = try Walker(Self.costs)
    for answer in answers { walk.answer(answer) }
    return walk.seen.filter { $0 != "finish" }
  }

  @Test func `amounts are worked out to the cent and rounded when printed`() throws {
    #expect(
      try said("500.05", "4", "none") == [
        "It comes to $2,000.20, or $666.73 a week.", "That is a lot.",
      ]
    )
  }

  private static let counts = SmallGuides(
    """
    # start: Start
    ? first: The first?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    ? days: How many days?
      [number 0 to 20 days]

    let one = first is yes or unsure
    let weeks = days / 7
    let two = weeks is at least 1
    let three = first is skipped
    let both = count of one, two
    let left = count of three

    when both is known:
      {both} of two.

    unless both is at least 1:
      Not one, or not known.

    when left is known:
      {left} left out.
    """
  )

  @Test(arguments: [
    ("yes", "7", ["2 of two.", "0 left out."]),
    ("no", "3", ["0 of two.", "Not one, or not known.", "0 left out."]),
    // What somebody would rather not say is not a no.
    ("skipped", "7", ["Not one, or not known.", "1 left out."]),
    ("yes", "skipped", ["Not one, or not known.", "0 left out."]),
  ])
  func `a count is missing if an answer that it compares is`(
    first: String,
    days: String,
    said: [String]
  ) throws {
    var walk = try Walker(Self.counts)
    walk.answer(first)
    walk.answer(days)
    #expect(walk.seen.filter { $0 != "finish" } == said)
  }

  private static let year = SmallGuides(
    """
    # start: Start
    ? price: What does one visit cost?
      [amount 0 to 5000]

    ? travel: What does travel cost?
      [amount 0 to 1000]

    ? fees: What other fees are there?
      [amount 0 to 5000]

    ? visits: How many visits?
      [number 1 to 40 visits]

    ? later: How many later visits?
      [number 0 to 100 visits]

    let course = (price + travel) * visits + fees
    let year = course + (price + travel) * later
    let each-month = year / 12 + fees / 4

    when each-month is known and year is known:
      It comes to {year}, or {each-month} a month.
    """
  )

  @Test func `a sum of many amounts stays exact, in cents`() throws {
    var walk = try Walker(Self.year)
    for answer in ["4999.99", "999.99", "5000", "40", "100"] { walk.answer(answer) }
    #expect(
      walk.seen.filter { $0 != "finish" } == [
        "It comes to $844,997.20, or $71,666.43 a month."
      ]
    )
  }

  @Test func `one missing part makes the whole missing`() throws {
    #expect(try said("skipped", "6", "none") == ["Is that all?"])
    #expect(try said("400", "skipped", "none") == ["Is that all?"])
  }

  @Test func `ticks are counted, and the one that excludes the rest counts as none`() throws {
    #expect(
      try said("skipped", "1", "money pain") == [
        "Is that all?", "You have 2 worries.", "Talk about it.",
      ]
    )
    #expect(try said("skipped", "1", "pain") == ["Is that all?"])
    #expect(try said("skipped", "1", "none") == ["Is that all?"])
    #expect(try said("skipped", "1", "skipped") == ["Is that all?"])
  }

  @Test(arguments: ["5000.01", "-1", "0.001"])
  func `an amount outside its range, or with parts of a cent, is refused`(_ amount: String) throws {
    var walk = try Walker(Self.costs)
    let value = try #require(
      amount == "0.001" ? Fraction(1, over: 1000) : Fraction(digits: amount)
    )
    let question = try #require(walk.state.awaiting.question)
    #expect(walk.send(.answered(question, .number(value))) == ["refuse"])
  }

  @Test func `a number of visits is whole, and ends count as inside`() throws {
    var walk = try Walker(Self.costs)
    walk.answer("10")
    #expect(walk.answer("2.50") == ["refuse"])
    #expect(walk.answer("21") == ["refuse"])
    #expect(walk.answer("20") == ["ask worries"])
  }

  @Test func `an answer that excludes the others is shown by itself`() throws {
    var walk = try Walker(Self.costs)
    walk.answer("10")
    walk.answer("1")
    #expect(walk.answer("money none") == ["refuse"])
    let question = try #require(walk.state.awaiting.question)
    #expect(walk.send(.answered(question, .options([]))) == ["refuse"])
  }

  @Test func `an answer to another question than the one that is asked is refused`() throws {
    var walk = try Walker(Self.costs)
    let other = walk.library.question("worries")
    #expect(walk.state.awaiting.question != other)
    #expect(walk.send(.answered(other, .skipped)) == ["refuse"])
    #expect(walk.send(.answered(QuestionID(-1), .skipped)) == ["refuse"])
  }

  @Test func `rows of a weighing are questions from 0 to 5, each for itself`() throws {
    var guides = SmallGuides(
      """
      # matters: What matters
      weigh: How much does each of these matter to you?
        memory: Keeping my memory clear
        visits: Fewer visits

      when memory is at least 4:
        ask: How would you protect my memory?
      """
    )
    guides.header = [
      "condition: Depression", "decision: Which one?", "option ketamine: Ketamine",
      "option no-change: Keep my care as it is",
    ]
    var walk = try Walker(guides)
    #expect(walk.seen == ["How much does each of these matter to you?", "ask memory"])
    #expect(walk.answer("6") == ["refuse"])
    #expect(walk.answer("4.50") == ["refuse"])
    #expect(walk.answer("5") == ["ask visits"])
    #expect(
      walk.answer("0") == [
        "Keeping my memory clear: 5 of 5; Fewer visits: 0 of 5", "How would you protect my memory?",
        "finish",
      ]
    )
    #expect(walk.back() == ["ask visits, before 0"])
    #expect(walk.change("memory", to: "3") == ["ask visits, before 0"])
    #expect(
      walk.answer("0") == ["Keeping my memory clear: 3 of 5; Fewer visits: 0 of 5", "finish"]
    )
    #expect(walk.lists == [])
  }

  @Test func `seen is what was shown on the current walk`() throws {
    var guides = SmallGuides(
      """
      # start: Start
      menu

      ## risks: Risks
      It can hurt. [@hurts]

      ## gains: Gains
      It can help.

      # last: Last
      when seen harm:
        You read about harm.

      unless seen risks:
        You did not read about risks.
      """
    )
    guides.evidence = """
      claim hurts: It can hurt
        about: harm
        source: a-study
        certainty: low
        verified: 2026-11-21
        checked: By hand.
      """
    var walk = try Walker(guides)
    walk.open("risks")
    #expect(walk.readOn() == ["You read about harm.", "finish"])
    walk.back()
    walk.back()
    #expect(walk.readOn() == ["You did not read about risks.", "finish"])
  }

  @Test func `a long chain of values is worked out without running out of stack or time`() throws {
    var lines = [
      "# start: Start", "menu", "", "## risks: Risks", "It can hurt.", "", "# last: Last",
    ]
    lines.append("let a0 = seen risks")
    for index in 1...2000 {
      lines.append("let a\(index) = a\(index - 1) is true or a\(index - 1) is true")
    }
    lines += [
      "", "when a2000 is true:", "  You read it.", "", "unless a2000 is true:", "  You did not.",
    ]
    var walk = try Walker(SmallGuides(lines.joined(separator: "\n")))
    #expect(walk.readOn() == ["You did not.", "finish"])
    walk.back()
    walk.open("risks")
    #expect(walk.readOn() == ["You read it.", "finish"])
  }

  @Test func `one of what is counted is said as one`() throws {
    let units = ["visits": "visit", "boxes": "box", "percent": "percent", "mass": "mass"]
    for (unit, one) in units {
      let guides = SmallGuides(
        """
        # start: Start
        ? many: How many?
          [number 0 to 9 \(unit)]
        """
      )
      let library = try guides.library()
      let question = QuestionID(0)
      #expect(library.words(for: .number(Fraction(1)), to: question) == "1 \(one)")
      #expect(library.words(for: .number(Fraction(2)), to: question) == "2 \(unit)")
      #expect(library.words(for: .number(Fraction(0)), to: question) == "0 \(unit)")
    }
  }

  @Test func `lists follow the walk`() throws {
    var walk = try Walker(
      SmallGuides(
        """
        # start: Start
        ? ill: Which of these do you have?
          [ ] heart: Heart trouble
            tell: Heart trouble
            flag: Heart
          [ ] liver: Liver trouble
            tell: Liver trouble
          ( ) none: None of these

        aside: Ask about sleep.
        ask: What now?
        """
      )
    )
    walk.answer("heart liver")
    #expect(
      walk.lists == [
        "tell: Heart trouble", "flag: Heart", "tell: Liver trouble", "aside: Ask about sleep.",
        "ask: What now?",
      ]
    )
    walk.change("ill", to: "liver")
    #expect(walk.lists == ["tell: Liver trouble", "aside: Ask about sleep.", "ask: What now?"])
    walk.change("ill", to: "none")
    #expect(walk.lists == ["aside: Ask about sleep.", "ask: What now?"])
    walk.back()
    #expect(walk.lists == [])
  }
}
