import Authoring
import ContentFolder
import Foundation
import SourceText
import TestSupport
import Testing

struct CoverageTests {
  private let many = "\nexample: many\n  tea is yes\n  cups is 5\n  sees many\n"

  private func suite(_ workshop: Workshop, _ names: String...) throws -> TestSuite {
    try TestSuite(names.map { workshop.file($0) }, in: workshop.location)
  }

  private func coverage(_ suite: TestSuite) throws -> Coverage {
    try suite.coverage(of: suite.library(today: Workshop.today))
  }

  @Test func `what no test covers is listed, with counts`() throws {
    let workshop = try Workshop.withSmallGuide()
    let guide = workshop.file("guides/small.guide")
    let lines = try coverage(suite(workshop, "guides/small.guide")).lines
    #expect(
      lines.joined(separator: "\n") == """
        small: 0 of 3 steps, 0 of 6 options, 0 of 4 conditions
          \(guide):11: no test reaches `first`
          \(guide):14: no test answers `tea` with `yes`
          \(guide):16: no test answers `tea` with `no`
          \(guide):17: no test answers `tea` with `unsure`
          \(guide):13: no test skips `tea`
          \(guide):19: no test makes `tea is yes or unsure` true
          \(guide):19: no test makes `tea is yes or unsure` false
          \(guide):20: no test answers `cups`
          \(guide):20: no test skips `cups`
          \(guide):23: no test makes `cups is at least 4` true
          \(guide):23: no test makes `cups is at least 4` false
          \(guide):26: no test reaches `last`
          \(guide):29: no test reaches `many`

        0 of 13 covered
        """
    )
  }

  @Test func `examples and transcripts count, and so does what they take back`() throws {
    let workshop = try Workshop.withSmallGuide(many)
    let first = try coverage(suite(workshop, "guides/small.guide")).lines
    #expect(first.first == "small: 3 of 3 steps, 2 of 6 options, 2 of 4 conditions")
    let typed = "> no\n> back\n> unsure\n> skip\n> back\n> back\n> skip\n"
    try workshop.write("guide: small\n\n\(typed)", to: "transcripts/all.transcript")
    let second = try coverage(suite(workshop, "guides/small.guide")).lines
    #expect(
      second == ["small: 3 of 3 steps, 6 of 6 options, 4 of 4 conditions", "", "13 of 13 covered"]
    )
  }

  @Test func `where transcripts are named, only they count`() throws {
    let workshop = try Workshop.withSmallGuide(many)
    try workshop.write("guide: small\n\n> no\n", to: "transcripts/no.transcript")
    let coverage = try coverage(suite(workshop, "guides/small.guide", "transcripts/no.transcript"))
    #expect(coverage.lines.first == "small: 2 of 3 steps, 1 of 6 options, 2 of 4 conditions")
  }

  @Test func `nothing in the guides that patients read is left untested`() throws {
    let content = Repository.root.appending(path: "Content").resolvingSymlinksInPath().path
    let location = ContentLocation(named: content, reservedNames: [])
    #expect(try coverage(TestSuite(in: location)).missing == [])
  }
}

struct SuggestedTranscriptTests {
  private func written(_ workshop: Workshop) throws -> TestSuite.Written? {
    let suite = try TestSuite([workshop.file("guides/small.guide")], in: workshop.location)
    return try suite.writeMissing(over: suite.library(today: Workshop.today))
  }

  @Test func `what is written passes, and leaves nothing missing`() throws {
    let workshop = try Workshop.withSmallGuide()
    let first = try #require(try written(workshop))
    #expect(first.paths.first == workshop.file("transcripts/small-covers-first.transcript"))
    #expect(first.unreached == [])
    // Four answers to one question take four conversations.
    #expect(workshop.names(in: "transcripts").count == 4)
    let text = try workshop.text(of: "transcripts/small-covers-first.transcript")
    #expect(
      text.hasPrefix(
        "# Suggested, and not reviewed yet. It covers what no other test does: it\n# - reaches"
      )
    )
    let suite = try TestSuite(in: workshop.location)
    let tally = try suite.run(over: suite.library(today: Workshop.today)) { _ in }
    #expect(tally.passed == 4 && tally.failed == 0)
    #expect(try written(workshop) == nil)
  }

  @Test func `no transcript is written over`() throws {
    let workshop = try Workshop.withSmallGuide()
    let name = "transcripts/small-covers-first"
    _ = try written(workshop)
    let text = try workshop.text(of: "\(name).transcript")
    let other = "guide: visit\n\n> 1\n"
    for name in workshop.names(in: "transcripts") {
      try workshop.write(other, to: "transcripts/\(name)")
    }
    _ = try written(workshop)
    #expect(try workshop.text(of: "\(name).transcript") == other)
    #expect(try workshop.text(of: "\(name)-2.transcript") == text)
  }

  @Test func `what no conversation covers is said`() throws {
    let workshop = try Workshop.withSmallGuide()
    let guide = "guides/small.guide"
    try workshop.change("=> many when cups is at least 4", to: "=> many when seen first", in: guide)
    let line = "\(workshop.file(guide)):23: no conversation makes `seen first` false"
    #expect(try written(workshop)?.unreached == [line])
  }

  @Test func `the real content is covered by what is written`() throws {
    let workshop = try Workshop.real()
    let suite = try TestSuite(in: workshop.location)
    let library = try suite.library(today: Workshop.today)
    let written = try #require(try suite.writeMissing(over: library))
    #expect(!written.paths.isEmpty && written.unreached == [])
    #expect(try suite.coverage(of: library).missing == [])
    #expect(try suite.run(over: library) { _ in }.failed == 0)
  }
}
