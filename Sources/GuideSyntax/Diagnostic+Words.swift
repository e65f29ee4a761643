import SourceText

// What can be wrong inside a line of prose, alphabetically.
extension Diagnostic {
  /// `{…}` around something that is no name.
  static func badValue(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "`{` and `}` do not stand around a name",
      labels: [Label(source: source, span: span, message: "a name belongs here, as in `{course}`")],
      notes: ["for a brace that is only a brace, write `\\{`"]
    )
  }

  /// `[claim]`.
  static func citationWithoutAt(_ source: SourceFile, _ span: Span, _ names: [Name]) -> Diagnostic {
    let list = names.map(\.text).joined(separator: ", ")
    return Diagnostic(
      title: "`[\(list)]` is nearly a citation",
      labels: [Label(source: source, span: span, message: "`@` is missing")],
      notes: [
        "as it stands, a patient would have read it",
        "for a bracket that is only a bracket, write `\\[`",
      ],
      fix: .replacing(source, span, with: "[@\(list)]")
    )
  }

  /// `[@]`.
  static func emptyCitation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this citation names no claim",
      labels: [Label(source: source, span: span, message: "write `[@claim]`")]
    )
  }

  /// `[@` without `]`.
  static func openCitation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this citation does not end",
      labels: [Label(source: source, span: span, message: "`]` is missing in this line")],
      notes: ["for a bracket that is only a bracket, write `\\[`"]
    )
  }

  /// Stars that do not pair up.
  static func openEmphasis(_ source: SourceFile, _ span: Span, _ stars: String) -> Diagnostic {
    Diagnostic(
      title: "`\(stars)` stands alone in this paragraph",
      labels: [
        Label(source: source, span: span, message: "nothing closes it, and it closes nothing")
      ],
      notes: [
        "write `*soft*` or `**strong**`, one not inside the other",
        "for a star that is only a star, write `\\*`",
      ]
    )
  }

  /// `{` without `}`.
  static func openValue(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this `{` does not end",
      labels: [Label(source: source, span: span, message: "`}` is missing in this line")],
      notes: ["for a brace that is only a brace, write `\\{`"]
    )
  }
}
