import Authoring
import SourceText
import TestSupport
import Testing

struct AuthorPreviewTests {
  private let workshop: Workshop
  private var held: HeldPreview
  private var guide: String { workshop.file("guides/small.guide") }

  init() throws {
    workshop = try Workshop.withSmallGuide()
    held = try HeldPreview(of: "small", in: workshop)
  }

  @Test mutating func `a guide is walked as a patient walks it, to its end`() {
    #expect(held.start.contains("\nDo you drink tea?\n\n  1  Yes\n  2  No\n"))
    #expect(held.start.contains("For authors: :? lists your commands. Nothing is kept."))
    held.type("yes")
    #expect(held.type("5").hasPrefix("== Many cups ==\n"))
    #expect(held.type("1").contains("The session ends here for the patient."))
    #expect(held.type("back").contains("How many cups a day?"))
    #expect(!held.isOver)
  }

  @Test func `it begins at the guide of a name or a file, else at the shelf`() throws {
    #expect(try HeldPreview(of: guide, in: workshop).start == held.start)
    #expect(
      try HeldPreview(of: nil, in: workshop).start.contains("What would you like to look at?")
    )
    #expect(throws: AuthoringError.noGuide(name: "smal", similar: ["small"])) {
      try HeldPreview(of: "smal", in: workshop)
    }
    try workshop.change("# last:", to: "# first:", in: "guides/small.guide")
    #expect(throws: AuthoringError.contentHasErrors) { try HeldPreview(of: "small", in: workshop) }
  }

  @Test mutating func `where tells the place, with the line of the file`() {
    held.type("no")
    #expect(
      unbroken(held.type(":where"))
        == unbroken("step small/last, \(guide):26 the walk is over")
        + unbroken("1 question answered or skipped so far")
    )
    held.type("back")
    #expect(unbroken(held.type(":where")).contains(unbroken("asks small/tea, \(guide):13")))
  }

  @Test mutating func `values and why show the answers, and the outcome of each condition`() {
    held.type("1")
    #expect(
      unbroken(held.type(":why")) == unbroken("after yes of tea: shown tea: yes")
        + unbroken("\(guide):19: when tea is yes or unsure: shown tea: yes")
    )
    held.type("4")
    #expect(held.type(":values") == "  small/tea: yes\n  small/cups: 4\n\n")
    let why = unbroken("\(guide):23: when cups is at least 4: shown cups: 4")
    #expect(unbroken(held.type(":why")).contains(why))
  }

  @Test mutating func `why a question was asked, or was not`() {
    #expect(held.type(":why cups").contains("The walk did not reach cups."))
    held.type("2")
    let why = unbroken(held.type(":why cups"))
    #expect(why.contains(unbroken("cups is not asked:")))
    #expect(why.contains(unbroken("\(guide):19: when tea is yes or unsure: not asked tea: no")))
    held.type(":set tea yes")
    let other = unbroken(held.type(":why cups"))
    #expect(other.contains(unbroken("cups is asked:")))
    #expect(held.type(":why tea").contains("tea does not depend on a condition."))
    #expect(held.type(":why cup").contains("cups"))
  }

  @Test mutating func `unless is told apart from when, and what is not shown from what is`() throws
  {
    let condition = "when tea is yes or unsure:"
    let other = "when tea is no:\n  Fine.\n\nunless tea is no:"
    try workshop.change(condition, to: other, in: "guides/small.guide")
    held = try HeldPreview(of: "small", in: workshop)
    held.type("yes")
    let why = unbroken(held.type(":why"))
    #expect(why.contains(unbroken(":19: when tea is no: not shown")))
    #expect(why.contains(unbroken(":22: unless tea is no: shown")))
  }

  @Test mutating func `answers can be set before they are asked for, changed, and forgotten`() {
    #expect(held.type(":set cups 7").contains("cups has not been asked yet."))
    #expect(held.type(":values") == "  small/cups: 7, when asked\n\n")
    #expect(held.type(":set tea cofee").contains("is not one of the choices"))
    let set = held.type(":set tea yes")
    #expect(set.contains("(:set cups 7)") && set.contains("\n== Many cups ==\n"))
    #expect(held.type(":values") == "  small/tea: yes\n  small/cups: 7\n\n")
    #expect(!held.type(":set cups 2").contains("Many cups"))
    #expect(held.type(":forget tea").contains("Do you drink tea?"))
    #expect(held.type(":forget tea").contains("tea has no answer."))
    #expect(
      held.type(":set tae yes").contains("There is no question called tae. Did you mean tea?")
    )
  }

  @Test mutating func `go takes the author's answers, or finds others that lead there`() {
    let going = held.type(":go many")
    #expect(going.contains("Your answers do not lead there. These do: begin `small`; answer"))
    #expect(going.contains("\n== Many cups ==\n"))
    #expect(held.type(":go tea") == "There is no step called tea.\n\n")
    #expect(held.type(":go mny").contains("Did you mean many?"))
    held.type(":begin")
    held.type("no")
    #expect(held.type(":go last").contains("Thank you."))
    #expect(held.type(":begin vist").contains("There is no guide called vist. Did you mean visit?"))
  }

  @Test mutating func `sides tell what the patient reads, and what goes to the lists`() {
    held.type("yes")
    let sides = held.type(":sides")
    #expect(sides.contains("== The patient reads ==\n"))
    #expect(sides.contains("How many cups a day?"))
    #expect(sides.contains("\n== On the lists ==\n\n  tell: I drink tea.\n"))
  }

  @Test mutating func `the walk so far is written as a transcript that passes`() throws {
    for line in ["1", "9", "back", "3"] { held.type(line) }
    let path = workshop.file("transcripts/mine.transcript")
    #expect(unbroken(held.type(":save mine")).hasPrefix(unbroken("Wrote \(path).")))
    let again = held.type(":save mine").split(separator: "\n").joined(separator: " ")
    #expect(again.contains("exists. Choose another name."))
    #expect(held.type(":save \(workshop.root)/no/folder").hasPrefix("failed: notCreated("))
    #expect(held.type(":save") == ":save NAME writes the walk so far as a transcript\n\n")
    #expect(
      try workshop.text(of: "transcripts/mine.transcript").hasPrefix("guide: small\n\nNo one")
    )
    let suite = try TestSuite([path], in: workshop.location)
    #expect(try suite.run(over: suite.library(today: Workshop.today)) { _ in }.passed == 1)
  }

  @Test mutating func `no word is taken from the patient`() {
    let help = held.type("?")
    #expect(help.contains("quit: leave") && help.contains(":go STEP goes to a step"))
    #expect(!held.type(" :where").contains("small.guide"))
    #expect(held.type(":vlues").contains("There is no command :vlues. Did you mean :values?"))
    #expect(held.completions.contains(":where") && held.completions.contains("yes"))
    held.type(":q")
    #expect(held.isOver)
  }

  // MARK: a text that changes

  @Test mutating func `what is saved counts at once, in the same place`() throws {
    try workshop.change("( ) yes: Yes", to: "( ) yes: Yes, I do", in: "guides/small.guide")
    let shown = held.type(":values")
    #expect(shown.contains("The text has changed. This is the same place in the new text."))
    #expect(shown.contains("1  Yes, I do"))
    #expect(shown.hasSuffix("No answers yet.\n\n"))
    held.type("1")
    try workshop.change("Do you drink tea?", to: "Do you like tea?", in: "guides/small.guide")
    #expect(held.type(":where").contains("Asked again because the wording has changed: tea."))
  }

  @Test mutating func `nobody answers what they have not read`() throws {
    try workshop.change("( ) yes: Yes", to: "( ) yes: Yes, I do", in: "guides/small.guide")
    let shown = held.type("1")
    #expect(shown.contains("1  Yes, I do"))
    #expect(!shown.contains("How many cups"))
    #expect(held.type("1").contains("How many cups"))
  }

  @Test mutating func `a broken text is shown and not used`() throws {
    try workshop.change("\nwhen tea", to: "\nwhn tea", in: "guides/small.guide")
    let broken = held.type(":where")
    #expect(broken.hasPrefix("problem: misspelt-mark\n"))
    #expect(broken.contains("The preview goes on with the text as it was."))
    #expect(broken.contains("asks small/tea"))
    #expect(held.type("1").contains("How many cups a day?"))
    try workshop.change("\nwhn tea", to: "\nwhen tea", in: "guides/small.guide")
    let whole = held.type(":values")
    #expect(
      whole.contains("This is the same place in the new text.") && whole.contains("small/tea: yes")
    )
    try workshop.remove("house.guide")
    #expect(held.type(":values").contains("The content cannot be read right now."))
  }
}
