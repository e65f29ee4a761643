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

  /// A condition that reads answers in a way that cannot be proved.
  static func cannotBeProved(_ source: SourceFile, _ span: Span, isProduct: Bool) -> Diagnostic {
    Diagnostic(
      title: "whether this condition can be true cannot be proved",
      labels: [
        Label(
          source: source,
          span: span,
          message: isProduct
            ? "it reads a product or a quotient of answers" : "it reads too many answers together"
        )
      ],
      notes: [
        isProduct
          ? "a product or a quotient of answers can be printed; test the answers themselves, or their sum"
          : "test fewer answers together, or compare them with fewer numbers"
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
        + causes.map { cause in
          Label(source: source, span: cause, message: "this is always true")
        },
      notes: also + ["as written, no patient would see it"]
    )
  }

  /// A promise that does not cover people who skip a question or are not asked.
  static func promiseSlips(
    _ source: SourceFile,
    _ span: Span,
    instead: String,
    _ witness: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "this promise misses people who skip the question or are not asked",
      labels: [
        Label(
          source: source,
          span: span,
          message: instead
        )
      ],
      notes: [
        "*skipped* and *not asked* never count as no",
        "this conversation slips through; `check --save` saves it\n\(listed(witness))",
      ]
    )
  }

  /// A guide in which too many conditions depend on each other for a complete proof.
  ///
  /// The first label is in the guide itself, because it is what is refused.
  static func tooEntangled(
    _ places: [(source: SourceFile, span: Span)],
    in source: SourceFile,
    _ step: Span
  ) -> Diagnostic {
    let isOwn = places.first?.source.path == source.path
    let own = Label(source: source, span: step, message: "this guide cannot be proved")
    let labels = places.prefix(4).enumerated().map { index, place in
      Label(
        source: place.source,
        span: place.span,
        message: index == 0
          ? "the answers tested here are needed for too long" : "and the ones tested here"
      )
    }
    return Diagnostic(
      title: "too many conditions here depend on each other to be proved",
      labels: isOwn ? labels : [own] + labels,
      notes: ["use each answer soon after it is given, or ask fewer questions at a time"]
    )
  }

  /// A promise that depends on too many answers for a complete proof.
  ///
  /// `isUntried` if it was not looked at, because other proofs took too much.
  static func tooEntangledPromise(
    _ source: SourceFile,
    _ span: Span,
    guide: String,
    _ conditions: [(source: SourceFile, span: Span)],
    isUntried: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: isUntried
        ? "this promise was not proved in `\(guide)`"
        : "whether `\(guide)` keeps this promise cannot be proved",
      labels: [
        Label(source: source, span: span, message: "it cannot be shown to be kept or broken")
      ]
        + conditions.prefix(3).map {
          Label(source: $0.source, span: $0.span, message: "this condition is a part of that")
        },
      notes: [
        isUntried
          ? "the other proofs already took all that one check can take; make the guides simpler, or fewer"
          : "too many answers decide it together, or a product of answers does; test fewer answers together, or only their sum"
      ]
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
