import GuideSyntax
import SourceText

// Problems with equations and with printed values, in alphabetical order.
extension Diagnostic {
  /// An equation that uses an answer that is not a number.
  static func answerIsNoNumber(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the answer to `\(name.text)` is not a number",
      labels: [Label(source: source, span: name.span, message: "an equation needs a number here")],
      notes: [
        "the answers to `[number …]`, `[amount …]`, and `[scale …]` are numbers; "
          + "`count of` counts the chosen answers of a question with `[ ]` lines"
      ]
    )
  }

  /// A division by a number that may be zero.
  static func divisionByZero(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this may be zero",
      labels: [Label(source: source, span: span, message: "nothing can be divided by zero")],
      notes: ["make the question's range start at 1, or divide by something else"]
    )
  }

  /// An equation that depends on itself, perhaps through others.
  static func equationCycle(_ source: SourceFile, _ name: Name, reads: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` depends on itself",
      labels: [
        Label(source: source, span: name.span, message: "this uses `\(reads.text)`"),
        Label(source: source, span: reads.span, message: "which depends on `\(name.text)`"),
      ],
      notes: ["define one of them without the other"]
    )
  }

  /// An equation that can become too large for exact arithmetic.
  static func equationTooLarge(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this can become too large to calculate exactly",
      labels: [Label(source: source, span: span, message: "with the largest answers")],
      notes: ["make the ranges of the questions smaller"]
    )
  }

  /// A person's own words, printed in prose.
  static func freeTextInProse(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "what a person writes cannot be printed in prose",
      labels: [Label(source: source, span: name.span, message: "the answer is free text")],
      notes: ["the page they take home shows it in their own words"]
    )
  }

  /// A `count of` something that cannot be counted.
  static func notCountable(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be counted",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "only a question with `[ ]` lines or a `let` that is a condition can"
        )
      ]
    )
  }

  /// A condition where an equation needs a number.
  static func truthInEquation(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a condition, not a number",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write `count of \(name.text)`, which is 1 if it is true"
        )
      ]
    )
  }

  /// A condition, printed in prose.
  static func truthInProse(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a condition, so it cannot be printed",
      labels: [Label(source: source, span: name.span, message: "use `when \(name.text) is true:`")]
    )
  }

  /// A printed value that some people do not have.
  static func valueMaybeMissing(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` may be missing here",
      labels: [
        Label(source: source, span: name.span, message: "some people skip it or are not asked")
      ],
      notes: [
        "as written, they would see a sentence with a gap in it",
        "put the sentence under `when \(name.text) is known:`",
      ]
    )
  }
}
