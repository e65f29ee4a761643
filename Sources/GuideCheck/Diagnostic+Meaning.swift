import GuideSyntax
import SourceText

// What can be wrong with what is meant: conditions, equations, values, evidence, alphabetically.
extension Diagnostic {
  /// A comparison that always holds.
  static func alwaysSo(
    _ source: SourceFile,
    _ span: Span,
    bounds: ClosedRange<Fraction>
  ) -> Diagnostic {
    Diagnostic(
      title: "this holds for every answer",
      labels: [Label(source: source, span: span, message: "answers are \(words(bounds))")],
      notes: ["if any answer will do, write `is known`"]
    )
  }

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

  /// An arm that is no count.
  static func armShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is no count of people",
      labels: [
        Label(
          source: source,
          span: span,
          message: "write `108 of 195`, `61 to 75 of 100` or `55.4%`, behind `arm name:`"
        )
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

  /// Free text in a condition.
  static func freeTextInCondition(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "nothing branches on what a person writes",
      labels: [Label(source: source, span: name.span, message: "the answer is free text")],
      notes: [
        "`\(name.text) is known` and `\(name.text) is skipped` are allowed; for more, ask with `( )` lines"
      ]
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

  /// `includes` for a choose-one question.
  static func includesInsteadOfIs(
    _ source: SourceFile,
    _ span: Span,
    verb: Span,
    name: String,
    value: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` has one answer",
      labels: [Label(source: source, span: span, message: "write `\(name) is \(value)`")],
      fix: .replacing(source, verb, with: "is")
    )
  }

  /// `is` for a tick question.
  static func isInsteadOfIncludes(
    _ source: SourceFile,
    _ span: Span,
    verb: Span,
    name: String,
    value: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` can have several answers",
      labels: [Label(source: source, span: span, message: "write `\(name) includes \(value)`")],
      fix: .replacing(source, verb, with: "includes")
    )
  }

  /// A comparison that never holds.
  static func neverSoLarge(
    _ source: SourceFile,
    _ span: Span,
    bounds: ClosedRange<Fraction>
  ) -> Diagnostic {
    Diagnostic(
      title: "this holds for no answer",
      labels: [Label(source: source, span: span, message: "answers are \(words(bounds))")],
      notes: ["as it stands, no patient would ever see what depends on it"]
    )
  }

  /// Tests that exclude each other.
  static func neverTogether(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "this condition never holds",
      labels: [
        Label(source: source, span: span, message: "`\(name)` has only one answer at a time")
      ],
      notes: ["as it stands, no patient would ever see what depends on it; did you mean `or`?"]
    )
  }

  /// A day that is none.
  static func notADay(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(value.text)` is no day",
      labels: [Label(source: source, span: value.span, message: "write it like `2026-11-21`")]
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

  /// A number is expected of a question.
  static func numberExpectedOf(_ source: SourceFile, _ value: Name, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is answered with a number",
      labels: [
        Label(source: source, span: value.span, message: "`\(value.text)` is none it can have")
      ],
      notes: [
        "write `\(name) is at least 4`, `at most`, `more than`, `less than`, or `\(name) is known`"
      ]
    )
  }

  /// A number in prose that rests on nothing.
  static func numberWithoutSource(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a number stands here without a source",
      labels: [Label(source: source, span: span, message: "who says so?")],
      notes: [
        "cite a claim with `[@claim]`; outcomes, risks and prices come from `show figure` only",
        "a small number that is no fact may be written as a word",
      ]
    )
  }

  /// A condition that reads what cannot have been asked yet.
  static func readBeforeAsked(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` has not been asked here",
      labels: [Label(source: source, span: span, message: "it is asked only later")],
      notes: ["as it stands, no patient would ever see what depends on it"]
    )
  }

  /// An example that gives two answers to a choose-one question.
  static func severalAnswers(_ source: SourceFile, _ value: Name, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` takes one answer at a time",
      labels: [Label(source: source, span: value.span, message: "a second answer")],
      notes: ["an example is one person: write one example for each answer"]
    )
  }

  /// A routing condition over several answers.
  static func tooWideForRouting(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` depends on too much to lead the way",
      labels: [
        Label(
          source: source,
          span: span,
          message: "this decides where the walk goes or what is asked"
        )
      ],
      notes: [
        "what leads the way reads one answer, or an equation that adds to or multiplies one answer; "
          + "anything wider may only guard words"
      ]
    )
  }

  /// A truth test of something that is no truth.
  static func truthExpected(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is neither true nor not",
      labels: [
        Label(source: source, span: name.span, message: "only a `let` that is a condition is")
      ],
      notes: ["test for an answer, like `\(name.text) is yes`, or name a condition with `let`"]
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

  /// Another test of a truth.
  static func truthNeedsTrue(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is a condition",
      labels: [Label(source: source, span: span, message: "write `\(name) is true`")],
      fix: .replacing(source, span, with: "\(name) is true")
    )
  }

  /// *Yes* dealt with, *unsure* forgotten.
  static func unsureForgotten(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "people who are not sure about `\(name)` are forgotten here",
      labels: [Label(source: source, span: span, message: "only `yes` is dealt with")],
      notes: [
        "write `\(name) is yes or unsure`, or deal with `unsure` elsewhere in this step, "
          + "or use `unless \(name) is no:`"
      ]
    )
  }

  /// An unverified claim, cited.
  static func unverifiedClaim(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the claim `\(name.text)` is not verified",
      labels: [Label(source: source, span: name.span, message: "a patient must not read it")],
      notes: ["check it against its sources and write `verified: DATE`, or take the sentence out"]
    )
  }

  /// An unverified figure, shown.
  static func unverifiedFigure(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the figure `\(name.text)` is not verified",
      labels: [Label(source: source, span: name.span, message: "a patient must not see it")],
      notes: ["check it against its sources and write `verified: DATE`, or take it out"]
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

  /// A test this answer does not allow.
  static func wrongTest(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    answers: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` cannot be tested like this",
      labels: [Label(source: source, span: span, message: "not a test of such an answer")],
      notes: answers.isEmpty
        ? ["write `\(name) is at least 4`, or `\(name) is known`"]
        : ["write `\(name) is \(answers[0])`, or `\(name) is known`"]
    )
  }

  private static func words(_ bounds: ClosedRange<Fraction>) -> String {
    "from \(bounds.lowerBound) to \(bounds.upperBound)"
  }
}
