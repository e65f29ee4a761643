import GuideSyntax
import SourceText

extension Diagnostic {
  /// The question an author is asked when names are near, or else these words.
  static func message(_ name: String, _ names: [String], otherwise: String) -> String {
    didYouMean(suggestions(for: name, among: names)) ?? otherwise
  }

  /// The names in a row, at most twelve.
  static func listed(_ names: [String], joiner: String = "and") -> String {
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
