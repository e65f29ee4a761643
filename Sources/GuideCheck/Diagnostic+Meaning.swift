import GuideSyntax
import SourceText

// What can be wrong with what conditions and examples mean, alphabetically.
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

  /// Free text in a condition.
  static func freeTextInCondition(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "nothing branches on what a person writes",
      labels: [
        Label(source: source, span: name.span, message: "no condition looks into its answer")
      ],
      notes: [
        "`\(name.text) is known` and `\(name.text) is skipped` are allowed; for more, ask with `( )` lines"
      ]
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

  /// A date is expected of a question.
  static func dateExpectedOf(_ source: SourceFile, _ value: Name, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is answered with a date",
      labels: [Label(source: source, span: value.span, message: "`\(value.text)` is not a date")],
      notes: ["write the year, the month and the day, like 2026-11-21"]
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

  /// Another test of a truth.
  static func truthNeedsTrue(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is a condition",
      labels: [Label(source: source, span: span, message: "write `\(name) is true`")],
      fix: .replacing(source, span, with: "\(name) is true")
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
