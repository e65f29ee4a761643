import Authoring
import SourceText
import TestSupport
import Testing

struct ProofReportTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop.withSmallGuide() }

  private func inspected(_ report: inout ProofReport) throws -> Inspection {
    try Inspection(in: workshop.location, today: Workshop.today) { report.prove($0) }
  }

  @Test func `each guide has a line: states, and if measured, paths, questions and minutes`() throws
  {
    var report = ProofReport(isMeasuring: true)
    #expect(try inspected(&report).diagnostics == [])
    #expect(report.lines.map { $0.prefix { $0 != ":" } } == ["house", "small", "visit"])
    let line = try #require(report.lines.first { $0.hasPrefix("small") })
    let pattern =
      #/small: \d+ states, \d+ paths, 1 to 2 questions, \d\.\d to \d\.\d minutes, [\d.]+ ms, \d+ steps, \d+ nodes/#
    #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
    var fast = ProofReport(isMeasuring: false)
    _ = try inspected(&fast)
    #expect(!fast.lines.contains { $0.contains("path") })
  }

  @Test func `a broken promise is a problem, and its conversation a transcript that fails`() throws
  {
    try workshop.write(
      SmallGuide.text + "\npromise: see many before end\n",
      to: "guides/small.guide"
    )
    var report = ProofReport(isMeasuring: false)
    #expect(try inspected(&report).diagnostics.map(\.id) == ["broken-promise"])
    let path = workshop.file("transcripts/breaks-small-1.transcript")
    #expect(try report.save() == [path])
    let text = try workshop.text(of: "transcripts/breaks-small-1.transcript")
    #expect(text.hasPrefix("# Breaks the promise: see many before end\nguide: small\n\n> "))
    try workshop.write(SmallGuide.text, to: "guides/small.guide")
    let suite = try TestSuite([path], in: workshop.location)
    let library = try suite.library(today: Workshop.today)
    #expect(try suite.run(over: library) { _ in }.failed == 1)
  }

  @Test func `where every promise is kept, nothing is saved and no folder made`() throws {
    var report = ProofReport(isMeasuring: false)
    _ = try inspected(&report)
    #expect(try report.save() == [])
    #expect(workshop.names(in: "transcripts") == [])
  }

  @Test func `a folder that cannot be made is named`() throws {
    try workshop.write(
      SmallGuide.text + "\npromise: see many before end\n",
      to: "guides/small.guide"
    )
    var report = ProofReport(isMeasuring: false)
    _ = try inspected(&report)
    try workshop.write("Not a folder.", to: "transcripts")
    let folder = workshop.file("transcripts")
    #expect(throws: AuthoringError.folderNotCreated(path: folder)) { try report.save() }
  }
}
