import SourceText

// Problems with a file, its lines, and its headings, in alphabetical order.
extension Diagnostic {
  /// A name with characters that a name cannot have.
  static func badName(_ source: SourceFile, _ name: Name, fixed: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be a name",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "use lowercase letters, digits, and hyphens, and start with a letter"
        )
      ],
      fix: .replacing(source, name.span, with: fixed)
    )
  }

  /// Several names with only spaces or `and` between them.
  static func namesWithoutComma(_ source: SourceFile, _ span: Span, _ names: [Name]) -> Diagnostic {
    Diagnostic(
      title: "missing comma between these names",
      labels: [Label(source: source, span: span, message: "where does each name end?")],
      fix: .replacing(source, span, with: names.map(\.text).joined(separator: ", "))
    )
  }

  /// A heading with three or more `#` signs.
  static func deepHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "headings have only two levels",
      labels: [
        Label(source: source, span: span, message: "use `#` for a step and `##` for a topic")
      ],
      fix: .replacing(source, span, with: "##")
    )
  }

  /// A file that is larger than the limit.
  static func fileTooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this file is too large to read",
      labels: [Label(source: source, span: .empty, message: "the limit is 16 MiB")],
      notes: ["split it into several guides that visit each other"],
      kinds: .unreadHeader
    )
  }

  /// A line before the first step that is not of the form `key: value`.
  static func headerLine(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line does not belong in the header",
      labels: [
        Label(source: source, span: span, message: "before the first `#`, write `key: value`")
      ],
      notes: [
        "put what people read under a step, which starts with a line such as `# start: Welcome`"
      ],
      kinds: .unreadHeader
    )
  }

  /// A heading with a title but no name.
  static func headingNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this heading has no name",
      labels: [Label(source: source, span: span, message: "write `# name: Title`")],
      fix: .inserting(source, at: span.start, "\(span.isEmpty ? " " : "")\(slug): ")
    )
  }

  /// A line with characters that nobody can see.
  static func hiddenCharacter(_ source: SourceFile, _ hidden: [Span]) -> Diagnostic {
    let isOne = hidden.count == 1
    return Diagnostic(
      title: isOne
        ? "this line has a hidden character"
        : "this line has \(hidden.count) hidden characters",
      labels: [
        Label(
          source: source,
          span: hidden.first ?? .empty,
          message: isOne ? "it is here" : "the first one is here"
        )
      ],
      notes: ["hidden characters can change how the line looks, or how a screen reader reads it"],
      fix: Fix(
        summary: isOne ? "remove it" : "remove them",
        edits: hidden.map { Edit(source: source, span: $0, replacement: "") }
      )
    )
  }

  /// A heading that is indented.
  static func indentedHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a heading must be at the start of its line",
      labels: [Label(source: source, span: span, message: "there are spaces before it")],
      fix: Fix(
        summary: "remove the spaces",
        edits: [Edit(source: source, span: span, replacement: "")]
      )
    )
  }

  /// A line that is longer than the limit.
  static func lineTooLong(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is too long",
      labels: [Label(source: source, span: span, message: "the limit is 4,000 bytes")],
      notes: [
        "you can break prose into lines anywhere; the lines are joined again when patients read them"
      ]
    )
  }

  /// A heading with a name but no title.
  static func missingTitle(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this heading has no title",
      labels: [Label(source: source, span: span, message: "write a title after the colon")]
    )
  }

  /// A block inside more blocks than the limit.
  static func nestedTooDeep(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nested too deeply",
      labels: [Label(source: source, span: span, message: "more than \(Limits.depth) levels deep")],
      notes: ["move the inner part into its own topic and visit it with `=>`"]
    )
  }

  /// A file with bytes that are not UTF-8 text.
  static func notText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this file is not plain UTF-8 text",
      labels: [Label(source: source, span: span, message: "not a UTF-8 character")],
      notes: ["in your editor, save the file again as plain text with UTF-8 encoding"],
      kinds: .unreadHeader
    )
  }

  /// A line that is indented by an unexpected number of spaces.
  static func oddIndent(
    _ source: SourceFile,
    _ span: Span,
    found: Int,
    expected: Int,
    edits: [Edit]
  ) -> Diagnostic {
    Diagnostic(
      title: "this line is indented \(spaces(found))",
      labels: [
        Label(
          source: source,
          span: span,
          message: expected == 0 ? "no line above can contain it" : "expected \(spaces(expected))"
        )
      ],
      fix: edits.isEmpty
        ? nil
        : Fix(
          summary: expected == 0 ? "remove the indent" : "indent it \(spaces(expected))",
          edits: edits
        )
    )
  }

  /// A line of an evidence, glossary, or place file that is not of the form `key: value`.
  static func recordShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is not a record or part of one",
      labels: [Label(source: source, span: span, message: "write `key: value`, or `claim name: …`")]
    )
  }

  /// A line that is indented with a tab.
  static func tabIndent(_ source: SourceFile, _ span: Span, columns: Int) -> Diagnostic {
    Diagnostic(
      title: "this line starts with a tab",
      labels: [Label(source: source, span: span, message: "indent with two spaces")],
      fix: .replacing(source, span, with: String(repeating: " ", count: columns), named: "spaces")
    )
  }
}

/// Returns `count` spaces in words, such as "4 spaces".
private func spaces(_ count: Int) -> String { "\(count) space\(count == 1 ? "" : "s")" }
