import SourceText

/// Only verified claims are cited.
enum UnverifiedClaim: GuideRule {
  static let id = "unverified-claim"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.citations.filter { guide.claims[$0.claim].verified == nil }
      .map { .unverifiedClaim(guide.source, $0.name) }
  }
}
