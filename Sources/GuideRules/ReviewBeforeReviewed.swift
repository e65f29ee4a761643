import GuideCheck
import GuideSyntax
import SourceText

/// The next review of a file is due after the last one.
enum ReviewBeforeReviewed: Rule {
  static let id = "review-before-reviewed"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.scripts.compactMap { script in
      guard let line = script.header("review-by"), let due = script.day("review-by"),
        let reviewed = script.day("reviewed"), due <= reviewed
      else { return nil }
      return .reviewBeforeReviewed(script.source, line.value)
    }
  }
}

extension Script {
  /// The day that a line of the header gives.
  func day(_ key: String) -> Day? { header(key).flatMap { Day($0.value.text) } }
}

extension Diagnostic {
  /// A next review that is not after the last one.
  static func reviewBeforeReviewed(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "`review-by` must be later than `reviewed`",
      labels: [Label(source: source, span: value.span, message: "write a later date")]
    )
  }
}
