import Authoring
import SourceText
import TestSupport
import Testing

struct FixApplierTests {
  @Test func `what is certain is fixed and told, and nothing else changes`() throws {
    let workshop = try Workshop.withSmallGuide()
    let before = try workshop.text(of: "guides/small.guide")
    try workshop.change("\nwhen tea", to: "\nwhn tea", in: "guides/small.guide")
    let changes = try FixApplier.applyAll(to: [], in: workshop.location, today: Workshop.today)
    let place = "\(workshop.file("guides/small.guide")):19:1"
    #expect(changes == ["\(place): fixed: change it to `when`"])
    #expect(try workshop.text(of: "guides/small.guide") == before)
    #expect(try FixApplier.applyAll(to: [], in: workshop.location, today: Workshop.today) == [])
  }

  @Test func `a fix that brings another problem to light is followed by that one's`() throws {
    let workshop = try Workshop.withSmallGuide()
    let before = try workshop.text(of: "guides/small.guide")
    try workshop.change("\nwhen tea is", to: "\nwhn teaa is", in: "guides/small.guide")
    let changes = try FixApplier.applyAll(to: [], in: workshop.location, today: Workshop.today)
    #expect(changes.count == 2)
    #expect(try workshop.text(of: "guides/small.guide") == before)
  }

  @Test func `files that were not named stay as they are`() throws {
    let workshop = try Workshop.withSmallGuide()
    try workshop.change("\nwhen tea", to: "\nwhn tea", in: "guides/small.guide")
    let paths = [workshop.file("guides/visit.guide")]
    #expect(try FixApplier.applyAll(to: paths, in: workshop.location, today: Workshop.today) == [])
    #expect(try workshop.text(of: "guides/small.guide").contains("\nwhn tea"))
  }

  @Test func `a fix that was made and did not help is not made again`() throws {
    let workshop = try Workshop()
    let source = SourceFile(path: workshop.file("a.guide"), text: "one\n")
    let edit = Edit(source: source, span: Span(start: 0, end: 3), replacement: "two")
    let diagnostic = Diagnostic(
      "a-problem",
      title: "It is one",
      labels: [Label(source: source, span: Span(start: 0, end: 3))],
      fix: Fix(summary: "make it two", edits: [edit])
    )
    var applier = FixApplier()
    #expect(try applier.apply([diagnostic]))
    #expect(try workshop.text(of: "a.guide") == "two\n")
    #expect(try !applier.apply([diagnostic]))
    #expect(applier.changes.count == 1)
  }
}
