import GuideCheck
import GuideSyntax
import SourceText

/// A file is reviewed again by the day it names.
enum ReviewIsDue: Rule {
  static let id = "review-is-due"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.today else { return [] }
    return content.scripts.compactMap { script in
      guard let line = script.header("review-by"), let due = script.day("review-by"), due < today
      else { return nil }
      // `ReviewBeforeReviewed` reports a day that is too early.
      if let reviewed = script.day("reviewed"), due <= reviewed { return nil }
      return .reviewIsDue(script.source, line.value, day: due)
    }
  }
}

extension Diagnostic {
  /// A file whose next review is overdue.
  static func reviewIsDue(_ source: SourceFile, _ value: Name, day: Day) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this was due for review by \(day.description)",
      labels: [Label(source: source, span: value.span, message: "that date has passed")],
      notes: ["check it against its sources, then update `reviewed` and `review-by`"]
    )
  }
}
