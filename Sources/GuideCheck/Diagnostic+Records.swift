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
}
