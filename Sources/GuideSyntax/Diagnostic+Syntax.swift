import SourceText

// What can be wrong with the letters of a file, alphabetically. Every message says what was seen and
// what to do; the note says what a patient would have met.
extension Diagnostic {
  /// A name with letters a name may not have.
  static func badName(_ source: SourceFile, _ name: Name, mended: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be a name",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a name has small letters, digits and hyphens, and starts with a letter"
        )
      ],
      fix: .replacing(source, name.span, with: mended)
    )
  }

  /// A field that is none of the four.
  static func badField(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this field cannot be filled in",
      labels: [Label(source: source, span: span, message: "not a field this language knows")],
      notes: [
        "write `[number 0 to 10 days]`, `[amount 0 to 5000]`, "
          + "`[scale 0 to 10, not at all … very much]` or `[text]`"
      ]
    )
  }

  /// `{…}` around something that is no name.
  static func badValue(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`{` and `}` do not stand around a name",
      labels: [Label(source: source, span: span, message: "a name belongs here, as in `{course}`")],
      notes: ["for a brace that is only a brace, write `\\{`"]
    )
  }

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

  /// A heading with three signs or more.
  static func deepHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "there is no heading this deep",
      labels: [Label(source: source, span: span, message: "`#` is a step, `##` a topic")],
      fix: .replacing(source, span, with: "##")
    )
  }

  /// `[@]`.
  static func emptyCitation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this citation names no claim",
      labels: [Label(source: source, span: span, message: "write `[@claim]`")]
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

  /// A condition that is missing or breaks off.
  static func emptyCondition(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition is not finished",
      labels: [Label(source: source, span: span, message: "something is missing after this")],
      notes: ["a condition reads like `bipolar is yes or unsure`, or `seen risks`"]
    )
  }

  /// `when C:` with nothing under it.
  static func emptyConditional(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nothing stands under this condition",
      labels: [Label(source: source, span: span, message: "what it is about belongs here")],
      notes: ["indent what depends on it by two spaces"]
    )
  }

  /// `let x =` with nothing behind it.
  static func emptyEquation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nothing stands behind the `=`",
      labels: [Label(source: source, span: span, message: "an equation, like `price * 6`")]
    )
  }

  /// A range whose end is not above its start.
  static func emptyRange(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "no number is in this range",
      labels: [Label(source: source, span: span, message: "the second number must be larger")]
    )
  }

  /// `weigh:` with nothing under it.
  static func emptyWeigh(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`weigh` has no rows",
      labels: [Label(source: source, span: span, message: "a row is `name: What may matter`")]
    )
  }

  /// An equation that breaks off.
  static func equationEnds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this equation is not finished",
      labels: [Label(source: source, span: span, message: "something is missing at its end")]
    )
  }

  /// A word no equation can have at this place.
  static func equationShape(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "an equation cannot go on with `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "not expected here")],
      notes: [
        "an equation has names, numbers, `+ - * /` with spaces around, parentheses, "
          + "`count of a, b` and `sum of a, b`"
      ]
    )
  }

  /// A line in an example that says nothing an example can say.
  static func exampleShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "an example cannot say this",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write `question is answer`, `sees place` or `never sees place`"
        )
      ]
    )
  }

  /// A question with a field and options, or two fields.
  static func fieldAndOptions(_ source: SourceFile, _ span: Span, field: Span) -> Diagnostic {
    Diagnostic(
      title: "this question asks in two ways at once",
      labels: [
        Label(source: source, span: span, message: "this is a second way"),
        Label(source: source, span: field, message: "this is the first"),
      ],
      notes: ["ask two questions, one after the other"]
    )
  }

  /// A file over the cap.
  static func fileTooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this file is too large to read",
      labels: [Label(source: source, span: .empty, message: "a file may have 16 MiB")],
      notes: ["cut it into several guides that visit each other"]
    )
  }

  /// Something behind a jump that is no condition.
  static func guardExpected(_ source: SourceFile, _ span: Span, first: Name) -> Diagnostic {
    Diagnostic(
      title: "a line cannot go on with `\(first.text)` here",
      labels: [Label(source: source, span: span, message: "only `when …` or `unless …` may follow")],
      fix: first.text.lowercased() == "if" || isNear(first.text.lowercased(), "when")
        ? .replacing(source, first.span, with: "when")
        : isNear(first.text.lowercased(), "unless")
          ? .replacing(source, first.span, with: "unless") : nil
    )
  }

  /// A line before the first step that is no `key: value`.
  static func headerLine(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is not a line of the header",
      labels: [
        Label(source: source, span: span, message: "before the first `#`, write `key: value`")
      ],
      notes: [
        "what a person reads belongs under a step, which starts with a line like `# start: Welcome`"
      ]
    )
  }

  /// `# Title` without a name.
  static func headingNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this heading has no name",
      labels: [Label(source: source, span: span, message: "write `# name: Title`")],
      fix: .inserting(source, at: span.start, "\(span.isEmpty ? " " : "")\(slug): ")
    )
  }

  /// A character nobody can see.
  static func hiddenCharacter(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a character here cannot be seen",
      labels: [Label(source: source, span: span, message: "a hidden character")],
      notes: ["it may change what a reader or a screen reader makes of the line"],
      fix: Fix(
        summary: "take it out",
        edits: [Edit(source: source, span: span, replacement: "")]
      )
    )
  }

  /// A heading with spaces before it.
  static func indentedHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a heading stands at the start of its line",
      labels: [Label(source: source, span: span, message: "spaces before it")],
      fix: Fix(
        summary: "take the spaces out",
        edits: [Edit(source: source, span: span, replacement: "")]
      )
    )
  }

  /// `->` with nothing behind it.
  static func jumpNeedsTarget(_ source: SourceFile, _ span: Span, arrow: String) -> Diagnostic {
    Diagnostic(
      title: "`\(arrow)` does not say where",
      labels: [Label(source: source, span: span, message: "the name of a step belongs behind it")]
    )
  }

  /// A line over the cap.
  static func lineTooLong(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is too long",
      labels: [Label(source: source, span: span, message: "a line may have 4,000 bytes")],
      notes: ["prose may be cut into lines anywhere; it is joined again when it is shown"]
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
}
