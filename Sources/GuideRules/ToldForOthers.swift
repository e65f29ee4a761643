import GuideCheck
import GuideSyntax
import SourceText

/// A line in the person's own words is only on the page of someone who gave the answer it speaks of.
enum ToldForOthers: GuideRule {
  static let id = "told-for-others"

  static func check(_ guide: ResolvedGuide) -> [Diagnostic] {
    guide.script.texts.compactMap { text in
      guard text.place == .listLine(.tell), text.readers.last?.isUnless == true else { return nil }
      return .toldForOthers(guide.source, text.words.span)
    }
  }
}

extension Diagnostic {
  /// A `tell:` under `unless`, which is also said for people who skipped the question.
  static func toldForOthers(_ source: SourceFile, _ words: Span) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "these words would also be on the page of people who did not answer",
      labels: [
        Label(source: source, span: words, message: "`unless` includes everyone who skipped")
      ],
      notes: ["put it under `when` and the answers it speaks of"]
    )
  }
}
