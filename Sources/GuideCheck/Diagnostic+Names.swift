import GuideSyntax
import SourceText

// What can be wrong with names: nothing of that name, two of it, or a thing of another kind.
extension Diagnostic {
  /// Two things of one name.
  static func duplicateName(_ source: SourceFile, _ name: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two things are called `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["a condition could not tell which is meant; give one of them another name"]
    )
  }

  /// Two answers of one name.
  static func duplicateOption(_ source: SourceFile, _ name: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two answers are called `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// Two guides of one name.
  static func duplicateGuide(_ source: SourceFile, name: String, first: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "two guides are called `\(name)`",
      labels: [
        Label(source: source, span: .empty, message: "second here"),
        Label(source: first, span: .empty, message: "first here"),
      ],
      notes: ["give one of the two files another name"]
    )
  }

  /// Two records of one name.
  static func duplicateRecord(_ source: SourceFile, _ name: Name, kind: String) -> Diagnostic {
    Diagnostic(
      title: "two \(kind)s are called `\(name.text)`",
      labels: [Label(source: source, span: name.span, message: "the second of this name")],
      notes: ["a guide could not tell which one it cites; give one of them another name"]
    )
  }

  /// A guide called like a command.
  static func guideNamedLikeCommand(_ source: SourceFile, name: String) -> Diagnostic {
    Diagnostic(
      title: "a guide cannot be called `\(name)`",
      labels: [
        Label(source: source, span: .empty, message: "`\(name)` is a command of the program")
      ],
      notes: ["give the file another name"]
    )
  }

  /// A name the house has given to a question.
  static func nameOfSharedQuestion(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a question of the house",
      labels: [Label(source: source, span: name.span, message: "asked here a second time")],
      notes: [
        "write `? \(name.text)` alone to ask the house's question, or give this one another name"
      ]
    )
  }

  /// A word that means something else.
  static func reservedName(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has a meaning of its own",
      labels: [Label(source: source, span: name.span, message: "cannot be a name here")],
      notes: ["give it another name"]
    )
  }

  /// A step where a value is expected.
  static func stepIsNoValue(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a step, not an answer",
      labels: [
        Label(source: source, span: name.span, message: "a question or a `let` is expected")
      ],
      notes: ["to ask whether it was looked at, write `seen \(name.text)`"]
    )
  }

  /// An answer no question has.
  static func unknownAnswer(
    _ source: SourceFile,
    _ name: Name,
    question: String,
    among answers: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(question)` has no answer `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, answers, otherwise: "nobody can have chosen it")
        )
      ],
      notes: [
        "as it stands, no patient would ever see what depends on it",
        "its answers are \(listed(answers))",
      ],
      fix: mend(source, name, answers)
    )
  }

  /// A claim nobody made.
  static func unknownClaim(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "no claim is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not in the evidence")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A certainty that is none.
  static func unknownCertainty(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is no certainty",
      labels: [
        Label(source: source, span: name.span, message: "write \(listed(names, joiner: "or"))")
      ],
      fix: mend(source, name, names)
    )
  }

  /// An option the decision does not have.
  static func unknownDecisionOption(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "the decision has no option `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not in the header")
        )
      ],
      notes: names.isEmpty ? [] : ["its options are \(listed(names))"],
      fix: mend(source, name, names)
    )
  }

  /// A field a record does not have.
  static func unknownField(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "`\(name.text):` means nothing in this record",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "known are \(listed(names))")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A figure nobody made.
  static func unknownFigure(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "no figure is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not in the evidence")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A guide that is not there.
  static func unknownGuide(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    let names = names.filter { $0 != "house" }
    return Diagnostic(
      title: "no guide is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "no file of this name in `guides`")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A header key nobody reads.
  static func unknownHeader(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "`\(name.text):` means nothing in the header",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "nothing reads it")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A kind that is none.
  static func unknownKind(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is not the kind of this file",
      labels: [
        Label(source: source, span: name.span, message: "write \(listed(names, joiner: "or"))")
      ],
      fix: mend(source, name, names)
    )
  }

  /// A name in a condition or an equation that stands for nothing.
  static func unknownName(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      title: "no question and no `let` is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "stands for nothing in this guide")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// Something seen that cannot be seen.
  static func unknownPlace(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "nothing that can be seen is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(
            name.text,
            names,
            otherwise: "a step, topic, question, guide, claim, figure or subject"
          )
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A record of another file.
  static func unknownRecord(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "this file holds no `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a record here is a \(listed(names, joiner: "or a"))"
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A shared question the house does not have.
  static func unknownSharedQuestion(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "the house has no question `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not defined in `house.guide`")
        )
      ],
      notes: ["a question of this guide's own needs its words: `? \(name.text): What is asked`"],
      fix: mend(source, name, names)
    )
  }

  /// A source that is not in the register.
  static func unknownSource(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "no source is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not in `evidence/sources.json`")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A step that is not there.
  static func unknownStep(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      title: "no step is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not the name of a step")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A subject that is not in the house's list.
  static func unknownSubject(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "the house has no subject `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(
            name.text,
            names,
            otherwise: "not among the `subjects:` of `house.guide`"
          )
        )
      ],
      fix: mend(source, name, names)
    )
  }

  /// A subject that a promise could not name.
  static func subjectWord(_ source: SourceFile, _ subject: Name, word: String) -> Diagnostic {
    Diagnostic(
      title: "the subject `\(subject.text)` has the word `\(word)` in it",
      labels: [Label(source: source, span: subject.span, message: "give it other words")],
      notes: ["a promise like `see X before Y` could not tell where the subject ends"]
    )
  }

  /// A topic that is not there.
  static func unknownTopic(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "no topic and no guide is called `\(name.text)`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: message(name.text, names, otherwise: "not a topic of this step")
        )
      ],
      fix: mend(source, name, names)
    )
  }

  // MARK: wording

  private static func message(_ name: String, _ names: [String], otherwise: String) -> String {
    didYouMean(suggestions(for: name, among: names)) ?? otherwise
  }

  static func listed(_ names: [String], joiner: String = "and") -> String {
    let quoted = names.prefix(12).map { "`\($0)`" }
    if names.count > 12 { return quoted.joined(separator: ", ") + " …" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " \(joiner) \(last)"
  }

  private static func mend(_ source: SourceFile, _ name: Name, _ names: [String]) -> Fix? {
    suggestions(for: name.text, among: names).first.map { .replacing(source, name.span, with: $0) }
  }
}
