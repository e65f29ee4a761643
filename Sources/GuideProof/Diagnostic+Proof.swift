import SourceText

// What can be wrong with the walks of a guide, alphabetically.
extension Diagnostic {
  /// A condition that is open on every walk.
  static func alwaysHolds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this condition lets everybody through who comes here",
      labels: [Label(source: source, span: span, message: "it divides nobody")],
      notes: ["leave the condition out, or let it ask something else"]
    )
  }

  /// A promise that some walk breaks.
  static func brokenPromise(
    _ source: SourceFile,
    _ span: Span,
    guide: String,
    _ excess: String?,
    _ witness: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "the guide `\(guide)` can break this promise",
      labels: [Label(source: source, span: span, message: "not on every walk")],
      notes: [
        "this conversation \(excess ?? "breaks it"); `check --save` keeps it\n\(listed(witness))"
      ]
    )
  }

  /// A condition about a question that is asked only later, or not on the walks that come here.
  static func neverAskedBefore(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "nobody has been asked `\(name)` here",
      labels: [
        Label(source: source, span: span, message: "no walk that comes here asks it before")
      ],
      notes: ["ask it on the way here, or move this behind the question"]
    )
  }

  /// A condition that is open on no walk.
  static func neverHolds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition lets nobody through who comes here",
      labels: [Label(source: source, span: span, message: "whatever is answered before")],
      notes: ["as it stands, no patient would ever see what depends on it"]
    )
  }

  /// A step that no walk comes to, for the sake of what conditions come to together.
  static func neverReached(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    _ others: [String],
    causes: [Span]
  ) -> Diagnostic {
    let also =
      others.isEmpty
      ? [] : ["nor to " + others.prefix(12).map { "`\($0)`" }.joined(separator: ", ")]
    return Diagnostic(
      title: "no walk comes to `\(name)`",
      labels: [Label(source: source, span: span, message: "whatever is answered before")]
        + causes.prefix(3).map { cause in
          Label(source: source, span: cause, message: "this lets everybody through")
        },
      notes: also + ["as it stands, no patient would read it"]
    )
  }

  /// A promise that leaves out those who skip a question.
  static func promiseSlips(
    _ source: SourceFile,
    _ span: Span,
    instead: String?,
    _ witness: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "this promise lets people slip through who skip, or are not asked",
      labels: [
        Label(
          source: source,
          span: span,
          message: instead.map { "write `\($0)`" } ?? "say it with `unless`"
        )
      ],
      notes: [
        "*skipped* and *not asked* are never read as no",
        "this conversation slips through; `check --save` keeps it\n\(listed(witness))",
      ]
    )
  }

  /// A guide with too many conditions that depend on each other.
  static func tooEntangled(_ source: SourceFile, _ spans: [Span]) -> Diagnostic {
    Diagnostic(
      title: "too much depends on too much here to be proved",
      labels: spans.prefix(4).enumerated().map { index, span in
        Label(
          source: source,
          span: span,
          message: index == 0 ? "what this reads is needed for too long" : "and what this reads"
        )
      },
      notes: ["use an answer soon after it is given, or ask for less at a time"]
    )
  }

  /// A promise that too much depends on.
  static func tooEntangledPromise(_ source: SourceFile, _ span: Span, guide: String) -> Diagnostic {
    Diagnostic(
      title: "this promise depends on too much in `\(guide)` to be proved",
      labels: [
        Label(source: source, span: span, message: "neither kept nor broken, as far as can be seen")
      ],
      notes: ["promise it of less, or let fewer numbers together decide what is shown"]
    )
  }
}

/// A conversation, line by line; the middle of a long one is left out.
private func listed(_ witness: [String]) -> String {
  guard witness.count > 40 else { return witness.joined(separator: "\n") }
  return (witness.prefix(19) + ["…"] + witness.suffix(20)).joined(separator: "\n")
}
