import GuideSyntax
import SourceText

/// A file is due to be read again only after it was read.
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
