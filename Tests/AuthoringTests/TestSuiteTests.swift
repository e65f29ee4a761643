import Authoring
import ContentFolder
import TestSupport
import Testing

struct TestSuiteTests {
  private let workshop: Workshop

  init() throws {
    let example = "\nexample: many\n  tea is yes\n  cups is 5\n  sees many\n"
    workshop = try Workshop.withSmallGuide(example)
  }

  private func outcomes(
    _ names: String...,
    isRecording: Bool = false
  ) throws -> [TestSuite.Outcome] {
    let suite = try TestSuite(names.map { workshop.file($0) }, in: workshop.location)
    var outcomes: [TestSuite.Outcome] = []
    let library = try suite.library(today: Workshop.today)
    let tally = try suite.run(over: library, isRecording: isRecording) { outcomes.append($0) }
    #expect(tally.passed == outcomes.count { $0.problems.isEmpty })
    #expect(tally.passed + tally.failed == outcomes.count)
    return outcomes
  }

  @Test func `a transcript to be filled in fails, is recorded, and then passes`() throws {
    let name = "transcripts/no.transcript"
    try workshop.write("guide: small\n\n> no\n", to: name)
    #expect(try outcomes(name).first?.problems.isEmpty == false)
    let recorded = try outcomes(name, isRecording: true)
    #expect(recorded.map(\.problems) == [["recorded; read it, then run the test again"]])
    #expect(try workshop.text(of: name).contains("Thank you."))
    #expect(try outcomes(name).map(\.problems) == [[]])
    try workshop.change("Thank you.", to: "Goodbye.", in: name)
    let problems = try #require(try outcomes(name).first?.problems)
    #expect(
      problems.contains { $0.contains("Goodbye.") }
        && problems.contains { $0.contains("Thank you.") }
    )
  }

  @Test func `without a name, all transcripts are held and all examples walked`() throws {
    try workshop.write("guide: small\n\n> no\n", to: "transcripts/no.transcript")
    try workshop.write("guide: small\n\n> no\n", to: "transcripts/also.transcript")
    let names = try outcomes(isRecording: true).map(\.name)
    let paths = ["also", "no"].map { workshop.file("transcripts/\($0).transcript") }
    #expect(names == paths + ["small: many"])
    #expect(try outcomes("guides/small.guide").map(\.name) == ["small: many"])
    let nowhere = ContentLocation(named: "/nowhere", reservedNames: [])
    let suite = try TestSuite([workshop.content], in: nowhere)
    let tally = try suite.run(over: suite.library(today: Workshop.today)) { _ in }
    #expect(tally.passed == 3)
  }

  @Test func `an example that does not hold says why`() throws {
    try workshop.change("cups is 5\n", to: "cups is 2\n", in: "guides/small.guide")
    #expect(try outcomes().first?.problems.isEmpty == false)
  }

  @Test func `a file that is not a transcript, and one for an unknown guide, fail`() throws {
    try workshop.write("guidance: small\n", to: "transcripts/bad.transcript")
    try workshop.write("guide: nothing\n\n> no\n", to: "transcripts/lost.transcript")
    let problems = try outcomes("transcripts/bad.transcript", "transcripts/lost.transcript").map(
      \.problems
    )
    #expect(problems.first?.first?.hasPrefix("line 1: A header line is `guide: NAME`") == true)
    #expect(problems.last == ["There is no guide called `nothing`."])
  }

  @Test func `what cannot be tested is named`() throws {
    let missing = workshop.file("transcripts/none.transcript")
    #expect(throws: AuthoringError.content(.missing(path: missing))) {
      try outcomes("transcripts/none.transcript")
    }
    #expect(throws: AuthoringError.folderAmongFiles(path: workshop.content)) {
      try TestSuite([missing, workshop.content], in: workshop.location)
    }
    try workshop.change("subjects: ", to: "subjekts: ", in: "house.guide")
    #expect(throws: AuthoringError.contentHasErrors) { try outcomes() }
  }
}
