import GuideCheck
import GuideSyntax
import SourceText

/// *None* cannot be ticked along with other answers.
enum NoneWithOthers: GuideRule {
  static let id = "none-with-others"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.questions.compactMap { question in
      guard question.domain == .ticks, question.exclusive.isEmpty,
        let none = question.options.first(where: { $0.name == "none" })
      else { return nil }
      return .noneWithOthers(guide.source, mark(before: none.span, in: guide.source))
    }
  }

  /// The `[ ]` before the name of an answer.
  private static func mark(before name: Span, in source: SourceFile) -> Span {
    var start = name.start
    while start > 0, source.bytes[start] != UInt8(ascii: "[") { start -= 1 }
    var end = start
    while end < name.start, source.bytes[end] != UInt8(ascii: "]") { end += 1 }
    return Span(start: start, end: min(end + 1, name.start))
  }
}

extension Diagnostic {
  /// An answer named `none` that people can choose together with other answers.
  static func noneWithOthers(_ source: SourceFile, _ mark: Span) -> Diagnostic {
    Diagnostic(
      title: "`none` can be chosen together with other answers",
      labels: [Label(source: source, span: mark, message: "use `( )` to rule out the rest")]
    )
  }
}
