import SourceText

// Problems inside a line of prose, in alphabetical order.
extension Diagnostic {
  /// Braces around something that is not a name.
  static func badValue(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "only a name can be between `{` and `}`",
      labels: [Label(source: source, span: span, message: "write a name here, as in `{course}`")],
      notes: ["for a plain brace, write `\\{`"]
    )
  }

  /// A citation without its `@`, as in `[claim]`.
  static func citationWithoutAt(_ source: SourceFile, _ span: Span, _ names: [Name]) -> Diagnostic {
    let list = names.map(\.text).joined(separator: ", ")
    return Diagnostic(
      title: "`[\(list)]` looks like a citation without its `@`",
      labels: [Label(source: source, span: span, message: "missing `@`")],
      notes: [
        "as written, patients would see it as text",
        "for a plain bracket, write `\\[`",
      ]
    )
  }

  /// A citation with no claim in it, as in `[@]`.
  static func emptyCitation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this citation does not name a claim",
      labels: [Label(source: source, span: span, message: "write `[@claim]`")]
    )
  }

  /// A `[@` with no `]` on the same line.
  static func openCitation(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this citation is not closed",
      labels: [Label(source: source, span: span, message: "missing `]` on this line")],
      notes: ["for a plain bracket, write `\\[`"]
    )
  }

  /// Emphasis that is opened but not closed, or closed but not opened.
  static func openEmphasis(_ source: SourceFile, _ span: Span, _ stars: String) -> Diagnostic {
    Diagnostic(
      title: "this `\(stars)` has no match in its paragraph",
      labels: [
        Label(source: source, span: span, message: "nothing closes it, and it closes nothing")
      ],
      notes: [
        "write `*soft*` or `**strong**`, and do not put one inside the other",
        "for a plain asterisk, write `\\*`",
      ]
    )
  }

  /// A `{` with no `}` on the same line.
  static func openValue(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this `{` is not closed",
      labels: [Label(source: source, span: span, message: "missing `}` on this line")],
      notes: ["for a plain brace, write `\\{`"]
    )
  }

  /// Something that the clinic does not say about itself.
  static func unknownDetail(
    _ source: SourceFile,
    _ detail: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`clinic.guide` does not have `\(detail.text)`",
      labels: [
        Label(
          source: source,
          span: detail.span,
          message: didYouMean(suggestions(for: detail.text, among: names))
            ?? "there is nothing to print here"
        )
      ],
      notes: [
        "write `\(detail.text): ...` in `clinic.guide`; or write here what people read without it, as in "
          + "`{clinic-\(detail.text) | the words to read}`"
      ]
    )
  }
}
