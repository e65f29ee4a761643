public import GuideCheck

/// A small decision aid with everything a page and a screen can hold.
public let decisionFolder = Folder(
  [
    "house.guide": """
    title: Beforehand
    kind: house
    subjects: harm of ketamine, driving

    ? say-first: What do you want to say first?
      [text]

    ? bipolar: Have you ever had bipolar disorder?
      ( ) yes: Yes
      ( ) no: No
      ( ) unsure: I am not sure

    # shelf: What would you like to look at?
    menu
      => choice
    """,
    "guides/choice.guide": """
    title: Drip or shock?
    kind: decision aid
    condition: A long depression
    decision: Shall we talk about a drip?
    for: adults
    reviewed: 2026-11-21
    review-by: 2027-05-21
    update-policy: Read again every year.
    author: not yet reviewed by a clinician
    funding: none
    option drip: A drip
    option shock: Electroconvulsive therapy, in a hospital
    option no-change: Keep my care as it is

    # start: About you
    ? bipolar

    when bipolar is yes or unsure:
      tell: Bipolar disorder, or not sure
      flag: Said yes or unsure about bipolar disorder.

    ? worries: What worries you?
      [ ] memory: My memory
        ask: How do you protect my memory?
      [ ] money: The price
        ask: What does it cost me?
      ( ) none: None of these

    check drive: When may you drive?
      ( ) now: At once
      (x) later: The next day
      again: You can feel awake and still react slowly.

    # topics: What would you like to read?
    menu
      must: risks

    ## risks: What can go wrong
    Blood pressure can rise. [@pressure]
    ask: What do you watch for?

    show shown-harm, shown-good

    ## chances: What studies found
    show small

    show first-study
    show second-study

    show rare

    # compare: Side by side
    compare
      visits: How many visits?
        drip: About six, over three weeks.
        shock: Six to twelve, in a hospital, asleep each time, and someone takes you home.
        no-change: The visits you have now.
      memory: What about memory?
        drip: Cloudy for some hours. 日本語
        shock: Trouble for days; some memories may be lost.
        no-change: Nothing new.

    # matters: What matters to you
    weigh: How much does each of these matter to you?
      clear: Keeping my memory as clear as it is now
      soon: Feeling better soon
      few: Fewer visits

    when clear is at least 4:
      ask: Can we test my memory first?

    # money: What it may cost
    ? price: What is one visit?
      [amount 0 to 5000]
    let course = price * 6

    when course is known:
      Six visits come to {course}.
      tell: My course would cost {course}.

    ? say-first

    # last: Before you go
    You can say **no** at any time.
    ask: What happens if it does not work?
    """,
    "evidence/claims.guide": """
    title: Claims
    kind: evidence

    claim pressure: Ketamine raises blood pressure.
      about: harm of ketamine
      source: a-study
      certainty: low
      verified: 2026-11-21
    """,
    "evidence/figures.guide": "title: Figures\nkind: evidence\n\n"
      + [
        figure("shown-harm", "Felt sick", "  arm drip: 61 to 84 of 100"),
        figure("shown-good", "Felt sick", "  arm shock: 12 of 90"),
        figure("small", "Lost track of time", "  arm drip: 12 of 40"),
        figure("first-study", "Got well", "  arm drip: 108 of 195\n  arm shock: 70 of 170"),
        figure(
          "second-study",
          "Got much better",
          "  arm drip: 46%\n  arm shock: 63%\n  conflicts: first-study\n  note: They counted other things."
        ),
        figure("rare", "Had a seizure", "  arm drip: 1 of 400\n  arm shock: 0 of 400"),
      ].joined(separator: "\n\n") + "\n",
    "places/us.guide": """
    title: United States
    kind: place
    country: US
    language: en-US
    currency: $
    emergency: 911
    reviewed: 2026-11-21
    review-by: 2027-05-21

    door body: Something is wrong with your body
      line: Call 911 now.
    """,
  ],
  sources: [aStudy]
)

/// The source of everything in the small folders.
public let aStudy = Source(
  name: "a-study",
  title: "A study",
  authors: "Doe and others",
  year: "2024",
  locator: ""
)

private func figure(_ name: String, _ outcome: String, _ arms: String) -> String {
  """
  figure \(name): \(outcome)
    about: harm of ketamine
    population: adults
    horizon: after three weeks
    compared-with: none
    certainty: low
    sponsor: none
    source: a-study
    verified: 2026-11-21
  \(arms)
  """
}
