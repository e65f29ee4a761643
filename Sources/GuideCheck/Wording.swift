import GuideSyntax
import SourceText

extension Diagnostic {
  /// A diagnostic about an unknown name.
  ///
  /// It suggests similar names.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - source: The file that uses the name.
  ///   - name: The name.
  ///   - names: The names that could have been meant.
  ///   - otherwise: The label when no name is similar.
  ///   - notes: What patients would have seen, and what to do.
  ///   - isEvidence: Whether it names what a text is based on, which is never guessed.
  ///   - function: The calling factory, which gives the diagnostic its id.
  /// - Returns: The diagnostic.
  static func unknown(
    _ title: String,
    _ source: SourceFile,
    _ name: Name,
    among names: [String],
    otherwise: String,
    notes: [String] = [],
    isEvidence: Bool = false,
    function: String = #function
  ) -> Diagnostic {
    let near = didYouMean(suggestions(for: name.text, among: names))
    return Diagnostic(
      function,
      title: title,
      labels: [Label(source: source, span: name.span, message: near ?? otherwise)],
      notes: notes,
      fix: isEvidence ? nil : plainFix(source, name, names),
      kinds: .unknownName
    )
  }

  /// Returns `names` in backticks as a list in words, cut off after twelve.
  package static func listed(_ names: [String], joiner: String = "and") -> String {
    let quoted = names.prefix(12).map { "`\($0)`" }
    if names.count > 12 { return quoted.joined(separator: ", ") + " …" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " \(joiner) \(last)"
  }

  /// Returns a fix that replaces `name` with the one of `names` that it is a slip of, or has the same letters and
  /// digits as; nil if there is not exactly one.
  ///
  /// A name that is only similar may be another answer or another step, so it is only suggested.
  private static func plainFix(_ source: SourceFile, _ name: Name, _ names: [String]) -> Fix? {
    func letters(_ name: String) -> String {
      name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let same = Set(names.filter { letters($0) == letters(name.text) || isSlip(name.text, of: $0) })
    return same.count == 1 ? same.first.map { .replacing(source, name.span, with: $0) } : nil
  }

  /// Returns a fix that replaces a word of the language with the most similar of all that can stand there, or `nil` if
  /// there is none or more than one.
  static func fix(_ source: SourceFile, word: Name, among words: [String]) -> Fix? {
    let near = suggestions(for: word.text, among: words)
    return near.count == 1 ? .replacing(source, word.span, with: near[0]) : nil
  }
}
