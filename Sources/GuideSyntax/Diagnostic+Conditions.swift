import SourceText

// Problems in how conditions, equations, promises, and examples are written, in alphabetical order.
extension Diagnostic {
  /// A condition that matches none of the known forms.
  static func conditionShape(_ source: SourceFile, _ word: Name, whole: Span) -> Diagnostic {
    Diagnostic(
      title: "cannot read this condition",
      labels: [Label(source: source, span: word.span, message: "not expected here")],
      notes: [
        "write a condition such as `bipolar is yes or unsure`, `worries includes memory`, "
          + "`price is at least 400`, `price is known`, or `seen risks`"
      ]
    )
  }

  /// A condition that is missing or incomplete.
  static func emptyCondition(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition is incomplete",
      labels: [Label(source: source, span: span, message: "something is missing after this")],
      notes: ["write a condition such as `bipolar is yes or unsure` or `seen risks`"]
    )
  }

  /// A `when …:` or `unless …:` with nothing indented under it.
  static func emptyConditional(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition has no content",
      labels: [Label(source: source, span: span, message: "nothing is indented under this line")],
      notes: ["indent the lines that depend on it by two spaces"]
    )
  }

  /// A `let x =` with nothing after the `=`.
  static func emptyEquation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "missing equation after `=`",
      labels: [Label(source: source, span: span, message: "write an equation, such as `price * 6`")]
    )
  }

  /// An equation that stops before it is complete.
  static func equationEnds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this equation is incomplete",
      labels: [Label(source: source, span: span, message: "something is missing at the end")]
    )
  }

  /// A word that an equation cannot have in this position.
  static func equationShape(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(word.text)` does not fit in this equation",
      labels: [Label(source: source, span: word.span, message: "not expected here")],
      notes: [
        "an equation can have names, numbers, `+ - * /` with spaces around them, parentheses, "
          + "`count of a, b`, and `sum of a, b`"
      ]
    )
  }

  /// An equation with more words and symbols than the limit.
  static func equationTooLong(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this equation is too long",
      labels: [
        Label(
          source: source,
          span: span,
          message: "the limit is \(Limits.equationWords) words and symbols"
        )
      ],
      notes: ["give part of it a name with its own `let`"]
    )
  }

  /// A line in an example that matches none of the forms an example can have.
  static func exampleShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line does not belong in an example",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write `question is answer`, `sees place`, or `never sees place`"
        )
      ]
    )
  }

  /// A condition that uses both `and` and `or`.
  static func mixedJoiners(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition mixes `and` with `or`",
      labels: [Label(source: source, span: span, message: "this could mean two things")],
      notes: [
        "give one part a name, such as `let at-risk = bipolar is yes or unsure`, then test `at-risk is true`"
      ]
    )
  }

  /// A condition that says `not`.
  static func noNot(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "a condition cannot use `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "conditions only say what is true")],
      notes: [
        "write `unless …` with the positive condition; it also includes people who skipped the question"
      ]
    )
  }

  /// Something other than a number where only a number makes sense.
  static func numberExpected(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "expected a number, not `\(word.text)`",
      labels: [
        Label(source: source, span: word.span, message: "write digits, such as `400` or `2.5`")
      ]
    )
  }

  /// A promise that matches none of the known forms.
  static func promiseShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "cannot read this promise",
      labels: [Label(source: source, span: span, message: "not a known form of promise")],
      notes: [
        "write `see X before Y`, `see X after Y`, `see X before end`, `never X`, "
          + "`at most N questions`, or `at most N minutes`; you can add `when …` or `unless …` at the end"
      ]
    )
  }

  /// A symbol, such as `>`, in a condition that should use words.
  static func signInCondition(_ source: SourceFile, _ sign: Name, words: String) -> Diagnostic {
    Diagnostic(
      title: "use `\(words)` instead of `\(sign.text)` in a condition",
      labels: [Label(source: source, span: sign.span, message: "conditions use words")],
      fix: .replacing(source, sign.span, with: words)
    )
  }
}
