import SourceText

// What can be wrong with `sources.json`, alphabetically.
extension Diagnostic {
  /// Two entries of one name.
  static func duplicateSource(
    _ source: SourceFile,
    _ span: Span,
    name: String,
    first: Span
  ) -> Diagnostic {
    Diagnostic(
      title: "two sources are called `\(name)`",
      labels: [
        Label(source: source, span: span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// Not JSON.
  static func jsonShape(_ source: SourceFile, _ fault: JSONFault) -> Diagnostic {
    Diagnostic(
      title: "this is not JSON",
      labels: [
        Label(
          source: source,
          span: Span(start: fault.offset, end: fault.offset + 1),
          message: fault.expected
        )
      ],
      notes: ["export the sources again from the reference manager, as CSL-JSON"]
    )
  }

  /// An entry that lacks what every entry needs.
  static func sourceWithoutField(_ source: SourceFile, _ span: Span, key: String) -> Diagnostic {
    Diagnostic(
      title: "this source has no `\(key)`",
      labels: [Label(source: source, span: span, message: "a text called `\(key)` belongs here")]
    )
  }

  /// JSON, but no list of works.
  static func sourcesShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is no list of sources",
      labels: [Label(source: source, span: span, message: "write `[ { \"id\": … }, … ]`")],
      notes: ["the file is CSL-JSON, as reference managers export it"]
    )
  }
}
