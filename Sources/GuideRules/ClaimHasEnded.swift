import GuideCheck
import GuideSyntax
import SourceText

/// A rule that has ended is no longer shown.
enum ClaimHasEnded: Rule {
  static let id = "claim-has-ended"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.today else { return [] }
    return content.guides.flatMap { guide in
      guide.endingClaims.filter { $0.ends < today }
        .map { .claimHasEnded(guide.source, $0.name, day: $0.ends) }
    }
  }
}

extension ResolvedGuide {
  /// The claims with an end that it cites, each where it is cited first.
  var endingClaims: [(name: Name, ends: Day)] {
    var seen: Set<Int> = []
    return observations.citations.compactMap { citation in
      guard let ends = claims[citation.claim].ends, seen.insert(citation.claim).inserted else {
        return nil
      }
      return (citation.name, ends)
    }
  }
}

extension Diagnostic {
  /// A claim that was true only until a day that has passed.
  static func claimHasEnded(_ source: SourceFile, _ name: Name, day: Day) -> Diagnostic {
    Diagnostic(
      title: "the claim `\(name.text)` was true only until \(day.description)",
      labels: [Label(source: source, span: name.span, message: "that day has passed")],
      notes: [
        "find out what is true now, and write it in the guide and in the claim; "
          + "if the rule was kept, write its new last day in `ends:`"
      ]
    )
  }
}
