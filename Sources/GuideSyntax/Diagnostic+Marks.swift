import SourceText

// Problems with the mark that starts a line, and with what is under it, in alphabetical order.
extension Diagnostic {
  /// A line that starts with a mark but does not follow the mark's pattern.
  static func brokenMark(
    _ source: SourceFile,
    _ word: Name,
    pattern: String,
    colonAt offset: Int?
  ) -> Diagnostic {
    Diagnostic(
      title: "this line starts with `\(word.text)` but does not follow its pattern",
      labels: [Label(source: source, span: word.span, message: "write `\(pattern)`")],
      notes: [
        "as written, patients would see this line as text",
        "if it is prose, put `\\` before it",
      ],
      fix: offset.map { .inserting(source, at: $0, ":", summary: "add `:` at the end") }
    )
  }

  /// A `compare` with nothing under it.
  static func emptyCompare(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`compare` has no rows",
      labels: [
        Label(source: source, span: span, message: "put rows under it, indented two spaces")
      ],
      notes: ["a row is `name: A question?` with lines such as `option: What to say` under it"]
    )
  }

  /// A `weigh:` with nothing under it.
  static func emptyWeigh(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`weigh` has no rows",
      labels: [
        Label(source: source, span: span, message: "write each row as `name: What may matter`")
      ]
    )
  }

  /// Something other than a condition after the target of a jump or visit.
  static func guardExpected(_ source: SourceFile, _ span: Span, first: Name) -> Diagnostic {
    Diagnostic(
      title: "this line cannot continue with `\(first.text)`",
      labels: [
        Label(source: source, span: span, message: "only `when …` or `unless …` can follow")
      ],
      fix: first.text.lowercased() == "if" || isNear(first.text.lowercased(), "when")
        ? .replacing(source, first.span, with: "when")
        : isNear(first.text.lowercased(), "unless")
          ? .replacing(source, first.span, with: "unless") : nil
    )
  }

  /// A `->` or `=>` with nothing after it.
  static func jumpNeedsTarget(_ source: SourceFile, _ span: Span, arrow: String) -> Diagnostic {
    Diagnostic(
      title: "`\(arrow)` does not say where to go",
      labels: [Label(source: source, span: span, message: "write a name after it")]
    )
  }

  /// A mark that is a word, right after a line of prose.
  static func markAfterProse(
    _ source: SourceFile,
    _ span: Span,
    origin: Int,
    word: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(word)` is ambiguous right after a line of prose",
      labels: [Label(source: source, span: span, message: "is this prose, or a mark?")],
      notes: ["if it is prose, put `\\` before it"],
      fix: .inserting(source, at: origin, "\n", summary: "add a blank line before it")
    )
  }

  /// An `again:`, `must:`, or `why:` in a place where it has no meaning.
  static func misplacedMark(_ source: SourceFile, _ word: Name) -> Diagnostic {
    let place =
      switch word.text {
      case "must", "offer": "under `menu`"
      case "again": "under `check`"
      default: "under a question"
      }
    return Diagnostic(
      title: "`\(word.text):` has no meaning here",
      labels: [Label(source: source, span: word.span, message: "use it \(place)")],
      notes: ["if it is prose, put `\\` before it"]
    )
  }

  /// A line with nothing after its colon.
  static func missingText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "missing text after the colon",
      labels: [Label(source: source, span: span, message: "write the text here")]
    )
  }

  /// A word that is almost a mark, such as `whn` or `Ask`; `isCertain` if its line cannot be prose.
  static func misspeltMark(
    _ source: SourceFile,
    _ word: Name,
    keyword: String,
    isCertain: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(word.text)` looks like a misspelled `\(keyword)`",
      labels: [Label(source: source, span: word.span, message: "did you mean `\(keyword)`?")],
      notes: [
        "as written, patients would see this line as text",
        "if it is prose, put `\\` before it",
      ],
      fix: isCertain ? .replacing(source, word.span, with: keyword) : nil
    )
  }

  /// An `else:`, which the language does not have.
  static func noElse(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "there is no `\(word.text)` in a guide",
      labels: [Label(source: source, span: word.span, message: "name each case instead")],
      notes: [
        "write `unless …:` with the same condition; it also includes people who skipped the question"
      ]
    )
  }

  /// A line under `menu` that is not a menu entry.
  static func notAMenuEntry(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line does not belong in a menu",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write `must: topic`, `offer: topic when …`, or `=> guide`"
        )
      ],
      notes: ["a menu's topics are the `##` headings that follow its step"]
    )
  }

  /// A row of `compare` or `weigh` that has no name.
  static func rowNeedsName(_ source: SourceFile, _ span: Span, _ fix: Fix?) -> Diagnostic {
    Diagnostic(
      title: "this row has no name",
      labels: [Label(source: source, span: span, message: "write `name: Text`")],
      fix: fix
    )
  }

  /// A line that starts with a word and a colon, where the word is not a known mark.
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
          message: didYouMean(near) ?? "not a known mark"
        )
      ],
      notes: [
        "lines for the lists start with `ask:`, `tell:`, `flag:`, or `aside:`",
        "if it is prose, put `\\` before it",
      ]
    )
  }

  /// An arrow that is a single character, such as the one a word processor makes of `->`.
  static func wrongArrow(_ source: SourceFile, _ span: Span, keyword: String) -> Diagnostic {
    Diagnostic(
      title: "this arrow should be `\(keyword)`",
      labels: [Label(source: source, span: span, message: "did you mean `\(keyword)`?")],
      notes: ["as written, patients would see this line as text"],
      fix: .replacing(source, span, with: keyword)
    )
  }

  /// A list item that starts with some other bullet.
  static func wrongBullet(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a list item must start with `- `",
      labels: [Label(source: source, span: span, message: "this is a different bullet")],
      fix: .replacing(source, span, with: "-")
    )
  }

  /// A parenthesis after the number of an item.
  static func wrongNumberMark(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a numbered item must start with a number and a period, such as `1. `",
      labels: [Label(source: source, span: span, message: "this is not a period")],
      fix: .replacing(source, span, with: ".")
    )
  }
}
