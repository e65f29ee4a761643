import CallsForHelp
import GuideSyntax
import SourceText

// Problems in the word classes and patterns of a place file, in alphabetical order.
extension Diagnostic {
  /// A phrase in the form before there were patterns.
  static func oldPhrase(_ source: SourceFile, _ keyword: Name, _ text: String) -> Diagnostic {
    Diagnostic(
      severity: .warning,
      title: "`phrase:` is the old form of a call for help",
      labels: [
        Label(source: source, span: keyword.span, message: "write `call door: \(text)`")
      ],
      notes: ["it still opens help, but no door comes first"]
    )
  }

  /// A pattern that cannot be read.
  static func patternShape(
    _ source: SourceFile,
    _ pattern: Name,
    _ problem: CallPattern.Problem
  ) -> Diagnostic {
    let message =
      switch problem {
      case .unreadable(let part): "`\(part)` is not a part of a pattern"
      case .unknownClass(let name): "there is no class `\(name)`"
      case .noWord: "there is no word that has to be there"
      case .tooFree:
        "more than \(CallPattern.mostFreeParts) gaps, or words that may be missing"
      case .tooManyParts: "more than \(CallPattern.mostPartsInAnyOrder) parts with `&`"
      }
    return Diagnostic(
      title: "this pattern cannot be read",
      labels: [Label(source: source, span: pattern.span, message: message)],
      notes: [
        "a pattern has words, classes such as `[take]`, and gaps such as `(2)` for up to two other "
          + "words, at most \(CallPattern.mostOthers); `?` after a word or a class means that it may be "
          + "missing, `<` that a sentence begins here, and `>` that it ends here"
      ]
    )
  }

  /// A door that the place file does not have.
  static func unknownDoor(_ source: SourceFile, _ name: Name, among known: [String]) -> Diagnostic {
    Diagnostic(
      title: "there is no door `\(name.text)`",
      labels: [
        Label(source: source, span: name.span, message: "no `door \(name.text):` in this file")
      ],
      notes: notes(name.text, among: known)
    )
  }

  /// A class of words that the place file does not have.
  static func unknownWordClass(
    _ source: SourceFile,
    _ pattern: Name,
    name: String,
    among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      title: "there is no word class `\(name)`",
      labels: [
        Label(source: source, span: pattern.span, message: "no `words \(name): …` in this file")
      ],
      notes: notes(name, among: known)
    )
  }

  private static func notes(_ name: String, among known: [String]) -> [String] {
    didYouMean(suggestions(for: name, among: known)).map { [$0] } ?? []
  }
}
