import GuideSyntax
import SourceText

// What can be wrong with equations and with what is printed, alphabetically.
extension Diagnostic {
  /// An answer that is no number, in an equation.
  static func answerIsNoNumber(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the answer to `\(name.text)` is no number",
      labels: [Label(source: source, span: name.span, message: "an equation needs a number here")],
      notes: [
        "numbers are the answers to `[number …]`, `[amount …]` and `[scale …]`; "
          + "`count of` counts the ticks of a question with `[ ]` lines"
      ]
    )
  }

  /// A divisor that may be zero.
  static func divisionByZero(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this may be zero",
      labels: [Label(source: source, span: span, message: "nothing can be divided by zero")],
      notes: ["let the question start at 1, or divide by something else"]
    )
  }

  /// Equations that read each other.
  static func equationCycle(_ source: SourceFile, _ name: Name, reads: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` depends on itself",
      labels: [
        Label(source: source, span: name.span, message: "reads `\(reads.text)`"),
        Label(source: source, span: reads.span, message: "which reads `\(name.text)`, in the end"),
      ],
      notes: ["work one of them out without the other"]
    )
  }

  /// An equation that can outgrow exact arithmetic.
  static func equationTooLarge(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this can become too large to be exact",
      labels: [Label(source: source, span: span, message: "for the largest answers")],
      notes: ["make the ranges of the questions smaller"]
    )
  }

  /// Free text in prose.
  static func freeTextInProse(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "what a person writes is not printed in prose",
      labels: [Label(source: source, span: name.span, message: "the answer is free text")],
      notes: ["it is given back, in the person's own words, on the page they take home"]
    )
  }

  /// Something that cannot be counted.
  static func notCountable(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be counted",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a question with `[ ]` lines, or a `let` that is a condition, can"
        )
      ]
    )
  }

  /// A truth in an equation.
  static func truthInEquation(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a condition, not a number",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write `count of \(name.text)`: one if it holds"
        )
      ]
    )
  }

  /// A truth printed.
  static func truthInProse(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a condition, and cannot be printed",
      labels: [Label(source: source, span: name.span, message: "use `when \(name.text) is true:`")]
    )
  }

  /// A value that some walks do not have.
  static func valueMaybeMissing(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` may be missing here",
      labels: [
        Label(source: source, span: name.span, message: "some people skip it, or are not asked")
      ],
      notes: [
        "as it stands, they would read a sentence with a hole in it",
        "put the sentence under `when \(name.text) is known:`",
      ]
    )
  }
}
