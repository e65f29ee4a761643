import GuideSyntax
import SourceText

// Problems with names: duplicates, and words that cannot be names, in alphabetical order.
extension Diagnostic {
  /// Two guides with the same name.
  static func duplicateGuide(_ source: SourceFile, name: String, first: SourceFile) -> Diagnostic {
    Diagnostic(
      title: "two guides are named `\(name)`",
      labels: [
        Label(source: source, span: .empty, message: "second here"),
        Label(source: first, span: .empty, message: "first here"),
      ],
      notes: ["rename one of the two files"]
    )
  }

  /// Two things in a guide with the same name.
  static func duplicateName(_ source: SourceFile, _ name: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two things are named `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ],
      notes: ["a condition could not tell which one is meant; rename one of them"]
    )
  }

  /// Two answers to one question with the same name.
  static func duplicateOption(_ source: SourceFile, _ name: Name, first: Span) -> Diagnostic {
    Diagnostic(
      title: "two answers are named `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "second here"),
        Label(source: source, span: first, message: "first here"),
      ]
    )
  }

  /// Two records of the same kind with the same name.
  static func duplicateRecord(_ source: SourceFile, _ name: Name, kind: String) -> Diagnostic {
    Diagnostic(
      title: "two \(kind)s are named `\(name.text)`",
      labels: [Label(source: source, span: name.span, message: "this is the second one")],
      notes: ["a guide that cites it could not tell which one is meant; rename one of them"]
    )
  }

  /// A guide with the same name as a command.
  static func guideNamedLikeCommand(_ source: SourceFile, name: String) -> Diagnostic {
    Diagnostic(
      title: "a guide cannot be named `\(name)`",
      labels: [
        Label(source: source, span: .empty, message: "`\(name)` is a command of this program")
      ],
      notes: ["rename the file"]
    )
  }

  /// A question or a `let` with a name by which guides print what the clinic says about itself.
  static func nameOfClinic(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "names that begin with `\(ClinicDetails.prefix)` belong to `clinic.guide`",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "`{\(name.text)}` prints what `clinic.guide` says"
        )
      ],
      notes: ["choose another name"]
    )
  }

  /// A new question with the same name as a shared question.
  static func nameOfSharedQuestion(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is already a shared question",
      labels: [
        Label(source: source, span: name.span, message: "this is a second question with its name")
      ],
      notes: [
        "write `? \(name.text)` by itself to ask the shared question, or rename this one"
      ]
    )
  }

  /// A name that is a reserved word.
  static func reservedName(
    _ source: SourceFile,
    _ name: Name,
    among words: Set<String>
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a reserved word",
      labels: [Label(source: source, span: name.span, message: "it cannot be a name here")],
      notes: ["choose another name; these words are reserved: \(listed(words.sorted()))"]
    )
  }

  /// The name of a step where the name of a question or a `let` is expected.
  static func stepIsNoValue(_ source: SourceFile, _ name: Name) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is a step, not an answer",
      labels: [
        Label(source: source, span: name.span, message: "expected a question or a `let`")
      ],
      notes: ["to test whether the person saw it, write `seen \(name.text)`"]
    )
  }

  /// A subject that contains a word with a meaning in promises.
  static func subjectWord(_ source: SourceFile, _ subject: Name, word: String) -> Diagnostic {
    Diagnostic(
      title: "the subject `\(subject.text)` contains the word `\(word)`",
      labels: [Label(source: source, span: subject.span, message: "use other words")],
      notes: ["in a promise such as `see X before Y`, it would not be clear where the subject ends"]
    )
  }
}
