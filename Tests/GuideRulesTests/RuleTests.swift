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
    #expect(isWarning == (id == "review-is-due"))
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
