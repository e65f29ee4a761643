import GuideSyntax
import SourceText

extension Script {
  /// The guide on how to get help that was part of the program when it was built: its words, without what it promises
  /// and cites, because the evidence of a content folder can lack it.
  static var builtInHelp: Script {
    let text = String(decoding: PackageResources.get_help_now_guide, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("promise:") }.map(withoutCitations)
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return parse(SourceFile(path: "get-help-now", bytes: bytes)).script
  }

  private static func withoutCitations(_ line: Substring) -> String {
    var text = ""
    var rest = line
    while let start = rest.firstRange(of: "[@") {
      text += rest[..<start.lowerBound]
      while text.hasSuffix(" ") { text.removeLast() }
      rest = rest[start.upperBound...].drop { $0 != "]" }.dropFirst()
    }
    return text + rest
  }
}
