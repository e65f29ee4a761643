import SourceText

// Problems in how a question is written, in alphabetical order.
extension Diagnostic {
  /// A field that is not one of the kinds of fields.
  static func badField(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "unknown kind of field",
      labels: [
        Label(source: source, span: span, message: "this is not one of the kinds of fields")
      ],
      notes: ["write \(QuestionSyntax.Form.fields)"]
    )
  }

  /// A range whose end is not larger than its start.
  static func emptyRange(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this range is empty",
      labels: [Label(source: source, span: span, message: "the second number must be larger")]
    )
  }

  /// A question with both a field and answers to choose from, or with two fields.
  static func fieldAndOptions(_ source: SourceFile, _ span: Span, field: Span) -> Diagnostic {
    Diagnostic(
      title: "this question asks for an answer in two ways",
      labels: [
        Label(source: source, span: span, message: "this is the second way"),
        Label(source: source, span: field, message: "this is the first"),
      ],
      notes: ["split it into two questions"]
    )
  }

  /// A question with a name but no text.
  static func missingPrompt(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question has no text",
      labels: [Label(source: source, span: span, message: "write the question after the colon")]
    )
  }

  /// Two answers marked `( )` among answers marked `[ ]`.
  static func mixedOptions(_ source: SourceFile, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      title: "these answers have different marks",
      labels: [
        Label(source: source, span: span, message: "this is the second `( )` beside `[ ]` lines"),
        Label(source: source, span: first, message: "this is the first"),
      ],
      notes: [
        "if people choose one answer, use `( )` for every line",
        "answers that rule out the rest are `( )`, too: put them last, after at least two `[ ]` lines",
      ]
    )
  }

  /// A line under a question that is not an answer.
  static func notAnOption(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line does not belong under a question",
      labels: [
        Label(
          source: source,
          span: span,
          message: "start an answer with `( )` or `[ ]`; put prose above the question"
        )
      ],
      notes: [
        "to say something only after one answer, put it under that answer, indented two more spaces"
      ]
    )
  }

  /// An answer with no colon after its name, as in `( ) name Label`.
  static func optionNeedsColon(_ source: SourceFile, _ name: Name, _ fix: Fix?) -> Diagnostic {
    Diagnostic(
      title: "missing colon after the name of this answer",
      labels: [
        Label(source: source, span: name.span, message: "write `( ) \(name.text): Label`")
      ],
      notes: fix == nil
        ? ["if this word belongs to the label, put a name and a colon before it"] : [],
      fix: fix
    )
  }

  /// An answer with a label but no name, as in `( ) Label`.
  static func optionNeedsName(_ source: SourceFile, _ span: Span, _ fix: Fix?) -> Diagnostic {
    Diagnostic(
      title: "this answer has no name",
      labels: [Label(source: source, span: span, message: "write `( ) name: Label`")],
      fix: fix
    )
  }

  /// An answer that is not under a question.
  static func optionWithoutQuestion(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this answer has no question",
      labels: [Label(source: source, span: span, message: "there is no `? name: …` line above it")],
      notes: ["put answers right under their question, indented two spaces"]
    )
  }

  /// A question with text but no name.
  static func questionNeedsColon(_ source: SourceFile, _ span: Span, _ fix: Fix?) -> Diagnostic {
    Diagnostic(
      title: "this question has no name",
      labels: [Label(source: source, span: span, message: "write `? name: Question?`")],
      fix: fix
    )
  }

  /// A question with no space after its `?`.
  static func questionNeedsSpace(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "missing space after `?`",
      labels: [Label(source: source, span: span, message: "write `? name: …`")],
      fix: .inserting(source, at: span.end, " ", summary: "add a space after it")
    )
  }

  /// A question with no answers to choose from and no field to fill in.
  static func questionWithoutAnswers(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question has no answers",
      labels: [
        Label(source: source, span: span, message: "there is nothing under it to choose or fill in")
      ],
      notes: [
        "under it, indented two spaces, write `( ) name: Label` lines, `[ ] name: Label` lines, "
          + "or a field such as `[number 0 to 10]`"
      ]
    )
  }

  /// A question with more answers than the limit.
  static func tooManyOptions(_ source: SourceFile, _ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      title: "this question has too many answers",
      labels: [Label(source: source, span: span, message: "the limit is \(limit) answers")],
      notes: ["ask a general question first, then a more specific one"]
    )
  }

  /// An answer mark written in another way: `()`, `[x]`, or `(x)` outside a check, which marks an answer that
  /// `isRight` of something that may be meant to be a check.
  static func wrongOptionMark(
    _ source: SourceFile,
    _ span: Span,
    fixed: String,
    isRight: Bool,
    isJoined: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "this answer should start with `\(fixed)`",
      labels: [Label(source: source, span: span, message: "this is written differently")],
      notes: [
        "with `( )` people choose one answer, with `[ ]` any number; `(x)` marks the right answer of a `check`"
      ],
      fix: isRight
        ? nil
        : Fix(
          summary: "change it to `\(fixed)`",
          edits: [Edit(source: source, span: span, replacement: isJoined ? fixed + " " : fixed)]
        )
    )
  }
}
