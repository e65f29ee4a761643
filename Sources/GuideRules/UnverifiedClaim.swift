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
  /// An unverified claim, cited.
  static func unverifiedClaim(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the claim `\(name.text)` is not verified",
      labels: [Label(source: source, span: name.span, message: "a patient must not read it")],
      notes: ["check it against its sources and write `verified: DATE`, or take the sentence out"]
    )
  }
}
