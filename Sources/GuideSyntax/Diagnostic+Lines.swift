public import SourceText

// The second half of what can be wrong with the letters of a file, alphabetically.
extension Diagnostic {
  /// `again:`, `must:` or `why:` where it means nothing.
  static func misplacedMark(_ source: SourceFile, _ word: Name) -> Diagnostic {
    let place =
      switch word.text {
      case "must": "under `menu`"
      case "again": "under `check`"
      default: "under a question"
      }
    return Diagnostic(
      title: "`\(word.text):` has no meaning here",
      labels: [Label(source: source, span: word.span, message: "it belongs \(place)")],
      notes: ["if it is prose, write `\\` before it"]
    )
  }

  /// `# name:` with nothing behind it.
  static func missingTitle(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this heading has no title",
      labels: [Label(source: source, span: span, message: "a title belongs behind the colon")]
    )
  }

  /// `? name:` with nothing behind it.
  static func missingPrompt(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question asks nothing",
      labels: [Label(source: source, span: span, message: "the question belongs behind the colon")]
    )
  }

  /// A label or line with no words.
  static func missingText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nothing stands behind the colon",
      labels: [Label(source: source, span: span, message: "words belong here")]
    )
  }

  /// `whn bipolar is yes:`, `Ask: …`.
  static func misspeltMark(_ source: SourceFile, _ word: Name, mark: String) -> Diagnostic {
    Diagnostic(
      title: "`\(word.text)` is nearly `\(mark)`",
      labels: [Label(source: source, span: word.span, message: "did you mean `\(mark)`?")],
      notes: [
        "as it stands, a patient would have read the line aloud",
        "if it is prose, write `\\` before it",
      ],
      fix: .replacing(source, word.span, with: mark)
    )
  }

  /// `and` beside `or`.
  static func mixedJoiners(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition mixes `and` with `or`",
      labels: [Label(source: source, span: span, message: "read aloud, it could mean two things")],
      notes: [
        "give one part a name, like `let at-risk = bipolar is yes or unsure`, and test `at-risk is true`"
      ]
    )
  }

  /// Two `( )` among `[ ]`.
  static func mixedOptions(_ source: SourceFile, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two answers both exclude all others",
      labels: [
        Label(source: source, span: span, message: "the second `( )` among `[ ]`"),
        Label(source: source, span: first, message: "the first"),
      ],
      notes: [
        "use `( )` for all lines of a choose-one question; among `[ ]`, only one line is `( )`"
      ]
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

  /// `else:`.
  static func noElse(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "there is no `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "every case is named")],
      notes: [
        "write `unless …:` with the same condition: it also holds for those who skipped the question"
      ]
    )
  }

  /// `is not`.
  static func noNot(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "there is no `\(word.text)` in a condition",
      labels: [Label(source: source, span: word.span, message: "conditions are positive")],
      notes: [
        "write `unless …` around the positive condition; it also holds for those who skipped the question"
      ]
    )
  }

  /// A line under `menu` that is no entry.
  static func notAMenuEntry(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a menu cannot hold this line",
      labels: [Label(source: source, span: span, message: "write `must: topic` or `=> guide`")],
      notes: ["the topics of a menu are the `##` headings that follow the step"]
    )
  }

  /// A line under a question that is no option.
  static func notAnOption(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a question cannot hold this line",
      labels: [
        Label(
          source: source,
          span: span,
          message: "an answer starts with `( )` or `[ ]`; prose stands above the question"
        )
      ],
      notes: ["what is said only after an answer stands under that answer, two spaces further in"]
    )
  }

  /// Bytes that are no text.
  static func notText(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this file is not plain text in UTF-8",
      labels: [Label(source: source, span: span, message: "no letter of UTF-8 starts here")],
      notes: ["in your editor, save the file again as plain text, with the encoding UTF-8"]
    )
  }

  /// A number was expected.
  static func numberExpected(_ source: SourceFile, _ word: Name) -> Diagnostic {
    Diagnostic(
      title: "a number is expected, not `\(word.text)`",
      labels: [Label(source: source, span: word.span, message: "digits, like `400` or `2.5`")]
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

  /// `( ) Label` without a name.
  static func optionNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this answer has no name",
      labels: [Label(source: source, span: span, message: "write `( ) name: What is read`")],
      fix: .inserting(source, at: span.start, "\(slug): ")
    )
  }

  /// An option line where no question stands.
  static func optionWithoutQuestion(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this answer belongs to no question",
      labels: [Label(source: source, span: span, message: "no `? name: …` line stands above it")],
      notes: ["answers stand right under their question, two spaces in"]
    )
  }

  /// A promise in no known form.
  static func promiseShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this promise cannot be read",
      labels: [Label(source: source, span: span, message: "not a form of promise")],
      notes: [
        "write `see X before Y`, `see X after Y`, `see X before end`, `never X`, "
          + "`at most N questions` or `at most N minutes`; `when …` or `unless …` may follow"
      ]
    )
  }

  /// `? id words` without a colon.
  static func questionNeedsColon(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this question has no name",
      labels: [Label(source: source, span: span, message: "write `? name: What is asked`")],
      fix: .inserting(source, at: span.start, "\(slug): ")
    )
  }

  /// `?id: …`.
  static func questionNeedsSpace(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a space belongs behind the `?`",
      labels: [Label(source: source, span: span, message: "`? name: …`")],
      fix: .inserting(source, at: span.end, " ", summary: "put a space behind it")
    )
  }

  /// A question nobody can answer.
  static func questionWithoutAnswers(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this question has no answers",
      labels: [Label(source: source, span: span, message: "nothing to choose stands under it")],
      notes: [
        "under it, two spaces in, write `( ) name: Label` lines, `[ ] name: Label` lines, "
          + "or a field like `[number 0 to 10]`"
      ]
    )
  }

  /// A line of an evidence, glossary or place file that is no `key: value`.
  static func recordShape(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this line is no record and no part of one",
      labels: [Label(source: source, span: span, message: "write `key: value`, or `claim name: …`")]
    )
  }

  /// A row without a name.
  static func rowNeedsName(_ source: SourceFile, _ span: Span, slug: String) -> Diagnostic {
    Diagnostic(
      title: "this row has no name",
      labels: [Label(source: source, span: span, message: "write `name: What is read`")],
      fix: .inserting(source, at: span.start, "\(slug): ")
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

  /// More options than fit.
  static func tooManyOptions(_ source: SourceFile, _ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      title: "this question has too many answers",
      labels: [Label(source: source, span: span, message: "a question may have \(limit) answers")],
      notes: ["ask a first question that sorts, then a second"]
    )
  }

  /// `word: …` with a word nobody knows.
  static func unknownMark(_ source: SourceFile, _ word: Name, among marks: [String]) -> Diagnostic {
    let near = suggestions(for: word.text, among: marks)
    return Diagnostic(
      title: "`\(word.text):` has no meaning here",
      labels: [
        Label(
          source: source,
          span: word.span,
          message: didYouMean(near) ?? "no line starts like this"
        )
      ],
      notes: [
        "a line for one of the lists starts with `ask:`, `tell:`, `flag:` or `aside:`",
        "if it is prose, write `\\` before it",
      ]
    )
  }

  /// An arrow that an editor has made pretty.
  static func wrongArrow(_ source: SourceFile, _ span: Span, mark: String) -> Diagnostic {
    Diagnostic(
      title: "this arrow is not `\(mark)`",
      labels: [Label(source: source, span: span, message: "did you mean `\(mark)`?")],
      notes: ["as it stands, a patient would have read the line aloud"],
      fix: .replacing(source, span, with: mark)
    )
  }

  /// A list mark from elsewhere.
  static func wrongBullet(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a list item starts with `- `",
      labels: [Label(source: source, span: span, message: "another sign stands here")],
      fix: .replacing(source, span, with: "-")
    )
  }

  /// `()`, `[x]`, `(x)` outside a check.
  static func wrongOptionMark(
    _ source: SourceFile,
    _ span: Span,
    mended: String,
    isJoined: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "an answer starts with `\(mended)` here",
      labels: [Label(source: source, span: span, message: "written otherwise")],
      notes: ["`( )` chooses one, `[ ]` any number; `(x)` is the right answer of a `check`"],
      fix: Fix(
        summary: "change it to `\(mended)`",
        edits: [Edit(source: source, span: span, replacement: isJoined ? mended + " " : mended)]
      )
    )
  }

  /// A condition in no known form.
  static func conditionShape(_ source: SourceFile, _ word: Name, whole: Span) -> Diagnostic {
    Diagnostic(
      title: "this condition cannot be read",
      labels: [Label(source: source, span: word.span, message: "not expected here")],
      notes: [
        "a condition reads like `bipolar is yes or unsure`, `worries includes memory`, "
          + "`price is at least 400`, `price is known` or `seen risks`"
      ]
    )
  }
}

extension Fix {
  /// Puts other letters in a place.
  public static func replacing(
    _ source: SourceFile,
    _ span: Span,
    with text: String,
    named words: String? = nil
  ) -> Fix {
    Fix(
      summary: "change it to \(words ?? "`\(text)`")",
      edits: [Edit(source: source, span: span, replacement: text)]
    )
  }

  /// Puts letters at a place.
  public static func inserting(
    _ source: SourceFile,
    at offset: Int,
    _ text: String,
    summary: String? = nil
  ) -> Fix {
    Fix(
      summary: summary ?? "put `\(text)` before it",
      edits: [Edit(source: source, span: Span(start: offset, end: offset), replacement: text)]
    )
  }
}

/// The question an author is asked when names are near: at most four, or nothing.
public func didYouMean(_ names: [String]) -> String? {
  guard let last = names.last else { return nil }
  let quoted = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
  return "did you mean \(quoted)\(quoted.isEmpty ? "" : " or ")`\(last)`?"
}
