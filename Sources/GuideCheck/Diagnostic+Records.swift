import GuideSyntax
import SourceText

// What can be wrong with headers and with the records of the evidence, alphabetically.
extension Diagnostic {
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

  /// A decision that does not ask.
  static func decisionIsNoQuestion(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "the decision is not a question",
      labels: [Label(source: source, span: value.span, message: "it ends in `?`")],
      notes: ["ask what the person asks, like `Should I talk with my team about ketamine?`"]
    )
  }

  /// `option: Label` in the header.
  static func decisionOptionShape(_ source: SourceFile, _ key: Name) -> Diagnostic {
    Diagnostic(
      title: "this option has no name",
      labels: [Label(source: source, span: key.span, message: "write `option name: Label`")]
    )
  }

  /// A key of a record that stands twice.
  static func duplicateField(_ source: SourceFile, _ key: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "this record says `\(key.text):` twice",
      labels: [
        Label(source: source, span: key.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["if two records stand here, the second one has lost its first line"],
      consequenceOf: .unreadLine
    )
  }

  /// A key that stands twice.
  static func duplicateHeader(_ source: SourceFile, _ key: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "the header says `\(key.text):` twice",
      labels: [
        Label(source: source, span: key.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// A key with nothing behind it.
  static func emptyHeader(_ source: SourceFile, _ key: Name) -> Diagnostic {
    Diagnostic(
      title: "nothing stands behind `\(key.text):`",
      labels: [Label(source: source, span: key.span, message: "words belong behind the colon")]
    )
  }

  /// A field a record needs.
  static func missingField(_ source: SourceFile, _ name: Name, key: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has no `\(key):`",
      labels: [
        Label(source: source, span: name.span, message: "a line `\(key): …` is missing under it")
      ],
      consequenceOf: .unreadLine
    )
  }

  /// A key a header needs.
  static func missingHeader(_ source: SourceFile, key: String, kind: String) -> Diagnostic {
    Diagnostic(
      title: "the header has no `\(key):`",
      labels: [
        Label(
          source: source,
          span: .empty,
          message: "every \(kind) file says it"
        )
      ],
      notes: ["add a line `\(key): …` before the first `#`"],
      consequenceOf: .unreadHeader
    )
  }

  /// A decision aid without the option to change nothing.
  static func noChangeMissing(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "no option leaves things as they are",
      labels: [
        Label(source: source, span: .empty, message: "a line `option no-change: …` is missing")
      ],
      notes: ["not starting anything now is always a choice"]
    )
  }

  /// A day that is none.
  static func notADay(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(value.text)` is no day",
      labels: [Label(source: source, span: value.span, message: "write it like `2026-11-21`")]
    )
  }

  /// A place file without help.
  static func placeWithoutDoors(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this place has no way to get help",
      labels: [Label(source: source, span: .empty, message: "`door name: …` records are missing")],
      consequenceOf: .unreadLine
    )
  }

  /// A record with no name.
  static func recordWithoutName(_ source: SourceFile, _ keyword: Name) -> Diagnostic {
    Diagnostic(
      title: "this \(keyword.text) has no name",
      labels: [
        Label(source: source, span: keyword.span, message: "write `\(keyword.text) name: …`")
      ]
    )
  }

  /// A record with no text.
  static func recordWithoutText(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "this \(name.text) says nothing",
      labels: [Label(source: source, span: name.span, message: "words belong behind the colon")]
    )
  }

  /// A review planned before it was reviewed.
  static func reviewBeforeReviewed(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "`review-by` is not after `reviewed`",
      labels: [Label(source: source, span: value.span, message: "a later day is expected")]
    )
  }

  /// A review that is due.
  static func reviewIsDue(_ source: SourceFile, _ value: Name, day: Day) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "this was to be read again by \(day.description)",
      labels: [Label(source: source, span: value.span, message: "that day has passed")],
      notes: ["read it against its sources, then set `reviewed` and `review-by` anew"]
    )
  }

  /// A signature under a text that has changed since.
  static func signatureIsOutdated(
    _ source: SourceFile,
    _ name: Name,
    of guide: Script?,
    day: Day,
    changed: [String]
  ) -> Diagnostic {
    // So that it is told as well where only the guide is checked.
    let title = guide.flatMap { guide in
      guide.header("title").map { Label(source: guide.source, span: $0.value.span) }
    }
    return Diagnostic(
      severity: .warning,
      title: "`\(name.text)` has changed since it was signed on \(day)",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "changed since: \(changed.joined(separator: "; "))"
        )
      ] + (title.map { [$0] } ?? []),
      notes: [
        "it no longer counts, and patients are not told of it; have the guide read again as "
          + "`beforehand logic \(name.text)` prints it, then `beforehand sign \(name.text)`"
      ]
    )
  }

  /// A decision with fewer than two options.
  static func tooFewDecisionOptions(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "a decision needs at least two options",
      labels: [Label(source: source, span: .empty, message: "write `option name: Label` lines")]
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
}
