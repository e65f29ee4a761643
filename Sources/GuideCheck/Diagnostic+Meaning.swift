import GuideSyntax
import SourceText

// Problems with what conditions and examples mean, in alphabetical order.
extension Diagnostic {
  /// A question that an example answers twice.
  static func answeredTwice(_ source: SourceFile, _ name: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "this example answers `\(name.text)` twice",
      labels: [
        Label(source: source, span: name.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["in a walk, each question has one answer; write another example for the other"]
    )
  }

  /// A comparison that is true for every answer.
  static func alwaysSo(
    _ source: SourceFile,
    _ span: Span,
    bounds: ClosedRange<Fraction>
  ) -> Diagnostic {
    Diagnostic(
      title: "this is true for every answer",
      labels: [Label(source: source, span: span, message: "answers are \(words(bounds))")],
      notes: ["if any answer will do, write `is known`"]
    )
  }

  /// A condition that tests an answer written as free text.
  static func freeTextInCondition(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a condition cannot depend on what a person writes",
      labels: [
        Label(source: source, span: name.span, message: "no condition looks into this answer")
      ],
      notes: [
        "only `\(name.text) is known` and `\(name.text) is skipped` are allowed; to test more, offer answers with `( )` lines"
      ]
    )
  }

  /// An `includes` test of a question that people answer by choosing one answer.
  static func includesInsteadOfIs(
    _ source: SourceFile,
    _ span: Span,
    verb: Span,
    name: String,
    value: String
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` has only one answer at a time",
      labels: [Label(source: source, span: span, message: "write `\(name) is \(value)`")],
      fix: .replacing(source, verb, with: "is")
    )
  }

  /// An `is` test of a question that people can give several answers to.
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

  /// A comparison that is true for no answer.
  static func neverSoLarge(
    _ source: SourceFile,
    _ span: Span,
    bounds: ClosedRange<Fraction>
  ) -> Diagnostic {
    Diagnostic(
      title: "this is not true for any answer",
      labels: [Label(source: source, span: span, message: "answers are \(words(bounds))")],
      notes: ["as written, no patient would ever see what depends on it"]
    )
  }

  /// A condition made of tests that cannot be true together.
  static func neverTogether(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "this condition is never true",
      labels: [
        Label(source: source, span: span, message: "`\(name)` has only one answer at a time")
      ],
      notes: ["as written, no patient would ever see what depends on it; did you mean `or`?"]
    )
  }

  /// A test for something other than a possible number, where the answer is a number.
  static func numberExpectedOf(_ source: SourceFile, _ value: Name, name: String) -> Diagnostic {
    Diagnostic(
      title: "the answer to `\(name)` is a number",
      labels: [
        Label(source: source, span: value.span, message: "`\(value.text)` is not a possible answer")
      ],
      notes: [
        "write `\(name) is at least 4`, `at most`, `more than`, `less than`, or `\(name) is known`"
      ]
    )
  }

  /// An example with an answer of the wrong kind, to a question whose answer conditions do not look into.
  static func otherKindExpectedOf(
    _ source: SourceFile,
    _ value: Name,
    _ question: Question
  ) -> Diagnostic {
    let noun = question.domain.noun
    return Diagnostic(
      title: "the answer to `\(question.name)` is a \(noun)",
      labels: [
        Label(source: source, span: value.span, message: "`\(value.text)` is not a \(noun)")
      ],
      notes: question.domain.howToWrite.map { [$0] } ?? []
    )
  }

  /// An example that gives two answers to a question that takes only one.
  static func severalAnswers(_ source: SourceFile, _ value: Name, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` takes only one answer",
      labels: [Label(source: source, span: value.span, message: "this is a second answer")],
      notes: ["an example describes one person; write one example for each answer"]
    )
  }

  /// A condition that controls the path, and depends on a product or a quotient of answers.
  static func tooWideForRouting(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` multiplies or divides answers, so it cannot control the path",
      labels: [
        Label(
          source: source,
          span: span,
          message: "this decides where the guide goes or what it asks"
        )
      ],
      notes: [
        "a condition that controls the path can test answers, sums of answers, and counts; print a "
          + "product or a quotient, or test the answers themselves"
      ]
    )
  }

  /// An `is true` test of something that is not a condition.
  static func truthExpected(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be tested with `is true`",
      labels: [
        Label(source: source, span: name.span, message: "only a `let` that is a condition can")
      ],
      notes: [
        "test for an answer, such as `\(name.text) is yes`, or give a condition a name with `let`"
      ]
    )
  }

  /// Some other test of a `let` that is a condition; it can only be fixed if it asks for *yes*.
  static func truthNeedsTrue(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    isYes: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` is a condition, so test it with `is true`",
      labels: [Label(source: source, span: span, message: "write `\(name) is true`")],
      fix: isYes ? .replacing(source, span, with: "\(name) is true") : nil
    )
  }

  /// A test that does not fit the kind of answer.
  static func wrongTest(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    answers: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name)` cannot be tested this way",
      labels: [Label(source: source, span: span, message: "this does not fit its kind of answer")],
      notes: answers.isEmpty
        ? ["write `\(name) is at least 4`, or `\(name) is known`"]
        : ["write `\(name) is \(answers[0])`, or `\(name) is known`"]
    )
  }

  private static func words(_ bounds: ClosedRange<Fraction>) -> String {
    "from \(bounds.lowerBound) to \(bounds.upperBound)"
  }

  /// A promise that something is seen before or after itself.
  static func promiseOfItself(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "this promise is about `\(name.text)` alone",
      labels: [Label(source: source, span: name.span, message: "this is the same thing again")],
      notes: ["name what comes before or after it, or write `see \(name.text) before end`"]
    )
  }
}
