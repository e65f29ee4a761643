import GuideSyntax
import SourceText

extension Diagnostic {
  /// A diagnostic about an unknown name.
  ///
  /// It suggests similar names, and the most similar is the fix.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - source: The file that uses the name.
  ///   - name: The name.
  ///   - names: The names that could have been meant.
  ///   - otherwise: The label when no name is similar.
  ///   - notes: What patients would have seen, and what to do.
  ///   - function: The calling factory, which gives the diagnostic its id.
  /// - Returns: The diagnostic.
  static func unknown(
    _ title: String,
    _ source: SourceFile,
    _ name: Name,
    among names: [String],
    otherwise: String,
    notes: [String] = [],
    function: String = #function
  ) -> Diagnostic {
    let near = didYouMean(suggestions(for: name.text, among: names))
    return Diagnostic(
      function,
      title: title,
      labels: [Label(source: source, span: name.span, message: near ?? otherwise)],
      notes: notes,
      fix: fix(source, name, names),
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

  /// Returns a fix that replaces `name` with the most similar of `names`, or `nil` if none is similar.
  static func fix(_ source: SourceFile, _ name: Name, _ names: [String]) -> Fix? {
    suggestions(for: name.text, among: names).first.map { .replacing(source, name.span, with: $0) }
  }
}
