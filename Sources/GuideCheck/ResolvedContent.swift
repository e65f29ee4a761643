package import CallsForHelp
package import GuideSyntax
package import SourceText

/// A content folder with every name resolved and every guide laid out.
///
/// Its library is withheld until the editor's rules have judged it: only `GuideRules` creates this value.
package struct ResolvedContent {
  /// The house, then the guides.
  package let guides: [ResolvedGuide]

  private let environment: Environment
  private let draft: LibraryDraft
  private let diagnostics: Diagnostics

  /// Collects everything that guides can refer to, and then has each guide declare its names, resolve
  /// them, and be laid out; each phase takes over the value of the previous one.
  package init(of content: Content) {
    var environment = Environment(of: content)
    var diagnostics = environment.diagnostics
    var draft = LibraryDraft()
    for index in environment.entries.indices {
      let guide = GuideID(index)
      let declarations = Declarations(of: guide, in: environment, at: draft.end, after: diagnostics)
      environment = declarations.environment
      let names = ResolvedNames(of: consume declarations)
      let layout = GuideLayout(of: consume names)
      let parts = GuideParts(of: consume layout)
      diagnostics = parts.diagnostics
      draft.append(consume parts)
    }
    for diagnostic in draft.visitCycles() { diagnostics.report(diagnostic) }
    self.environment = environment
    self.diagnostics = diagnostics
    self.draft = draft
    // The program's own guide cites nothing, and was held to the rules when the program was built.
    let ruled = draft.guides.indices.filter { index in
      !content.standIns.contains(environment.entries[index].name)
    }
    guides = ruled.map { ResolvedGuide(GuideID($0), of: draft, in: environment) }
  }

  /// Today, to report what is due for review; nil to leave that out.
  package var today: Day? { environment.content.today }

  /// What makes a typed line a call for help; nil without a place file.
  package var calls: CallMatcher? { environment.locality?.callRecords.matcher }

  /// All scripts with a header to check.
  package var scripts: [Script] {
    let content = environment.content
    return environment.entries.map(\.script) + content.evidence
      + [content.clinic, content.glossary, content.locality, content.signatures].compactMap(\.self)
  }

  /// The result of checking.
  ///
  /// - Parameters:
  ///   - broken: What the editor's rules found.
  ///   - found: What parsing found.
  /// - Returns: All the diagnostics, and the library if none of them is an error.
  package func result(with broken: [Diagnostic], after found: [Diagnostic]) -> CheckResult {
    var all = diagnostics
    for diagnostic in broken { all.report(diagnostic) }
    let merged = DiagnosticFilter(found: found).merged(with: all.found)
    let hasErrors = merged.contains { $0.severity == .error }
    return CheckResult(
      library: hasErrors ? nil : draft.library(in: environment),
      diagnostics: merged.sorted(by: Diagnostic.precedes)
    )
  }
}
