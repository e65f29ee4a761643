import Authoring
import GuideCheck
import SourceText
import TestSupport
import Testing

struct SigningTests {
  private static let tooLong = String(repeating: "A", count: 201)
  private let workshop: Workshop

  init() throws { workshop = try Workshop.withSmallGuide() }

  private func signing(
    _ guide: String = "small",
    on day: Day = Workshop.today
  ) throws(AuthoringError) -> Signing {
    try Signing(of: guide, on: day, in: workshop.location, today: Workshop.today)
  }

  @Test func `a signature is recorded, and counts until the text changes`() throws {
    let path = workshop.file("signatures.guide")
    #expect(try signing().record(name: "Jane Roe", role: "nurse") == path)
    let record = try workshop.text(of: "signatures.guide")
    #expect(record.contains("\nsignature small: Jane Roe\n  role: nurse\n  date: 2026-11-21\n"))
    let reading = try GuideReading("small", in: workshop.location, today: Workshop.today)
    #expect(reading.library[reading.guide].signatures.map(\.name) == ["Jane Roe"])
    try workshop.change("Thank you.", to: "Thanks.", in: "guides/small.guide")
    let inspection = try Inspection(in: workshop.location, today: Workshop.today)
    #expect(inspection.diagnostics.map(\.id) == ["signature-is-outdated"])
  }

  @Test func `who signs again replaces only their own record of that guide`() throws {
    _ = try signing().record(name: "Jane Roe", role: "nurse")
    _ = try signing().record(name: "Ana", role: "psychiatrist")
    _ = try signing().record(name: "Jane Roe", role: "doctor")
    let record = try workshop.text(of: "signatures.guide")
    #expect(record.split(separator: "\n").filter { $0.hasPrefix("signature small") }.count == 2)
    #expect(record.contains("role: doctor") && !record.contains("role: nurse"))
  }

  @Test func `what cannot be signed says why`() throws {
    let tomorrow = Day(daysSinceEpoch: Workshop.today.daysSinceEpoch + 1)
    #expect(throws: AuthoringError.dayIsInTheFuture(tomorrow)) { try signing(on: tomorrow) }
    #expect(throws: AuthoringError.houseIsNotSigned) { try signing("house") }
    let yesterday = Day(daysSinceEpoch: Workshop.today.daysSinceEpoch - 1)
    #expect(throws: AuthoringError.dayIsBeforeReview(yesterday, reviewed: Workshop.today)) {
      try signing(on: yesterday)
    }
    #expect(throws: Never.self) { try signing() }
    #expect(throws: AuthoringError.noGuide(name: "smal", similar: ["small"])) {
      try signing("smal")
    }
    try workshop.write(
      SmallGuide.text + "\npromise: see many before end\n",
      to: "guides/small.guide"
    )
    #expect(throws: AuthoringError.contentHasErrors) { try signing() }
    #expect(workshop.names(in: "").contains("signatures.guide") == false)
  }

  @Test(arguments: ["", " A", "A ", "A\nB", "A\u{1B}B", tooLong])
  func `a name is words on one line`(_ name: String) {
    #expect(
      Signing.problem(with: name)
        == "A name or a role must be on one line, with 1 to 200 characters."
    )
    #expect(Signing.problem(with: "Jane Roe, MD") == nil)
  }
}
