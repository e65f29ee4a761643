import GuideSyntax
import SourceText

// What can be wrong with the shape of a guide: its walk and its questions, alphabetically.
extension Diagnostic {
  /// Something behind an unconditional jump.
  static func afterJump(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "nobody can come here",
      labels: [Label(source: source, span: span, message: "the jump above it always leaves")],
      notes: ["give the jump a condition (`-> step when …`), or move this before it"]
    )
  }

  /// `again:` under a question that is no check.
  static func againWithoutCheck(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "only a `check` is asked a second time",
      labels: [Label(source: source, span: span, message: "other words for a second try")],
      notes: [
        "write `check` in the place of `?`, and `(x)` before the right answer; or leave this out"
      ]
    )
  }

  /// Something between header and first step.
  static func beforeFirstStep(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this stands before the first step",
      labels: [
        Label(
          source: source,
          span: span,
          message: "it belongs under a line like `# start: Welcome`"
        )
      ],
      notes: ["only `house.guide` has questions here: those that every guide may ask"]
    )
  }

  /// A row without one of the options.
  static func cellMissing(_ source: SourceFile, _ row: Name, options: [String]) -> Diagnostic {
    Diagnostic(
      title: "the row `\(row.text)` leaves out \(listed(options))",
      labels: [Label(source: source, span: row.span, message: "every option is compared")],
      notes: ["if nothing is known, write `Not known.` and cite why"]
    )
  }

  /// A check that is no choice.
  static func checkWithoutChoice(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a `check` chooses one answer",
      labels: [
        Label(source: source, span: name.span, message: "`( )` and `(x)` lines are expected")
      ]
    )
  }

  /// A check without a right answer.
  static func checkWithoutRight(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "no answer of `\(name.text)` is right",
      labels: [Label(source: source, span: name.span, message: "mark one with `(x)`")]
    )
  }

  /// `compare` outside a decision aid.
  static func compareWithoutDecision(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "there is nothing to compare",
      labels: [
        Label(source: source, span: span, message: "the header has no `option name: Label` lines")
      ],
      notes: ["options are compared in a guide of `kind: decision aid`"]
    )
  }

  /// Two cells of a row for one option.
  static func duplicateCell(_ source: SourceFile, _ option: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "this row speaks of `\(option.text)` twice",
      labels: [
        Label(source: source, span: option.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["as it stands, a patient would read only one of them"]
    )
  }

  /// A guide with no step.
  static func guideWithoutSteps(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this guide has no step",
      labels: [
        Label(
          source: source,
          span: .empty,
          message: "a step starts with a line like `# start: Welcome`"
        )
      ],
      consequenceOf: .unreadHeader
    )
  }

  /// `->` to a place further up.
  static func jumpBackward(_ source: SourceFile, _ name: Name, step: Span) -> Diagnostic {
    Diagnostic(
      title: "`->` goes forward only",
      labels: [
        Label(source: source, span: name.span, message: "`\(name.text)` stands further up"),
        Label(source: source, span: step, message: "here"),
      ],
      notes: ["people go back by typing `back`; what may be looked at again belongs in a `menu`"],
      kinds: .wrongJump
    )
  }

  /// `->` in a topic.
  static func jumpInTopic(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a topic is not left by `->`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a topic always returns to where it was opened"
        )
      ],
      notes: ["use `when …:` around what only some should read"],
      kinds: .wrongJump
    )
  }

  /// `->` to a topic or guide.
  static func jumpToTopic(
    _ source: SourceFile,
    _ name: Name,
    arrow: Span,
    isGuide: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a \(isGuide ? "guide" : "topic"), and is visited",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write `=> \(name.text)`: look at it and come back"
        )
      ],
      fix: .replacing(source, arrow, with: "=>"),
      kinds: .wrongJump
    )
  }

  /// A menu in a topic.
  static func menuInTopic(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a topic has no menu of its own",
      labels: [Label(source: source, span: span, message: "menus stand in steps (`#`)")]
    )
  }

  /// A menu with nothing to choose.
  static func menuWithoutTopics(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this menu offers nothing",
      labels: [
        Label(source: source, span: span, message: "no topic (`## name: Title`) follows the step")
      ],
      consequenceOf: [.unreadLine, .unknownName]
    )
  }

  /// A question all of whose options are guarded.
  static func noOpenOption(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "all answers of `\(name.text)` can be hidden",
      labels: [
        Label(source: source, span: name.span, message: "one answer must stand outside `when`")
      ],
      notes: ["as it stands, some patients would be asked and have nothing to choose"]
    )
  }

  /// A ring of visits.
  static func visitCycle(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this visit leads back to itself",
      labels: [
        Label(source: source, span: span, message: "what it visits visits this, in the end")
      ],
      notes: ["a patient would go round; take one of the visits out"]
    )
  }

  /// `=>` to a step.
  static func visitToStep(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a step, and is not visited",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write `-> \(name.text)`, or make it a topic (`##`)"
        )
      ]
    )
  }
}
