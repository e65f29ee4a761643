import SourceText

// What can be wrong with the mark a line starts with, and with what stands under it, alphabetically.
extension Diagnostic {
  /// `when bipolar is yes` without its colon, `let x 5`, `show` alone.
  static func brokenMark(
    _ source: SourceFile,
    _ word: Name,
    pattern: String,
    colonAt offset: Int?
  ) -> Diagnostic {
    Diagnostic(
      title: "this line starts like `\(word.text)`, and does not go on like it",
      labels: [Label(source: source, span: word.span, message: "write `\(pattern)`")],
      notes: [
        "as it stands, a patient would have read the line aloud",
        "if it is prose, write `\\` before it",
      ],
      fix: offset.map { .inserting(source, at: $0, ":", summary: "put `:` at its end") }
    )
  }

  /// `compare` with nothing under it.
  static func emptyCompare(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`compare` has no rows",
      labels: [Label(source: source, span: span, message: "rows stand under it, two spaces in")],
      notes: ["a row is `name: A question?` and under it `option: what there is to say`"]
    )
  }

  /// `weigh:` with nothing under it.
  static func emptyWeigh(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`weigh` has no rows",
      labels: [Label(source: source, span: span, message: "a row is `name: What may matter`")]
    )
  }

  /// Something behind a jump that is no condition.
  static func guardExpected(_ source: SourceFile, _ span: Span, first: Name) -> Diagnostic {
    Diagnostic(
      title: "a line cannot go on with `\(first.text)` here",
      labels: [
        Label(source: source, span: span, message: "only `when …` or `unless …` may follow")
      ],
      fix: first.text.lowercased() == "if" || isNear(first.text.lowercased(), "when")
        ? .replacing(source, first.span, with: "when")
        : isNear(first.text.lowercased(), "unless")
          ? .replacing(source, first.span, with: "unless") : nil
    )
  }

  /// `->` with nothing behind it.
  static func jumpNeedsTarget(_ source: SourceFile, _ span: Span, arrow: String) -> Diagnostic {
    Diagnostic(
      title: "`\(arrow)` does not say where",
      labels: [Label(source: source, span: span, message: "the name of a step belongs behind it")]
    )
  }

  /// A word mark right behind a line of prose.
  static func markAfterProse(
    _ source: SourceFile,
    _ span: Span,
    origin: Int,
    word: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(word)` right behind a line of prose could be either",
      labels: [Label(source: source, span: span, message: "prose, or a line with a meaning?")],
      notes: ["if it is prose, write `\\` before it"],
      fix: .inserting(source, at: origin, "\n", summary: "put a blank line before it")
    )
  }

  /// `again:`, `must:` or `why:` where it means nothing.
  static func misplacedMark(_ source: SourceFile, _ word: Name) -> Diagnostic {
    let place =
      switch word.text {
      case "must": "under `menu`"
      case "again": "under `check`"
      default: "under a question"
      }
    return Diagnostic(
      title: "`\(word.text):` has no meaning here",
      labels: [Label(source: source, span: word.span, message: "it belongs \(place)")],
      notes: ["if it is prose, write `\\` before it"]
    )
  }

  /// A label or line with no words.
  static func missingText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nothing stands behind the colon",
      labels: [Label(source: source, span: span, message: "words belong here")]
    )
  }

  /// `whn bipolar is yes:`, `Ask: …`.
  static func misspeltMark(_ source: SourceFile, _ word: Name, keyword: String) -> Diagnostic {
    Diagnostic(
      title: "`\(word.text)` is nearly `\(keyword)`",
      labels: [Label(source: source, span: word.span, message: "did you mean `\(keyword)`?")],
      notes: [
        "as it stands, a patient would have read the line aloud",
        "if it is prose, write `\\` before it",
      ],
      fix: .replacing(source, word.span, with: keyword)
    )
  }

  /// `else:`.
  static func noElse(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "there is no `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "every case is named")],
      notes: [
        "write `unless …:` with the same condition: it also holds for those who skipped the question"
      ]
    )
  }

  /// A line under `menu` that is no entry.
  static func notAMenuEntry(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a menu cannot hold this line",
      labels: [Label(source: source, span: span, message: "write `must: topic` or `=> guide`")],
      notes: ["the topics of a menu are the `##` headings that follow the step"]
    )
  }

  /// A row without a name.
  static func rowNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this row has no name",
      labels: [Label(source: source, span: span, message: "write `name: What is read`")],
      fix: source.text(span).hasPrefix("- ")
        ? .replacing(source, Span(start: span.start, end: span.start + 1), with: "\(slug):")
        : .inserting(source, at: span.start, "\(slug): ")
    )
  }

  /// `word: …` with a word nobody knows.
  static func unknownMark(
    _ source: SourceFile,
    _ word: Name,
    among keywords: [String]
  ) -> Diagnostic {
    let near = suggestions(for: word.text, among: keywords)
    return Diagnostic(
      title: "`\(word.text):` has no meaning here",
      labels: [
        Label(
          source: source,
          span: word.span,
          message: didYouMean(near) ?? "no line starts like this"
        )
      ],
      notes: [
        "a line for one of the lists starts with `ask:`, `tell:`, `flag:` or `aside:`",
        "if it is prose, write `\\` before it",
      ]
    )
  }

  /// An arrow that an editor has made pretty.
  static func wrongArrow(_ source: SourceFile, _ span: Span, keyword: String) -> Diagnostic {
    Diagnostic(
      title: "this arrow is not `\(keyword)`",
      labels: [Label(source: source, span: span, message: "did you mean `\(keyword)`?")],
      notes: ["as it stands, a patient would have read the line aloud"],
      fix: .replacing(source, span, with: keyword)
    )
  }

  /// A list mark from elsewhere.
  static func wrongBullet(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a list item starts with `- `",
      labels: [Label(source: source, span: span, message: "another sign stands here")],
      fix: .replacing(source, span, with: "-")
    )
  }
}
