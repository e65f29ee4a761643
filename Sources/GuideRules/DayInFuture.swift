import GuideCheck
import GuideSyntax
import SourceText

/// What was checked or reviewed was so by today.
enum DayInFuture: Rule {
  static let id = "day-in-future"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.today else { return [] }
    return content.scripts.flatMap { script in
      let reviewed = script.headers("reviewed").map(\.value)
      let verified = script.records.compactMap { $0.field("verified")?.value }
      return (reviewed + verified).compactMap { value -> Diagnostic? in
        guard let day = Day(value.text), day > today else { return nil }
        return .dayInFuture(script.source, value)
      }
    }
  }
}

extension Diagnostic {
  /// A day on which something was done that has not come yet.
  static func dayInFuture(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this day has not come yet",
      labels: [Label(source: source, span: value.span, message: "write the day it was done")]
    )
  }
}
