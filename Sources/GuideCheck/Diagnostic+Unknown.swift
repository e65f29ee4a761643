import GuideSyntax
import SourceText

// Names that do not refer to anything, in alphabetical order.
extension Diagnostic {
  /// An answer that the question does not have.
  static func unknownAnswer(
    _ source: SourceFile,
    _ name: Name,
    question: String,
    among answers: [String]
  ) -> Diagnostic {
    unknown(
      "`\(question)` has no answer named `\(name.text)`",
      source,
      name,
      among: answers,
      otherwise: "nobody can choose it",
      notes: [
        "as written, no patient would ever see what depends on it",
        "its answers are \(listed(answers))",
      ]
    )
  }

  /// An arm that the figure does not have.
  static func unknownArm(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    unknown(
      "this figure has no arm named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "its arms are \(listed(names))",
      isEvidence: true
    )
  }

  /// A certainty that is not one of the known levels.
  static func unknownCertainty(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "`\(name.text)` is not a certainty level",
      labels: [
        Label(source: source, span: name.span, message: "write \(listed(names, joiner: "or"))")
      ],
      fix: fix(source, word: name, among: names),
      kinds: .unknownName
    )
  }

  /// A claim that is not in the evidence.
  static func unknownClaim(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no claim is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the evidence",
      isEvidence: true
    )
  }

  /// An option that the decision does not have.
  static func unknownDecisionOption(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "the decision has no option named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the header",
      notes: names.isEmpty ? [] : ["its options are \(listed(names))"]
    )
  }

  /// A field that this kind of record does not have.
  static func unknownField(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "`\(name.text):` has no meaning in this record",
      source,
      name,
      among: names,
      otherwise: "this record can have \(listed(names))"
    )
  }

  /// A figure that is not in the evidence.
  static func unknownFigure(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no figure is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the evidence",
      isEvidence: true
    )
  }

  /// A guide that does not exist.
  static func unknownGuide(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no guide is named `\(name.text)`",
      source,
      name,
      among: names.filter { $0 != "house" },
      otherwise: "there is no such file in `guides`"
    )
  }

  /// A header line with an unknown key.
  static func unknownHeader(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "`\(name.text):` has no meaning in the header",
      source,
      name,
      among: names,
      otherwise: "nothing uses it"
    )
  }

  /// A kind that a file in this place cannot have.
  static func unknownKind(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      title: "this file cannot be of the kind `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "write \(listed(names, joiner: "or"))")
      ],
      fix: fix(source, word: name, among: names),
      kinds: .unknownName
    )
  }

  /// A measure that figures cannot have.
  static func unknownMeasure(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "`\(name.text)` is not a measure",
      source,
      name,
      among: names,
      otherwise: "a measure is one of \(listed(names))"
    )
  }

  /// A name in a condition or an equation that does not refer to anything.
  static func unknownName(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    unknown(
      "no question or `let` is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not defined in this guide"
    )
  }

  /// A name after `seen`, `sees`, `see`, or `never` that does not refer to anything people can see.
  static func unknownPlace(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "nothing that people can see is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "expected a step, topic, question, guide, claim, figure, or subject"
    )
  }

  /// A kind of record that belongs in another file.
  static func unknownRecord(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    Diagnostic(
      title: "`\(name.text)` records do not belong in this file",
      labels: [
        Label(
          source: source,
          span: name.span,
          message: "a record here must be a \(listed(names, joiner: "or a"))"
        )
      ],
      fix: fix(source, word: name, among: names),
      kinds: .unknownName
    )
  }

  /// A shared question that `house.guide` does not have.
  static func unknownSharedQuestion(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "no shared question is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not defined in `house.guide`",
      notes: [
        "to ask a question of this guide's own, write its text too: `? \(name.text): Question?`"
      ]
    )
  }

  /// A source that is not in `sources.json`.
  static func unknownSource(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no source is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in `evidence/sources.json`",
      isEvidence: true
    )
  }

  /// A step that the guide does not have.
  static func unknownStep(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic {
    unknown(
      "no step is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "this guide has no such step"
    )
  }

  /// A subject that is not listed in `house.guide`.
  static func unknownSubject(
    _ source: SourceFile,
    _ name: Name,
    among names: [String]
  ) -> Diagnostic {
    unknown(
      "no subject is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "not in the `subjects:` line of `house.guide`",
      isEvidence: true
    )
  }

  /// A topic that the step does not have.
  static func unknownTopic(_ source: SourceFile, _ name: Name, among names: [String]) -> Diagnostic
  {
    unknown(
      "no topic or guide is named `\(name.text)`",
      source,
      name,
      among: names,
      otherwise: "this step has no such topic"
    )
  }
}
