import SourceText

// What can be wrong with how a question is written, alphabetically.
extension Diagnostic {
  /// A field that is none of those that can be filled in.
  static func badField(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this field cannot be filled in",
      labels: [Label(source: source, span: span, message: "not a field this language knows")],
      notes: ["write \(QuestionSyntax.Form.fields)"]
    )
  }

  /// A range whose end is not above its start.
  static func emptyRange(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "no number is in this range",
      labels: [Label(source: source, span: span, message: "the second number must be larger")]
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

  /// `? name:` with nothing behind it.
  static func missingPrompt(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question asks nothing",
      labels: [Label(source: source, span: span, message: "the question belongs behind the colon")]
    )
  }

  /// Two `( )` among `[ ]`.
  static func mixedOptions(_ source: SourceFile, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two answers both exclude all others",
      labels: [
        Label(source: source, span: span, message: "the second `( )` among `[ ]`"),
        Label(source: source, span: first, message: "the first"),
      ],
      notes: [
        "use `( )` for all lines of a choose-one question; among `[ ]`, only one line is `( )`"
      ]
    )
  }

  /// A line under a question that is no option.
  static func notAnOption(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a question cannot hold this line",
      labels: [
        Label(
          source: source,
          span: span,
          message: "an answer starts with `( )` or `[ ]`; prose stands above the question"
        )
      ],
      notes: ["what is said only after an answer stands under that answer, two spaces further in"]
    )
  }

  /// An answer without the colon behind its name: `( ) name Label`.
  static func optionNeedsColon(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a colon is missing behind `\(name.text)`",
      labels: [Label(source: source, span: name.span, message: "write `( ) name: What is read`")],
      fix: .inserting(source, at: name.span.end, ":", summary: "put a colon behind it")
    )
  }

  /// `( ) Label` without a name.
  static func optionNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this answer has no name",
      labels: [Label(source: source, span: span, message: "write `( ) name: What is read`")],
      fix: .inserting(source, at: span.start, "\(slug): ")
    )
  }

  /// An option line where no question stands.
  static func optionWithoutQuestion(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this answer belongs to no question",
      labels: [Label(source: source, span: span, message: "no `? name: …` line stands above it")],
      notes: ["answers stand right under their question, two spaces in"]
    )
  }

  /// `? id words` without a colon.
  static func questionNeedsColon(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this question has no name",
      labels: [Label(source: source, span: span, message: "write `? name: What is asked`")],
      fix: .inserting(source, at: span.start, "\(slug): ")
    )
  }

  /// `?id: …`.
  static func questionNeedsSpace(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a space belongs behind the `?`",
      labels: [Label(source: source, span: span, message: "`? name: …`")],
      fix: .inserting(source, at: span.end, " ", summary: "put a space behind it")
    )
  }

  /// A question nobody can answer.
  static func questionWithoutAnswers(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question has no answers",
      labels: [Label(source: source, span: span, message: "nothing to choose stands under it")],
      notes: [
        "under it, two spaces in, write `( ) name: Label` lines, `[ ] name: Label` lines, "
          + "or a field like `[number 0 to 10]`"
      ]
    )
  }

  /// More options than fit.
  static func tooManyOptions(_ source: SourceFile, _ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      title: "this question has too many answers",
      labels: [Label(source: source, span: span, message: "a question may have \(limit) answers")],
      notes: ["ask a first question that sorts, then a second"]
    )
  }

  /// `()`, `[x]`, `(x)` outside a check.
  static func wrongOptionMark(
    _ source: SourceFile,
    _ span: Span,
    mended: String,
    isJoined: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "an answer starts with `\(mended)` here",
      labels: [Label(source: source, span: span, message: "written otherwise")],
      notes: ["`( )` chooses one, `[ ]` any number; `(x)` is the right answer of a `check`"],
      fix: Fix(
        summary: "change it to `\(mended)`",
        edits: [Edit(source: source, span: span, replacement: isJoined ? mended + " " : mended)]
      )
    )
  }
}
