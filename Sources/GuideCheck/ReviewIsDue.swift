import GuideSyntax
import SourceText

/// A file is read again by the day it says.
enum ReviewIsDue: Rule {
  static let id = "review-is-due"

  static func check(_ content: ResolvedContent) -> [Diagnostic] {
    guard let today = content.content.today else { return [] }
    return content.scripts.compactMap { script in
      guard let line = script.header("review-by"), let due = script.day("review-by"), due < today
      else { return nil }
      // A day that is too early is told as that.
      if let reviewed = script.day("reviewed"), due <= reviewed { return nil }
      return .reviewIsDue(script.source, line.value, day: due)
    }
  }
}
