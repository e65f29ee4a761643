import SourceText

// Problems in `sources.json`, in alphabetical order.
extension Diagnostic {
  /// Two sources with the same name.
  static func duplicateSource(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    first: Span
  ) -> Diagnostic {
    Diagnostic(
      title: "two sources are named `\(name)`",
      labels: [
        Label(source: source, span: span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// A file that is not JSON.
  static func jsonShape(_ source: SourceFile, _ error: JSONError) -> Diagnostic {
    Diagnostic(
      title: "this is not JSON",
      labels: [
        Label(
          source: source,
          span: Span(start: error.offset, end: error.offset + 1),
          message: error.expected
        )
      ],
      notes: ["export the sources again from your reference manager as CSL-JSON"]
    )
  }

  /// A source without a field that every source needs.
  static func sourceWithoutField(_ source: SourceFile, _ span: Span, key: String) -> Diagnostic {
    Diagnostic(
      title: "this source has no `\(key)`",
      labels: [Label(source: source, span: span, message: "add a text field named `\(key)`")]
    )
  }

  /// A file that is JSON but not a list of sources.
  static func sourcesShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is not a list of sources",
      labels: [Label(source: source, span: span, message: "write `[ { \"id\": … }, … ]`")],
      notes: ["the file is CSL-JSON, as reference managers export it"]
    )
  }
}
