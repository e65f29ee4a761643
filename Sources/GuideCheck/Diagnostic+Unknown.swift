import GuideSyntax
import SourceText

// What can be wrong with names: nothing is called so, alphabetically.
extension Diagnostic {
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
}
