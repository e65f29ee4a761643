/// Guides made to be hard: everything the language has, close together.
enum HardGuides {
  static let all = [
    ("menus", menus), ("choices", choices), ("sights", mentions), ("values", values),
  ]

  /// Menus within reach of each other, visits that cross, a shared question asked in three places.
  static let menus: SmallGuides = {
    var guides = SmallGuides(
      """
      # start: Start
      Good morning.

      ? product: Which kind?
        ( ) iv: IV
          => cost
        ( ) spray: Spray
        ( ) unsure: I am not sure

      menu
        must: risks, day
        => other
        => third

      ## risks: Risks
      ? bipolar

      unless bipolar is no:
        => mood

      There are risks.

      ## day: The day
      when product is spray:
        => other

      The day is long.
      => cost

      ## cost: The cost
      ? price: What does it cost?
        [amount 0 to 50]

      ask: Can I pay later?

      ## mood: High mood
      ? bipolar

      A high mood matters.
      tell: High mood.

      # middle: The middle
      -> last when bipolar is unsure
      => mood

      Here you are.

      menu
        => third

      # last: Last
      => cost

      Goodbye.
      """
    )
    guides.guides["other"] = """
      # elsewhere: Elsewhere
      ? bipolar

      when bipolar is yes or unsure:
        => third

      There.

      menu
        must: deep

      ## deep: Deep
      ? sleep: How do you sleep?
        ( ) well: Well
        ( ) badly: Badly
          tell: I sleep badly.

      ## deeper: Deeper
      => deep

      That is deep.
      """
    guides.guides["third"] = """
      # far: Far away
      Far.

      ? hope: What do you hope for?
        [text]

      unless bipolar is no:
        ask: What about my mood?
      """
    guides.shared = """
      ? bipolar: Have you had bipolar disorder?
        ( ) yes: Yes
        ( ) no: No
        ( ) unsure: I am not sure
      """
    return guides
  }()

  /// Options that come and go, teach-backs, questions in questions.
  static let choices = SmallGuides(
    """
    # start: Start
    ? product: Which kind?
      ( ) iv: IV
      ( ) spray: Spray
        ? twice: Is twice a week too much?
          ( ) yes: Yes
            ask: Can I come once a week?
          ( ) no: No
          ( ) unsure: I am not sure
      ( ) home: At home
        tell: At home.

    ? where: Where?
      ( ) clinic: In a clinic
      when product is iv:
        ( ) hospital: In a hospital
      unless product is home:
        ( ) office: In an office

    check drive: When may you drive?
      ( ) now: Now
        That is soon.
      (x) later: Later
      again: Think of sleep.

    ? worries: What worries you?
      [ ] memory: Memory
      [ ] money: Money
        ? how-much: How much can you pay?
          [amount 0 to 9]
      when where is hospital or office:
        [ ] crowds: Many people
      ( ) none: None of these

    when worries includes crowds:
      You may ask for a quiet room.

    unless worries includes memory or money:
      -> last

    # middle: The middle
    check again-please: Who takes you home?
      ( ) me: I do
      (x) friend: A friend
      again: You may be sleepy.

    when drive is now:
      Please do not drive.

    # last: Last
    when twice is known:
      We talked about twice a week.

    unless twice is known:
      We did not.
    """
  )

  /// Words that depend on what was seen before.
  static let mentions: SmallGuides = {
    var guides = SmallGuides(
      """
      # start: Start
      let read-harm = seen harm
      let read-both = seen harm and seen help

      ? pick: Which way?
        ( ) left: Left
        ( ) right: Right

      when pick is left:
        It can hurt. [@hurts]

      menu

      ## gains: Gains
      It can help. [@helps]

      when seen harm:
        ? weigh-it: Is it worth it?
          ( ) maybe: Maybe
          ( ) rather-not: Rather not

      ## pains: Pains
      It can hurt a lot. [@hurts]

      unless seen gains:
        You have not read of gains.

      # last: Last
      when read-both is true:
        You read both.

      unless read-harm is true:
        You read of no harm.

      ? plan: What now?
        ( ) wait: Wait
        when seen pains:
          ( ) start: Start

      when seen weigh-it:
        We asked you.
      """
    )
    guides.evidence = """
      claim hurts: It can hurt
        about: harm
        source: a-study
        certainty: low
        verified: 2026-11-21
        checked: By hand.

      claim helps: It can help
        about: help
        source: a-study
        certainty: low
        verified: 2026-11-21
        checked: By hand.
      """
    return guides
  }()

  /// Values that print, and a weighing.
  static let values: SmallGuides = {
    var guides = SmallGuides(
      """
      # start: Start
      ? price: What does one visit cost?
        [amount 0 to 9]

      ? visits: How many visits?
        [number 1 to 4 visits]

      let course = price * visits
      let half = course / 2
      let dear = course is at least 12

      when half is known:
        That is {course}, half of it {half}.

      when dear is true:
        ask: Why so much?

      # compare: Side by side
      compare
        memory: What about memory?
          ketamine: Some trouble.
          no-change: Nothing new.

      # matters: What matters
      weigh: How much does each matter?
        memory: Memory
        peace: Peace

      let sum-of-all = sum of memory, peace

      when sum-of-all is at least 6:
        Both matter: {sum-of-all}.

      ? pain: How much pain?
        [scale 0 to 3, none … a lot]

      when pain is at least 2:
        tell: Pain of {pain}.
      """
    )
    guides.header = [
      "condition: Depression", "decision: Which one?", "option ketamine: Ketamine",
      "option no-change: Keep my care as it is",
    ]
    return guides
  }()
}
