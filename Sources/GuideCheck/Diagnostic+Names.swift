import GuideSyntax
import SourceText

// What can be wrong with names: two of one name, or a name that cannot be one, alphabetically.
extension Diagnostic {
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
  static func reservedName(
    _ source: SourceFile,
    _ name: Name,
    among words: Set<String>
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` has a meaning of its own",
      labels: [Label(source: source, span: name.span, message: "cannot be a name here")],
      notes: ["give it another name; these words cannot be one: \(listed(words.sorted()))"]
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

  /// A subject that a promise could not name.
  static func subjectWord(_ source: SourceFile, _ subject: Name, word: String) -> Diagnostic {
    Diagnostic(
      title: "the subject `\(subject.text)` has the word `\(word)` in it",
      labels: [Label(source: source, span: subject.span, message: "give it other words")],
      notes: ["a promise like `see X before Y` could not tell where the subject ends"]
    )
  }
}
