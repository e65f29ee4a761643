import SourceText

// Problems with a file, its lines, and its headings, in alphabetical order.
extension Diagnostic {
  /// A name with characters that a name cannot have; `fixed` is the name that is plainly meant.
  static func badName(_ source: SourceFile, _ name: Name, fixed: String?) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` cannot be a name",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "use lowercase letters, digits, and hyphens, and start with a letter"
        )
      ],
      fix: fixed.map { .replacing(source, name.span, with: $0) }
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
      ]
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

  /// A file in another language.
  static func foreignFile(_ source: SourceFile, _ language: ForeignLanguage) -> Diagnostic {
    Diagnostic(
      title: "this file is \(language.name), not a guide",
      labels: [Label(source: source, span: .empty, message: "it was not read")],
      notes: [
        "start a guide with `beforehand new`, and copy the words into it",
        "`beforehand help language` shows every mark",
      ],
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
  static func headingNeedsName(_ source: SourceFile, _ span: Span, _ fix: Fix?) -> Diagnostic {
    Diagnostic(
      title: "this heading has no name",
      labels: [Label(source: source, span: span, message: "write `# name: Title`")],
      fix: fix
    )
  }

  /// A line with characters that nobody can see.
  static func hiddenCharacter(_ source: SourceFile, _ hidden: [Span]) -> Diagnostic {
    let isOne = hidden.count == 1
    let name = source.text(hidden.first ?? .empty).unicodeScalars.first?.codePoint ?? "unknown"
    return Diagnostic(
      title: isOne
        ? "this line has a hidden character"
        : "this line has \(hidden.count) hidden characters",
      labels: [
        Label(
          source: source,
          span: hidden.first ?? .empty,
          message: isOne ? "it is \(name)" : "the first one is \(name)"
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

  /// Characters in the marks of a line that look like others: a space from a web page, a wide colon.
  static func lookalikeCharacter(_ source: SourceFile, _ characters: [OddCharacter]) -> Diagnostic {
    let first = characters[0]
    let codePoint = first.scalar.codePoint
    let isOne = characters.count == 1
    let plain = String(decoding: [first.plain], as: UTF8.self)
    let words = first.kind == .space ? "a space" : "`\(plain)`"
    return Diagnostic(
      title: "this looks like \(words), but is another character",
      labels: [
        Label(
          source: source,
          span: first.span,
          message: isOne
            ? "it is \(codePoint)"
            : "it is \(codePoint), and there are \(characters.count - 1) more"
        )
      ],
      notes: ["marks and names are written with plain characters"],
      fix: Fix(
        summary: isOne ? "change it to what it looks like" : "change them to what they look like",
        edits: characters.map { character in
          Edit(
            source: source,
            span: character.span,
            replacement: String(decoding: [character.plain], as: UTF8.self)
          )
        }
      )
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
    _ reading: IndentReading,
    edits: [Edit]
  ) -> Diagnostic {
    let (message, notes): (String, [String]) =
      switch reading {
      case .one:
        (expected == 0 ? "no line above can contain it" : "expected \(spaces(expected))", [])
      case .underNothing:
        (
          "no line above can contain it",
          [
            "if it belongs to no block, remove the indent",
            "if it belongs to a block above, move it up to the lines of that block",
          ]
        )
      case .betweenTwo:
        (
          "it is between two levels",
          [
            "with \(spaces(expected)), it belongs to the block above",
            "with \(spaces(expected - 2)), it comes after that block, so more people read it",
          ]
        )
      }
    return Diagnostic(
      title: "this line is indented \(spaces(found))",
      labels: [Label(source: source, span: span, message: message)],
      notes: notes,
      fix: edits.isEmpty
        ? nil
        : Fix(
          summary: expected == 0 ? "remove the indent" : "indent it \(spaces(expected))",
          edits: edits
        )
    )
  }

  /// Words right under the lines of a block that are indented less than they are.
  static func outdentedLine(_ source: SourceFile, _ span: Span, indent: Int) -> Diagnostic {
    Diagnostic(
      title: "this line is indented less than the line above it",
      labels: [Label(source: source, span: span, message: "does it belong to the line above?")],
      notes: [
        "if it does, indent it \(spaces(indent)), so that the same people read it",
        "if it does not, put a blank line before it; more people read it then",
      ]
    )
  }

  /// A line of an evidence, glossary, or place file that is not of the form `key: value`.
  static func recordShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is not a record or part of one",
      labels: [Label(source: source, span: span, message: "write `key: value`, or `claim name: …`")]
    )
  }

  /// A line that reads as the rest of a label, which must be one line.
  static func restOfLine(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this reads as the rest of the label, which must be one line",
      labels: [
        Label(source: source, span: span, message: "people would read it after they choose")
      ],
      notes: [
        "write the label on one line, up to 4,000 bytes",
        "if this is a sentence of its own, start it with a capital letter",
      ]
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

extension Diagnostic {
  /// Where a line with a wrong indent can belong.
  enum IndentReading {
    /// To one place only.
    case one
    /// To nothing, or to something above that has ended.
    case underNothing
    /// To the lines above it, or after them.
    case betweenTwo
  }
}

/// Returns `count` spaces in words, such as "4 spaces".
private func spaces(_ count: Int) -> String { "\(count) space\(count == 1 ? "" : "s")" }
