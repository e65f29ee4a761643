import GuideSyntax
import SourceText

extension Diagnostic {
  /// A name that nothing has: the nearest names are offered, and the nearest is the fix.
  ///
  /// - Parameters:
  ///   - title: What was seen.
  ///   - source: Where it stands.
  ///   - name: The name.
  ///   - names: What could have been meant.
  ///   - otherwise: What is said when no name is near.
  ///   - notes: What the patient would have seen, and what to do.
  ///   - function: The caller, which names the diagnostic.
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
      fix: mend(source, name, names),
      kinds: .unknownName
    )
  }

  /// The names in a row, at most twelve.
  package static func listed(_ names: [String], joiner: String = "and") -> String {
    let quoted = names.prefix(12).map { "`\($0)`" }
    if names.count > 12 { return quoted.joined(separator: ", ") + " …" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " \(joiner) \(last)"
  }

  /// The fix that puts the nearest name in the place of one that nothing is called.
  static func mend(_ source: SourceFile, _ name: Name, _ names: [String]) -> Fix? {
    suggestions(for: name.text, among: names).first.map { .replacing(source, name.span, with: $0) }
  }
}
