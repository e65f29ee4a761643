import GuideCheck
import GuideSyntax
import SourceText

/// Only verified claims are cited.
enum UnverifiedClaim: GuideRule {
  static let id = "unverified-claim"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.observations.citations.filter { guide.claims[$0.claim].verified == nil }
      .map { .unverifiedClaim(guide.source, $0.name) }
  }
}

extension Diagnostic {
  /// A citation of a claim that nobody has verified.
  static func unverifiedClaim(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the claim `\(name.text)` is not verified",
      labels: [Label(source: source, span: name.span, message: "patients must not read it")],
      notes: ["check it against its sources and write `verified: DATE`, or remove the sentence"]
    )
  }
}
