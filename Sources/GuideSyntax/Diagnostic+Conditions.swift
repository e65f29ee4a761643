import SourceText

// What can be wrong with how conditions, equations, promises and examples are written, alphabetically.
extension Diagnostic {
  /// A condition in no known form.
  static func conditionShape(_ source: SourceFile, _ word: Name, whole: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition cannot be read",
      labels: [Label(source: source, span: word.span, message: "not expected here")],
      notes: [
        "a condition reads like `bipolar is yes or unsure`, `worries includes memory`, "
          + "`price is at least 400`, `price is known` or `seen risks`"
      ]
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

  /// An equation over the cap.
  static func equationTooLong(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this equation is too long to follow",
      labels: [
        Label(
          source: source,
          span: span,
          message: "an equation may have \(Limits.equationWords) words and signs"
        )
      ],
      notes: ["give a part of it a name with a `let` of its own"]
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

  /// `and` beside `or`.
  static func mixedJoiners(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition mixes `and` with `or`",
      labels: [Label(source: source, span: span, message: "read aloud, it could mean two things")],
      notes: [
        "give one part a name, like `let at-risk = bipolar is yes or unsure`, and test `at-risk is true`"
      ]
    )
  }

  /// `is not`.
  static func noNot(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "there is no `\(word.text)` in a condition",
      labels: [Label(source: source, span: word.span, message: "conditions are positive")],
      notes: [
        "write `unless …` around the positive condition; it also holds for those who skipped the question"
      ]
    )
  }

  /// A number was expected.
  static func numberExpected(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "a number is expected, not `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "digits, like `400` or `2.5`")]
    )
  }

  /// A promise in no known form.
  static func promiseShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this promise cannot be read",
      labels: [Label(source: source, span: span, message: "not a form of promise")],
      notes: [
        "write `see X before Y`, `see X after Y`, `see X before end`, `never X`, "
          + "`at most N questions` or `at most N minutes`; `when …` or `unless …` may follow"
      ]
    )
  }

  /// A sign where words belong.
  static func signInCondition(_ source: SourceFile, _ sign: Name, words: String) -> Diagnostic {
    Diagnostic(
      title: "a condition says `\(words)`, not `\(sign.text)`",
      labels: [Label(source: source, span: sign.span, message: "conditions are read aloud")],
      fix: .replacing(source, sign.span, with: words)
    )
  }
}
