import GuideCheck
import GuideSyntax
import SourceText

/// A file, a claim, or a figure is reviewed again by the day it names.
enum ReviewIsDue: Rule {
  static let id = "review-is-due"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.today else { return [] }
    return content.scripts.flatMap { script in
      header(of: script, today) + records(of: script, today)
    }
  }

  private static func header(of script: Script, _ today: Day) -> [Diagnostic] {
    guard let line = script.header("review-by"), let due = script.day("review-by"), due < today
    else { return [] }
    // `ReviewBeforeReviewed` reports a day that is too early.
    if let reviewed = script.day("reviewed"), due <= reviewed { return [] }
    return [.reviewIsDue(script.source, line.value, day: due, last: "reviewed")]
  }

  private static func records(of script: Script, _ today: Day) -> [Diagnostic] {
    script.records.compactMap { record in
      guard let field = record.field("review-by"), let due = Day(field.value.text), due < today
      else { return nil }
      return .reviewIsDue(script.source, field.value, day: due, last: "verified")
    }
  }
}

extension Diagnostic {
  /// A file or a record whose next review is overdue.
  static func reviewIsDue(
    _ source: SourceFile,
    _ value: Name,
    day: Day,
    last: String
  ) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this was due for review by \(day.description)",
      labels: [Label(source: source, span: value.span, message: "that date has passed")],
      notes: ["check it against its sources, then update `\(last)` and `review-by`"]
    )
  }
}
