import SourceText

// What can be wrong with a file, its lines and its headings, alphabetically.
extension Diagnostic {
  /// A name with letters a name may not have.
  static func badName(_ source: SourceFile, _ name: Name, mended: String) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be a name",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a name has small letters, digits and hyphens, and starts with a letter"
        )
      ],
      fix: .replacing(source, name.span, with: mended)
    )
  }

  /// Names in a row, with only spaces or `and` between them.
  static func namesWithoutComma(_ source: SourceFile, _ span: Span, _ names: [Name]) -> Diagnostic {
    Diagnostic(
      title: "these names have no comma between them",
      labels: [Label(source: source, span: span, message: "which name ends where?")],
      fix: .replacing(source, span, with: names.map(\.text).joined(separator: ", "))
    )
  }

  /// A heading with three signs or more.
  static func deepHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "there is no heading this deep",
      labels: [Label(source: source, span: span, message: "`#` is a step, `##` a topic")],
      fix: .replacing(source, span, with: "##")
    )
  }

  /// A file over the cap.
  static func fileTooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this file is too large to read",
      labels: [Label(source: source, span: .empty, message: "a file may have 16 MiB")],
      notes: ["cut it into several guides that visit each other"],
      kinds: .unreadHeader
    )
  }

  /// A line before the first step that is no `key: value`.
  static func headerLine(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is not a line of the header",
      labels: [
        Label(source: source, span: span, message: "before the first `#`, write `key: value`")
      ],
      notes: [
        "what a person reads belongs under a step, which starts with a line like `# start: Welcome`"
      ],
      kinds: .unreadHeader
    )
  }

  /// `# Title` without a name.
  static func headingNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this heading has no name",
      labels: [Label(source: source, span: span, message: "write `# name: Title`")],
      fix: .inserting(source, at: span.start, "\(span.isEmpty ? " " : "")\(slug): ")
    )
  }

  /// Characters of a line that nobody can see.
  static func hiddenCharacter(_ source: SourceFile, _ hidden: [Span]) -> Diagnostic {
    let isOne = hidden.count == 1
    return Diagnostic(
      title: isOne
        ? "a character here cannot be seen"
        : "\(hidden.count) characters of this line cannot be seen",
      labels: [
        Label(
          source: source,
          span: hidden.first ?? .empty,
          message: isOne ? "a hidden character" : "the first of them"
        )
      ],
      notes: ["it may change what a reader or a screen reader makes of the line"],
      fix: Fix(
        summary: isOne ? "take it out" : "take them out",
        edits: hidden.map { Edit(source: source, span: $0, replacement: "") }
      )
    )
  }

  /// A heading with spaces before it.
  static func indentedHeading(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a heading stands at the start of its line",
      labels: [Label(source: source, span: span, message: "spaces before it")],
      fix: Fix(
        summary: "take the spaces out",
        edits: [Edit(source: source, span: span, replacement: "")]
      )
    )
  }

  /// A line over the cap.
  static func lineTooLong(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is too long",
      labels: [Label(source: source, span: span, message: "a line may have 4,000 bytes")],
      notes: ["prose may be cut into lines anywhere; it is joined again when it is shown"]
    )
  }

  /// `# name:` with nothing behind it.
  static func missingTitle(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this heading has no title",
      labels: [Label(source: source, span: span, message: "a title belongs behind the colon")]
    )
  }

  /// Blocks in blocks in blocks.
  static func nestedTooDeep(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this stands too deep",
      labels: [Label(source: source, span: span, message: "more than \(Limits.depth) levels in")],
      notes: ["move the inner part into a topic of its own and visit it with `=>`"]
    )
  }

  /// Bytes that are no text.
  static func notText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this file is not plain text in UTF-8",
      labels: [Label(source: source, span: span, message: "no letter of UTF-8 starts here")],
      notes: ["in your editor, save the file again as plain text, with the encoding UTF-8"],
      kinds: .unreadHeader
    )
  }

  /// An indent that is not two columns.
  static func oddIndent(
    _ source: SourceFile,
    _ span: Span,
    found: Int,
    expected: Int,
    edits: [Edit]
  ) -> Diagnostic {
    Diagnostic(
      title: "this line stands \(found) spaces in",
      labels: [
        Label(
          source: source,
          span: span,
          message: expected == 0 ? "nothing above it holds it" : "\(expected) spaces are expected"
        )
      ],
      fix: edits.isEmpty
        ? nil : Fix(summary: "move it to \(expected) spaces", edits: edits)
    )
  }

  /// A line of an evidence, glossary or place file that is no `key: value`.
  static func recordShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is no record and no part of one",
      labels: [Label(source: source, span: span, message: "write `key: value`, or `claim name: …`")]
    )
  }

  /// A tab before a line.
  static func tabIndent(_ source: SourceFile, _ span: Span, columns: Int) -> Diagnostic {
    Diagnostic(
      title: "a tab stands before this line",
      labels: [Label(source: source, span: span, message: "indent with two spaces")],
      fix: .replacing(source, span, with: String(repeating: " ", count: columns), named: "spaces")
    )
  }
}
