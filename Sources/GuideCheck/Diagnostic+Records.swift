import GuideSyntax
import SourceText

// Problems in headers and in the records of the evidence, in alphabetical order.
extension Diagnostic {
  /// An arm of a figure that does not give a count of people.
  static func armShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is not a count of people",
      labels: [
        Label(
          source: source,
          span: span,
          message: "after `arm name:`, write `108 of 195`, `61 to 75 of 100`, or `55.4%`"
        )
      ]
    )
  }

  /// An option in the header with a label but no name, as in `option: Label`.
  static func decisionOptionShape(_ source: SourceFile, _ key: Name) -> Diagnostic {
    Diagnostic(
      title: "this option has no name",
      labels: [Label(source: source, span: key.span, message: "write `option name: Label`")]
    )
  }

  /// A record with the same field twice.
  static func duplicateField(_ source: SourceFile, _ key: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "this record has `\(key.text):` twice",
      labels: [
        Label(source: source, span: key.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["if these are two records, the second one is missing its first line"],
      consequenceOf: .unreadLine
    )
  }

  /// A header with the same key twice.
  static func duplicateHeader(_ source: SourceFile, _ key: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "the header has `\(key.text):` twice",
      labels: [
        Label(source: source, span: key.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// A header line with nothing after its colon.
  static func emptyHeader(_ source: SourceFile, _ key: Name) -> Diagnostic {
    Diagnostic(
      title: "missing text after `\(key.text):`",
      labels: [Label(source: source, span: key.span, message: "write something after the colon")]
    )
  }

  /// A figure that says why a number is missing, and also what it is compared with.
  static func missingDespiteComparison(
    _ source: SourceFile,
    _ key: Name,
    _ comparison: Field?
  ) -> Diagnostic {
    Diagnostic(
      title: "this figure says why a number is missing, but it is compared with something",
      labels: [
        Label(
          source: source,
          span: key.span,
          message: "for figures with `compared-with: none`"
        )
      ]
        + (comparison.map {
          [Label(source: source, span: $0.value.span, message: "compared with this")]
        } ?? []),
      notes: ["remove `missing:`, or write `compared-with: none`"]
    )
  }

  /// A record without a field that it needs.
  static func missingField(_ source: SourceFile, _ name: Name, key: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has no `\(key):`",
      labels: [
        Label(source: source, span: name.span, message: "add a line `\(key): …` under it")
      ],
      consequenceOf: .unreadLine
    )
  }

  /// A header without lines that it needs.
  static func missingHeader(_ source: SourceFile, keys: [String], kind: String) -> Diagnostic {
    let lines = keys.map { "\($0): \(headerExamples[$0] ?? "…")" }
    return Diagnostic(
      title: "the header has no \(listed(keys.map { "\($0):" }, joiner: "and no"))",
      labels: [
        Label(
          source: source,
          span: .empty,
          message: "every \(kind) file needs it"
        )
      ],
      notes: [
        keys.count == 1
          ? "add a line `\(keys[0]): …` before the first `#`"
          : "add these lines before the first `#`, and change them:\n\(lines.joined(separator: "\n"))"
      ],
      consequenceOf: .unreadHeader
    )
  }

  /// A date that is not on the calendar, or that is not written as a date.
  static func notADay(_ source: SourceFile, _ value: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(value.text)` is not a date",
      labels: [
        Label(source: source, span: value.span, message: "write a date such as `2026-11-21`")
      ]
    )
  }

  /// A place file that does not say how to get help.
  static func placeWithoutDoors(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this place has no way to get help",
      labels: [
        Label(source: source, span: .empty, message: "add a record that starts with `door name: …`")
      ],
      consequenceOf: .unreadLine
    )
  }

  /// A record without a name.
  static func recordWithoutName(_ source: SourceFile, _ keyword: Name) -> Diagnostic {
    Diagnostic(
      title: "this \(keyword.text) has no name",
      labels: [
        Label(source: source, span: keyword.span, message: "write `\(keyword.text) name: …`")
      ]
    )
  }

  /// A record with a name but no text.
  static func recordWithoutText(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "this \(name.text) has no text",
      labels: [Label(source: source, span: name.span, message: "write the text after the colon")]
    )
  }

  /// A signature on a text that has changed since it was signed.
  static func signatureIsOutdated(
    _ source: SourceFile,
    _ name: Name,
    of guide: Script?,
    day: Day,
    changed: [String]
  ) -> Diagnostic {
    // This label makes the warning appear even when only the guide is checked.
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
          message: "changed since then: \(changed.joined(separator: "; "))"
        )
      ] + (title.map { [$0] } ?? []),
      notes: [
        "the signature no longer counts, and patients no longer see it; have the guide reviewed "
          + "again as `beforehand logic \(name.text)` prints it, then run `beforehand sign \(name.text)`"
      ]
    )
  }
}

/// What the lines of a header can say.
private let headerExamples = [
  "title": "What to expect", "kind": "education", "for": "adults who think about this treatment",
  "reviewed": "2026-11-21", "review-by": "2027-05-21",
  "update-policy": "Read again every six months.", "author": "not yet reviewed by a clinician",
  "funding": "none",
]
