import GuideCheck
import GuideSyntax
import SourceText

/// A rule that ends within 60 days is about to be replaced.
enum ClaimEndsSoon: Rule {
  static let id = "claim-ends-soon"

  /// How many days before the last day the warning starts.
  static let days = 60

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.today else { return [] }
    return content.guides.flatMap { guide in
      guide.endingClaims.compactMap { claim in
        let left = claim.ends.daysSinceEpoch - today.daysSinceEpoch
        return (0...days).contains(left)
          ? .claimEndsSoon(guide.source, claim.name, day: claim.ends, left: left) : nil
      }
    }
  }
}

extension Diagnostic {
  /// A claim that is true only for some more weeks.
  static func claimEndsSoon(
    _ source: SourceFile,
    _ name: Name,
    day: Day,
    left: Int
  ) -> Diagnostic {
    let when =
      switch left {
      case 0: "today is the last day"
      case 1: "1 day is left"
      default: "\(left) days are left"
      }
    return Diagnostic(
      severity: .warning,
      title: "the claim `\(name.text)` is true only until \(day.description)",
      labels: [Label(source: source, span: name.span, message: when)],
      notes: ["after that day this is an error; find out what will be true then"]
    )
  }
}
