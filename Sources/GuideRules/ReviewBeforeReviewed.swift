import GuideCheck
import GuideSyntax
import SourceText

/// The next review of a file is due after the last one.
enum ReviewBeforeReviewed: Rule {
  static let id = "review-before-reviewed"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    content.scripts.flatMap { script in
      let header = isTooEarly(script.header("review-by")?.value, script.header("reviewed")?.value)
        .map { Diagnostic.reviewBeforeReviewed(script.source, $0, last: "reviewed") }
      let records = script.records.compactMap { record in
        isTooEarly(record.field("review-by")?.value, record.field("verified")?.value)
          .map { Diagnostic.reviewBeforeReviewed(script.source, $0, last: "verified") }
      }
      return (header.map { [$0] } ?? []) + records
    }
  }

  /// The day of the next review, if it is not after the last one.
  private static func isTooEarly(_ next: Name?, _ last: Name?) -> Name? {
    guard let next, let due = Day(next.text), let day = last.flatMap({ Day($0.text) }), due <= day
    else { return nil }
    return next
  }
}

extension Script {
  /// The day that a line of the header gives.
  func day(_ key: String) -> Day? { header(key).flatMap { Day($0.value.text) } }
}

extension Diagnostic {
  /// A next review that is not after the last one.
  static func reviewBeforeReviewed(_ source: SourceFile, _ value: Name, last: String) -> Diagnostic
  {
    Diagnostic(
      title: "`review-by` must be later than `\(last)`",
      labels: [Label(source: source, span: value.span, message: "write a later date")]
    )
  }
}
