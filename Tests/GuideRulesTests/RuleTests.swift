import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideRules

/// Each rule finds what its golden shows, and no library comes out before it is fixed.
struct RuleTests {
  @Test(arguments: rules.map { $0.id })
  func `a rule finds what is named after it, and nothing else`(id: String) throws {
    let golden = try DiagnosticGolden(id)
    let broken = resolved(golden.broken)
    for rule in rules {
      let found = rule.check(broken).map(\.id)
      #expect(Set(found) == (rule.id == id ? [id] : []), "\(rule.id)")
    }
    let fixed = resolved(golden.fixed)
    for rule in rules { #expect(rule.check(fixed).map(\.id) == []) }
  }

  @Test(arguments: rules.map { $0.id })
  func `a library comes out only of content that keeps every rule`(id: String) throws {
    let result = try DiagnosticGolden(id).broken.checked(today: Day("2026-11-21"))
    #expect(result.diagnostics.map(\.id) == [id])
    let isWarning = result.diagnostics.allSatisfy { $0.severity == .warning }
    #expect((result.library != nil) == isWarning)
    let warnings: Set = [
      "claim-ends-soon", "day-in-future", "label-is-command", "review-is-due", "told-for-others",
      "yes-by-another-name",
    ]
    #expect(isWarning == warnings.contains(id))
  }

  @Test(arguments: [
    ("2026-10-31", []), ("2026-11-01", ["claim-ends-soon"]), ("2026-12-31", ["claim-ends-soon"]),
    ("2027-01-01", ["claim-has-ended"]),
  ])
  func `a rule with an end is warned of for 60 days, and then it is an error`(
    today: String,
    ids: [String]
  ) {
    let result = ruleUntilTheEndOf2026.checked(today: Day(today))
    #expect(result.diagnostics.map(\.id) == ids)
    #expect((result.library == nil) == (ids == ["claim-has-ended"]))
  }

  @Test func `the next review of a guide is due when a rule in it ends`() throws {
    let library = try #require(ruleUntilTheEndOf2026.checked().library)
    #expect(library.guides.last?.reviewBy == Day("2026-12-31"))
  }

  @Test func `a rule that no guide cites can end`() {
    var folder = ruleUntilTheEndOf2026
    folder.files["guides/visit.guide"] = plainFolder.files["guides/visit.guide"]
    #expect(folder.checked(today: Day("2027-06-01")).text == "")
  }

  @Test func `a claim or a figure is reviewed by the day it names`() {
    var folder = plainFolder
    for (path, bytes) in folder.files where path.hasPrefix("evidence/") {
      let text = String(decoding: bytes, as: UTF8.self)
      folder[path] = text.replacing(
        "verified: 2026-11-21",
        with: "verified: 2026-11-21\n  review-by: 2027-05-21"
      )
    }
    #expect(folder.checked(today: Day("2027-05-21")).text == "")
    let late = folder.checked(today: Day("2027-05-22")).diagnostics
    #expect(late.map(\.id) == ["review-is-due", "review-is-due"])
  }

  private var ruleUntilTheEndOf2026: Folder {
    var folder = plainFolder
    // What is verified later than the days of these tests is a fault of its own.
    folder["evidence/claims.guide"] = folder["evidence/claims.guide"]
      .replacing("verified: 2026-11-21", with: "verified: 2026-08-21")
    folder["evidence/rules.guide"] = """
      title: Rules
      kind: evidence

      claim tele-1: Video visits for this are allowed until the end of 2026.
        about: driving
        source: a-study
        certainty: not graded
        verified: 2026-08-21
        ends: 2026-12-31
      """
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Welcome
      You can have this visit by video. [@tele-1]
      """
    return folder
  }

  @Test func `no two rules have one id`() {
    #expect(Set(rules.map { $0.id }).count == rules.count)
    #expect(rules.count > 15)
  }

  @Test func `the rules look at guides with errors, too`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A visit
      kind: form

      # start: Welcome
      Take 30 of them. [@nobody-said-so]

      Take 30 of them.
      """
    let ids = folder.checked().diagnostics.map(\.id)
    #expect(ids == ["unknown-claim", "number-without-source"])
  }

  private func resolved(_ folder: Folder) -> ResolvedContent {
    ResolvedContent(of: folder.parsed(today: Day("2026-11-21")).content)
  }
}
