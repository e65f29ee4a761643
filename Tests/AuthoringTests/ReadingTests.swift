import Authoring
import ContentFolder
import Documents
import GuideCheck
import GuideReview
import SourceText
import TestSupport
import Testing

struct GuideReadingTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop.withSmallGuide() }

  private func reading(_ named: String) throws(AuthoringError) -> GuideReading {
    try GuideReading(named, in: workshop.location, today: Workshop.today)
  }

  @Test func `a guide is read by its name or from a file`() throws {
    let named = try reading("small")
    #expect(named.library[named.guide].title == "Tea")
    try workshop.write(
      SmallGuide.text.replacing("title: Tea", with: "title: Hot tea"),
      to: "../small.guide"
    )
    let filed = try reading("\(workshop.root)/small.guide")
    #expect(filed.library[filed.guide].title == "Hot tea")
  }

  @Test func `what cannot be read is named`() throws {
    #expect(throws: AuthoringError.noGuide(name: "smal", similar: ["small"])) {
      try reading("smal")
    }
    #expect(throws: AuthoringError.content(.missing(path: "/no.guide"))) {
      try reading("/no.guide")
    }
    try workshop.change("# last:", to: "# first:", in: "guides/small.guide")
    #expect(throws: AuthoringError.contentHasErrors) { try reading("small") }
  }

  @Test func `on paper stand its words, what was proved, and the day`() throws {
    let text = TerminalRenderer(width: 80).text(
      of: try reading("small").logic(printedOn: Workshop.today)
    )
    #expect(text.contains("Do you drink tea?") && text.contains("2026-11-21"))
  }

  @Test func `a graph marks what no test reaches, if asked`() throws {
    func outline(_ guide: String?, marksUntested: Bool) throws -> String {
      let graph = try Graph(
        of: guide,
        marksUntested: marksUntested,
        in: workshop.location,
        today: Workshop.today
      )
      return TerminalRenderer(width: 80).text(of: graph.outline)
    }
    let mark = "(no test reaches this)"
    #expect(try outline("small", marksUntested: true).contains(mark))
    #expect(try !outline("small", marksUntested: false).contains(mark))
    #expect(try outline(nil, marksUntested: true).contains("small"))
    try workshop.write("guide: small\n\n> yes\n> 5\n", to: "transcripts/many.transcript")
    #expect(try !outline("small", marksUntested: true).contains(mark))
  }
}

struct FormattingRunTests {
  private func outcomes(
    of paths: [String] = [],
    in workshop: Workshop,
    isOnlyChecking: Bool = false
  ) throws -> [String: FormattingRun.Outcome] {
    let run = try FormattingRun(paths, in: workshop.location)
    var outcomes: [String: FormattingRun.Outcome] = [:]
    try run.format(isOnlyChecking: isOnlyChecking) { outcomes[$0] = $1 }
    #expect(outcomes.count == run.count)
    return outcomes
  }

  @Test func `what would change is told, and changes when asked`() throws {
    let workshop = try Workshop.withSmallGuide()
    let guide = workshop.file("guides/small.guide")
    _ = try outcomes(in: workshop)
    let before = try workshop.text(of: "guides/small.guide")
    try workshop.change("\n\n", to: "\r\n\r\n\r\n", in: "guides/small.guide")
    let spoiled = try workshop.text(of: "guides/small.guide")
    #expect(try outcomes(in: workshop, isOnlyChecking: true)[guide] == .wouldChange)
    #expect(try workshop.text(of: "guides/small.guide") == spoiled)
    #expect(try outcomes(of: [guide], in: workshop) == [guide: .changed])
    #expect(try workshop.text(of: "guides/small.guide") == before)
    #expect(
      try outcomes(of: [workshop.content], in: workshop).values.allSatisfy { $0 == .unchanged }
    )
  }

  @Test func `a file with errors is left alone`() throws {
    let workshop = try Workshop()
    try workshop.write("# start  no colon", to: "../a.guide")
    let path = "\(workshop.root)/a.guide"
    #expect(try outcomes(of: [path], in: workshop) == [path: .hasErrors])
    #expect(try workshop.text(of: "../a.guide") == "# start  no colon")
    #expect(throws: AuthoringError.content(.missing(path: "/no.guide"))) {
      try outcomes(of: ["/no.guide"], in: workshop)
    }
  }
}

struct ExplanationTests {
  @Test func `each diagnostic has a line in the list, and a page`() throws {
    #expect(Explanation.list.count == Explanation.all.count)
    let page = try Explanation(of: "unknown-answer").page
    #expect(page.first?.hasPrefix("unknown-answer: ") == true)
    #expect(page.contains("The message:"))
    #expect(page.contains { $0.hasPrefix("The fix, in `") })
    #expect(Explanation.list.contains { $0.hasPrefix("unknown-answer ") })
  }

  @Test func `one there is not has others that are similar`() {
    #expect(
      throws: AuthoringError.noDiagnostic(
        name: "unknown-answr",
        similar: ["unknown-answer", "unknown-arm", "unknown-door", "unknown-name"]
      )
    ) {
      try Explanation(of: "unknown-answr")
    }
  }
}
