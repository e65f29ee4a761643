import GuideSyntax
import SourceText

// Problems in the structure of a guide: its steps and its questions, in alphabetical order.
extension Diagnostic {
  /// Something after a jump that is always taken.
  static func afterJump(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this is never reached",
      labels: [Label(source: source, span: span, message: "the jump above it is always taken")],
      notes: ["give the jump a condition (`-> step when …`), or move this above the jump"]
    )
  }

  /// An `again:` under a question that is not a `check`.
  static func againWithoutCheck(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "only a `check` can have `again:`",
      labels: [Label(source: source, span: span, message: "this question is asked only once")],
      notes: [
        "write `check` instead of `?` and mark the right answer with `(x)`, or remove this line"
      ]
    )
  }

  /// Something between the header and the first step.
  static func beforeFirstStep(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this comes before the first step",
      labels: [
        Label(
          source: source,
          span: span,
          message: "put it under a line such as `# start: Welcome`"
        )
      ],
      notes: ["only `house.guide` can have questions here, for all guides to share"]
    )
  }

  /// A row of `compare` that does not mention every option.
  static func cellMissing(_ source: SourceFile, _ row: Name, options: [String]) -> Diagnostic {
    Diagnostic(
      title: "the row `\(row.text)` has nothing for \(listed(options))",
      labels: [
        Label(source: source, span: row.span, message: "a row needs a line for every option")
      ],
      notes: ["if nothing is known, write `Not known.` and cite why"]
    )
  }

  /// A `check` that does not ask people to choose one answer.
  static func checkWithoutChoice(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a `check` needs answers to choose from",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write its answers as `( )` and `(x)` lines"
        )
      ]
    )
  }

  /// A `check` without a right answer.
  static func checkWithoutRight(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has no right answer",
      labels: [Label(source: source, span: name.span, message: "mark one answer with `(x)`")]
    )
  }

  /// A `compare` in a guide whose header has no options.
  static func compareWithoutDecision(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "there is nothing to compare",
      labels: [
        Label(source: source, span: span, message: "the header has no `option name: Label` lines")
      ],
      notes: ["only a guide with `kind: decision aid` can compare options"]
    )
  }

  /// A row of `compare` that mentions one option twice.
  static func duplicateCell(_ source: SourceFile, _ option: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "this row has two lines for `\(option.text)`",
      labels: [
        Label(source: source, span: option.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["as written, patients would see only one of them"]
    )
  }

  /// A guide without steps.
  static func guideWithoutSteps(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "this guide has no steps",
      labels: [
        Label(
          source: source,
          span: .empty,
          message: "start a step with a line such as `# start: Welcome`"
        )
      ],
      consequenceOf: .unreadHeader
    )
  }

  /// A `->` to an earlier step.
  static func jumpBackward(_ source: SourceFile, _ name: Name, step: Span) -> Diagnostic {
    Diagnostic(
      title: "`->` can only go forward",
      labels: [
        Label(source: source, span: name.span, message: "`\(name.text)` comes earlier"),
        Label(source: source, span: step, message: "here"),
      ],
      notes: ["people go back by typing `back`; put what they may want to see again in a `menu`"],
      kinds: .wrongJump
    )
  }

  /// A `->` in a topic.
  static func jumpInTopic(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "a topic cannot be left with `->`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a topic always returns to where it was opened"
        )
      ],
      notes: ["to show something only to some people, put it under `when …:`"],
      kinds: .wrongJump
    )
  }

  /// A `->` to a topic or a guide.
  static func jumpToTopic(
    _ source: SourceFile,
    _ name: Name,
    arrow: Span,
    isGuide: Bool
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a \(isGuide ? "guide" : "topic"), so visit it with `=>`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "write `=> \(name.text)` to look at it and come back"
        )
      ],
      fix: .replacing(source, arrow, with: "=>"),
      kinds: .wrongJump
    )
  }

  /// A menu in a topic.
  static func menuInTopic(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "a topic cannot have a menu",
      labels: [Label(source: source, span: span, message: "put menus in steps (`#`)")]
    )
  }

  /// A menu without topics.
  static func menuWithoutTopics(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this menu has no topics",
      labels: [
        Label(source: source, span: span, message: "no topics (`## name: Title`) follow its step")
      ],
      consequenceOf: [.unreadLine, .unknownName]
    )
  }

  /// A menu whose topics depend on too many conditions.
  static func menuWithManyConditions(_ source: SourceFile, _ span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      title: "this menu depends on too many conditions",
      labels: [
        Label(source: source, span: span, message: "it can have \(most) different conditions")
      ],
      notes: [
        "give a condition a name with `let`, use the same condition twice, or write `when` inside a topic"
      ]
    )
  }

  /// A question whose answers are all under conditions.
  static func noOpenOption(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "every answer to `\(name.text)` can be hidden",
      labels: [
        Label(source: source, span: name.span, message: "put at least one answer outside `when`")
      ],
      notes: ["as written, some patients would be asked but have nothing to choose"]
    )
  }

  /// A number of a list that does not come after the one before it, if there is one.
  static func numberOutOfOrder(_ source: SourceFile, _ span: Span, after last: Int?) -> Diagnostic {
    Diagnostic(
      title: "the numbers of this list are not in order",
      labels: [
        Label(
          source: source,
          span: span,
          message: last.map { "after \($0) comes \($0 + 1)" } ?? "a list begins with 1"
        )
      ],
      notes: [
        "people see the items counted: 1, 2, 3; between two lists, write a sentence",
        "if these are words of a paragraph, put `\\` before them",
      ]
    )
  }

  /// A topic or a guide that is offered, or must be read, on two conditions.
  static func offeredTwice(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has two conditions in this menu",
      labels: [Label(source: source, span: name.span, message: "this is the second")],
      notes: ["join them in one line with `and` or `or`"]
    )
  }

  /// An `offer` without a condition.
  static func offerWithoutCondition(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "this `offer` has no condition",
      labels: [Label(source: source, span: name.span, message: "to whom is it offered?")],
      notes: [
        "write `offer: \(name.text) when …`; without this line, everybody is offered the topic"
      ]
    )
  }

  /// A visit that leads back to itself.
  static func visitCycle(_ source: SourceFile, _ span: Span) -> Diagnostic {
    Diagnostic(
      title: "this visit leads back to itself",
      labels: [
        Label(source: source, span: span, message: "what it visits leads back here")
      ],
      notes: ["patients would go around in circles; remove one of the visits"]
    )
  }

  /// A `=>` to a guide that is closed, because something in it must be fixed first.
  static func visitToClosed(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "the guide `\(name.text)` is closed, so this one is, too",
      labels: [Label(source: source, span: name.span, message: "it has problems of its own")],
      notes: ["fix those, or take this visit out"]
    )
  }

  /// A `=>` to a step.
  static func visitToStep(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a step, so it cannot be visited",
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
