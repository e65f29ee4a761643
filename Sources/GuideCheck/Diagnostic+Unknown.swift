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
    unknown(
      "`\(question)` has no answer `\(name.text)`",
      source,
      name,
      among: answers,
      otherwise: "nobody can have chosen it",
      notes: [
        "as it stands, no patient would ever see what depends on it",
        "its answers are \(listed(answers))",
      ]
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
      fix: mend(source, name, names),
      kinds: .unknownName
    )
  }

  /// A claim nobody made.
  static func unknownClaim(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no claim is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the evidence"
    )
  }

  /// An option the decision does not have.
  static func unknownDecisionOption(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "the decision has no option `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the header",
      notes: names.isEmpty ? [] : ["its options are \(listed(names))"]
    )
  }

  /// A field a record does not have.
  static func unknownField(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "`\(name.text):` means nothing in this record",
      source,
      name,
      among: names,
      otherwise: "known are \(listed(names))"
    )
  }

  /// A figure nobody made.
  static func unknownFigure(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no figure is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the evidence"
    )
  }

  /// A guide that is not there.
  static func unknownGuide(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no guide is called `\(name.text)`",
      source,
      name,
      among: names.filter { $0 != "house" },
      otherwise: "no file of this name in `guides`"
    )
  }

  /// A header key nobody reads.
  static func unknownHeader(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "`\(name.text):` means nothing in the header",
      source,
      name,
      among: names,
      otherwise: "nothing reads it"
    )
  }

  /// A kind that is none.
  static func unknownKind(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is not the kind of this file",
      labels: [
        Label(source: source, span: name.span, message: "write \(listed(names, joiner: "or"))")
      ],
      fix: mend(source, name, names),
      kinds: .unknownName
    )
  }

  /// A name in a condition or an equation that stands for nothing.
  static func unknownName(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    unknown(
      "no question and no `let` is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "stands for nothing in this guide"
    )
  }

  /// Something seen that cannot be seen.
  static func unknownPlace(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "nothing that can be seen is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "a step, topic, question, guide, claim, figure or subject"
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
      fix: mend(source, name, names),
      kinds: .unknownName
    )
  }

  /// A shared question the house does not have.
  static func unknownSharedQuestion(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "the house has no question `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not defined in `house.guide`",
      notes: ["a question of this guide's own needs its words: `? \(name.text): What is asked`"]
    )
  }

  /// A source that is not in the register.
  static func unknownSource(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no source is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in `evidence/sources.json`"
    )
  }

  /// A step that is not there.
  static func unknownStep(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    unknown(
      "no step is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not the name of a step"
    )
  }

  /// A subject that is not in the house's list.
  static func unknownSubject(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "the house has no subject `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not among the `subjects:` of `house.guide`"
    )
  }

  /// A topic that is not there.
  static func unknownTopic(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no topic and no guide is called `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not a topic of this step"
    )
  }
}
