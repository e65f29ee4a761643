import GuideCheck
import GuideReview
import TestSupport
import Testing

/// A change to a guide, and the only thing that is said of it; nothing if it changes nothing for anyone.
struct Edit: Sendable {
  let old: String
  let new: String
  let section: String?
  let line: String?

  init(_ old: String, _ new: String, _ section: String?, _ line: String?) {
    (self.old, self.new, self.section, self.line) = (old, new, section, line)
  }
}

struct EditComparisonTests {
  private static let guide = """
    title: A visit
    kind: form

    # start: Welcome
    ? preg

    unless preg is no:
      Tell your team about it.

    ? ticks: Which?
      [ ] a: Apple
      [ ] b: Berry
      [ ] c: Cherry

    let many = count of ticks

    when many is at least 2:
      You picked several.

    ? how: How?
      ( ) iv: By IV
      ( ) pill: By pill

    => other

    ? price: What does it cost?
      [amount 0 to 500]

    let course = price * 6

    when course is known:
      A course costs {course}.

    when course is at least 400:
      That is a lot of money.

    check drive: May you drive?
      ( ) now: Now
      (x) later: Later
      again: Think of sleep.

    ? kids: How many children?
      why: To plan the ride.
      [number 0 to 10]

    # topics: Topics
    menu
      must: risk

    ## risk: Risks
    It can hurt.

    ## gain: Gains
    It can help.

    # last: Last
    First the end. Then home.

    Goodbye to you.

    """

  private static let edits = [
    Edit(
      "unless preg is no:",
      "when preg is yes or unsure:",
      "Who reads something different",
      "A person who skips every question, no longer sees: text *Tell your team about it.*"
    ),
    Edit(
      "unless preg is no:",
      "when preg is no:",
      "Who reads something different",
      "A person who answers “No” to “Could you be pregnant?”, and skips the rest, now sees: text *Tell your team about it.*"
    ),
    Edit(
      "many is at least 2",
      "many is at least 3",
      "Who reads something different",
      "A person who answers “Berry” and “Cherry” to “Which?”, and skips the rest, no longer sees: text *You picked several.*"
    ),
    Edit(
      "=> other\n",
      "=> other when how is iv\n",
      "What everyone reads",
      "Everyone who begins with this guide saw this; a person who skips every question, no longer does: guide *other*"
    ),
    Edit(
      "price * 6",
      "price * 5",
      "Totals",
      "course: (price * [-6)-] {+5)+}"
    ),
    Edit(
      "course is at least 400",
      "course is at least 600",
      "Who reads something different",
      "A person who answers 66.67 to “What does it cost?”, and skips the rest, no longer sees: text *That is a lot of money.*"
    ),
    Edit(
      "course is at least 400",
      "course is more than 400",
      nil,
      nil
    ),
    Edit(
      "  ( ) now: Now\n  (x) later: Later",
      "  (x) now: Now\n  ( ) later: Later",
      "Questions",
      "drive: right: [-“Later”-] {+“Now”+}"
    ),
    Edit(
      "Think of sleep",
      "Think of sleepiness",
      "Questions",
      "drive: after a wrong answer: Think of [-sleep.-] {+sleepiness.+}"
    ),
    Edit(
      "To plan the ride",
      "To plan your ride",
      "Questions",
      "kids: why: To plan [-the-] {+your+} ride."
    ),
    Edit(
      "[amount 0 to 500]",
      "[amount 0 to 600]",
      "Questions",
      "price: the answer: an amount from 0 to [-500-] {+600+}"
    ),
    Edit(
      "[number 0 to 10]",
      "[number 0 to 12]",
      "Questions",
      "kids: the answer: a number from 0 to [-10-] {+12+}"
    ),
    Edit(
      "[number 0 to 10]",
      "[scale 0 to 10, few … many]",
      "Questions",
      "kids: the answer: a [-number-] {+place+} from 0 to [-10-] {+10, few to many+}"
    ),
    Edit(
      "  must: risk\n",
      "",
      "What everyone reads",
      "Everyone saw this; a person who skips every question, without opening “Risks”, no longer does: topic *risk*"
    ),
    Edit(
      "By pill",
      "As a pill",
      "Questions",
      "how: [-By-] {+As a+} pill"
    ),
    Edit(
      "  ( ) pill: By pill",
      "  when preg is no:\n    ( ) pill: By pill",
      "Who reads something different",
      "A person who skips every question, no longer sees: answer *how/pill*"
    ),
    Edit(
      "First the end. Then home.\n\nGoodbye to you.",
      "Goodbye to you.\n\nFirst the end. Then home.",
      "Order",
      "“First the end. Then home.” now comes after “Goodbye to you.”"
    ),
    Edit(
      "  [ ] a: Apple\n  [ ] b: Berry",
      "  [ ] b: Berry\n  [ ] a: Apple",
      "Questions",
      "ticks: the answers are in another order"
    ),
    Edit(
      "# last: Last",
      "// A note.\n# last: Last",
      nil,
      nil
    ),
    Edit(
      "unless preg is no:",
      "unless preg is no or preg is no:",
      nil,
      nil
    ),
    Edit(
      "price * 6",
      "6 * price",
      nil,
      nil
    ),
    Edit(
      "price * 6",
      "price * 4 + price * 2",
      nil,
      nil
    ),
    Edit(
      "## risk: Risks\nIt can hurt.\n\n## gain: Gains\nIt can help.",
      "## gain: Gains\nIt can help.\n\n## risk: Risks\nIt can hurt.",
      "Order",
      "“Risks” now comes after “Gains” (for example, for a person who skips every question)"
    ),
    Edit(
      "  [ ] c: Cherry",
      "  ( ) c: Cherry",
      "Questions",
      "ticks: only alone: {+“Cherry”+}"
    ),
    Edit(
      "# last: Last",
      "# last: The last",
      "Words",
      "last: changed: [-Last-] {+The last+}"
    ),
  ]

  private func folder(_ guide: String) -> Folder {
    var folder = plainFolder
    folder["house.guide"] = """
      title: Beforehand
      kind: house
      subjects: harm of ketamine, driving

      ? preg: Could you be pregnant?
        why: It matters for safety.
        ( ) yes: Yes
        ( ) no: No
        ( ) unsure: I am not sure

      # shelf: What would you like to look at?
      menu
        => visit
        => other
      """
    folder["guides/other.guide"] = "title: Other\nkind: form\n\n# words: Other\nMore words here.\n"
    folder["guides/visit.guide"] = guide
    return folder
  }

  /// A guide that reads what only others ask and show.
  private static let later = """
    title: Afterward
    kind: form

    # start: Welcome
    Hello there.

    when seen other:
      You read the other guide.

    when seen driving:
      You read about driving.

    when seen harm of ketamine:
      You read about harm.

    when preg is yes or unsure:
      Tell your team.

    """

  private static let laterEdits = [
    Edit(
      "when seen other:",
      "unless seen other:",
      "Who reads something different",
      "A person who has gone through “Other” before and has read about driving before, and skips every question, no longer sees: text *You read the other guide.*"
    ),
    Edit(
      "when preg is yes or unsure:",
      "when preg is no:",
      "Who reads something different",
      "A person who has gone through “A visit” before and answered “No” to “Could you be pregnant?” before, and skips every question, now sees: text *Tell your team.*"
    ),
    Edit(
      "when preg is yes or unsure:",
      "when preg is skipped:",
      "Who reads something different",
      "A person who has gone through “A visit” before and skipped “Could you be pregnant?” before, and skips every question, now sees: text *Tell your team.*"
    ),
    Edit(
      "when seen driving:",
      "when seen harm of ketamine:",
      "Who reads something different",
      "A person who has gone through “Other” before and has read about driving before, and skips every question, no longer sees: text *You read about driving.*"
    ),
    // The other guide shows it to everyone, and no other does.
    Edit("when seen driving:", "when seen other:", nil, nil),
    // The visit shows it only to those it has asked.
    Edit("when seen harm of ketamine:", "when preg is yes or unsure:", nil, nil),
  ]

  /// A guide that says some things twice, and opens topics.
  private static let repeated = """
    title: A visit
    kind: form

    # start: Welcome
    Do not drive today. [@drive-1]

    ? alone: Will you be alone?
      ( ) often: Often
      ( ) never: Never

    when alone is often:
      Wait with the car. [@drive-1]

    when alone is never:
      Do not drive today. [@drive-1]

    unless alone is often:
      Someone can wait with you.

    Staff are kind.

    => night

    # topics: Topics
    menu

    ## room: The room
    It is quiet.

    ## food: Food
    There is tea.

    # last: Last
    when seen room and seen food:
      You know it all now.

    Goodbye.

    ## night: The night
    You may sleep well.

    """

  private static let repeatedEdits = [
    Edit(
      "when alone is often:",
      "when alone is never:",
      "Who reads something different",
      "A person who answers “Often” to “Will you be alone?”, and skips the rest, no longer sees: text *Wait with the car.*"
    ),
    Edit(
      "when alone is never:",
      "unless alone is often:",
      "Who reads something different",
      "A person who skips every question, now sees: text again *Do not drive today.*"
    ),
    Edit(
      "seen room and seen food",
      "seen room or seen food",
      "Who reads something different",
      "A person who skips every question, without opening “Food”, now sees: text *You know it all now.*"
    ),
    Edit(
      "when seen room and seen food",
      "when seen food",
      "Who reads something different",
      "A person who skips every question, without opening “The room”, now sees: text *You know it all now.*"
    ),
    Edit(
      "=> night\n\n# topics: Topics\n",
      "# topics: Topics\n=> night\n\n",
      "Order",
      "“The night” now comes after “Topics”"
    ),
    Edit("Staff are kind.", "Staff are kind. [@drive-1]", nil, nil),
    Edit(
      "unless alone is often:\n  Someone can wait with you.\n",
      "unless alone is often or never:\n  Someone can wait with you.\n\nwhen alone is never:\n  Someone can wait with you.\n",
      nil,
      nil
    ),
    Edit("# last: Last", "# end-of-it: Last", nil, nil),
    Edit(
      "  ( ) often: Often\n  ( ) never: Never",
      "  ( ) often: Never\n  ( ) never: Often",
      "Questions",
      "alone: the answers are in another order"
    ),
    Edit(
      "Staff are kind.\n\n=> night\n",
      "=> night\n\nStaff are kind.\n",
      "Order",
      "“Staff are kind.” now comes after “The night”"
    ),
  ]

  @Test(arguments: repeatedEdits)
  func `what is said twice, and what is opened, is told`(edit: Edit) throws {
    #expect(Self.repeated.contains(edit.old))
    let edited = Self.repeated.replacing(edit.old, with: edit.new, maxReplacements: 1)
    try compare(
      folder(Self.repeated).checked(),
      folder(edited).checked(),
      "visit",
      edit
    )
  }

  @Test func `other names for the same questions, topics, and answers change nothing`() throws {
    let edited = Self.repeated.replacing("alone", with: "company")
      .replacing("be company?", with: "be alone?").replacing("## food:", with: "## meal:")
      .replacing("seen food", with: "seen meal").replacing("often", with: "much")
    let edit = Edit("", "", nil, nil)
    try compare(folder(Self.repeated).checked(), folder(edited).checked(), "visit", edit)
  }

  @Test(arguments: laterEdits)
  func `what was before a guide is told, as far as it can have been`(edit: Edit) throws {
    var folder = folder(
      """
      title: A visit
      kind: form

      # start: Welcome
      ? preg

      when preg is yes or unsure:
        Say so. [@harm-1]

      Goodbye.

      """
    )
    folder["house.guide"].append("\n  => afterward\n")
    folder["guides/other.guide"] = """
      title: Other
      kind: form

      # words: Other
      Do not drive. [@drive-1]

      """
    folder["evidence/claims.guide"].append(
      """

      claim harm-1: Ketamine can harm.
        about: harm of ketamine
        source: a-study
        certainty: low
        verified: 2026-11-21

      """
    )
    #expect(Self.later.contains(edit.old))
    folder["guides/afterward.guide"] = Self.later
    let was = folder.checked()
    folder["guides/afterward.guide"] = Self.later.replacing(edit.old, with: edit.new)
    let now = folder.checked()
    try compare(was, now, "afterward", edit)
  }

  @Test(arguments: edits)
  func `each edit is told with someone for whom it makes a difference`(edit: Edit) throws {
    #expect(Self.guide.contains(edit.old))
    let edited = Self.guide.replacing(edit.old, with: edit.new, maxReplacements: 1)
    try compare(folder(Self.guide).checked(), folder(edited).checked(), "visit", edit)
  }

  private func compare(_ was: CheckResult, _ now: CheckResult, _ guide: String, _ edit: Edit) throws
  {
    let old = try #require(was.library, "\(was.text)")
    let new = try #require(now.library, "\(now.text)")
    let difference = try #require(VersionComparison(from: old, to: new).difference(of: guide))
    #expect(difference.limit == nil)
    guard let section = edit.section, let line = edit.line else {
      #expect(difference.sections == [])
      return
    }
    let lines = difference.sections.first { $0.title == section }?.lines ?? []
    #expect(lines.contains(line), "\(difference.sections)")
    let others = difference.sections.filter {
      $0.title != section && $0.title != "Who reads something different"
    }
    #expect(others == [])
  }
}
