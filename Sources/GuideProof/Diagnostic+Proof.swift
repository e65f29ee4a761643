import SourceText

// Problems on the paths through a guide, in alphabetical order.
extension Diagnostic {
  /// A condition that is always true where it is tested.
  static func alwaysHolds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this condition is always true here",
      labels: [Label(source: source, span: span, message: "it makes no difference")],
      notes: ["remove the condition, or make it test something else"]
    )
  }

  /// A promise that is broken on at least one path.
  static func brokenPromise(
    _ source: SourceFile,
    _ span: Span,
    guide: String,
    _ excess: String?,
    _ witness: [String],
    listed words: [String]
  ) -> Diagnostic {
    let unsaid =
      words.isEmpty
      ? []
      : [
        "`see` wants a full sentence that says it; these words only list it:\n\(words.prefix(5).joined(separator: "\n"))"
          + (words.count > 5 ? "\nand \(words.count - 5) more" : "")
      ]
    return Diagnostic(
      title: "the guide `\(guide)` can break this promise",
      labels: [Label(source: source, span: span, message: "not kept on every path")],
      notes: unsaid + [
        "this conversation \(excess ?? "breaks it"); `check --save` saves it\n\(listed(witness))"
      ]
    )
  }

  /// A condition about a question that no path asks before this point.
  static func neverAskedBefore(_ source: SourceFile, _ span: Span, name: String) -> Diagnostic {
    Diagnostic(
      title: "nobody has been asked `\(name)` by this point",
      labels: [
        Label(source: source, span: span, message: "no path to this point asks it first")
      ],
      notes: ["ask it earlier, or move this after the question"]
    )
  }

  /// A condition that is never true where it is tested.
  static func neverHolds(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition is never true here",
      labels: [Label(source: source, span: span, message: "no earlier answers can make it true")],
      notes: ["as written, no patient would ever see what depends on it"]
    )
  }

  /// A step that no path reaches, because of how its conditions work together.
  static func neverReached(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    _ others: [String],
    causes: [Span]
  ) -> Diagnostic {
    let also =
      others.isEmpty
      ? [] : ["also never reached: " + others.prefix(12).map { "`\($0)`" }.joined(separator: ", ")]
    return Diagnostic(
      title: "`\(name)` is never reached",
      labels: [Label(source: source, span: span, message: "no answers lead here")]
        + causes.prefix(3).map { cause in
          Label(source: source, span: cause, message: "this is always true")
        },
      notes: also + ["as written, no patient would see it"]
    )
  }

  /// A promise that does not cover people who skip a question or are not asked.
  static func promiseSlips(
    _ source: SourceFile,
    _ span: Span,
    instead: String?,
    _ witness: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "this promise misses people who skip the question or are not asked",
      labels: [
        Label(
          source: source,
          span: span,
          message: instead.map { "write `\($0)`" } ?? "use `unless` instead"
        )
      ],
      notes: [
        "*skipped* and *not asked* never count as no",
        "this conversation slips through; `check --save` saves it\n\(listed(witness))",
      ]
    )
  }

  /// A guide in which too many conditions depend on each other for a complete proof.
  static func tooEntangled(_ source: SourceFile, _ spans: [Span]) -> Diagnostic {
    Diagnostic(
      title: "too many conditions here depend on each other to be proved",
      labels: spans.prefix(4).enumerated().map { index, span in
        Label(
          source: source,
          span: span,
          message: index == 0
            ? "the answers tested here are needed for too long" : "and the ones tested here"
        )
      },
      notes: ["use each answer soon after it is given, or ask fewer questions at a time"]
    )
  }

  /// A promise that depends on too many answers for a complete proof.
  static func tooEntangledPromise(_ source: SourceFile, _ span: Span, guide: String) -> Diagnostic {
    Diagnostic(
      title: "this promise depends on too many answers in `\(guide)` to be proved",
      labels: [
        Label(source: source, span: span, message: "it cannot be shown to be kept or broken")
      ],
      notes: ["make a narrower promise, or let fewer numbers together decide what is shown"]
    )
  }
}

/// Returns a conversation as lines.
///
/// A long one is shortened in the middle.
private func listed(_ witness: [String]) -> String {
  guard witness.count > 40 else { return witness.joined(separator: "\n") }
  return (witness.prefix(19) + ["…"] + witness.suffix(20)).joined(separator: "\n")
}
