import Foundation
import SourceText

/// Writes the pages of `beforehand explain` as Swift, from the comments in the sources and the goldens of each
/// diagnostic, so that both are written once and the program does not need separate files.
///
///     embed OUTPUT SOURCES GOLDENS
@main
struct Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
    guard arguments.count == 3 else { fatalError("embed OUTPUT SOURCES GOLDENS") }
    let meanings = try meanings(in: arguments[1])
    let goldens = try goldens(in: arguments[2])
    let pages = meanings.keys.sorted().map { id in
      """
        Explanation(
          id: "\(id)",
          meaning: \(literal(meanings[id] ?? "")),
          golden: \(literal(goldens[id] ?? ""))
        ),
      """
    }
    let text = "let explanations: [Explanation] = [\n" + pages.joined(separator: "\n") + "\n]\n"
    try Data(text.utf8).write(to: arguments[0])
  }

  /// What the comment above each factory of a diagnostic says, by the diagnostic's id.
  private static func meanings(in sources: URL) throws -> [String: String] {
    var meanings: [String: String] = [:]
    let factory = /((?:  \/\/\/.*\n)+)  static func (\w+)\([^{]*?\) -> Diagnostic\s*\{/
    for file in try files(under: sources) where isFactory(file) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: factory) {
        let id = Diagnostic(String(match.2), title: "", labels: []).id
        let lines = match.1.split(separator: "\n")
          .map { $0.drop { $0 == " " || $0 == "/" } }.prefix { !$0.hasPrefix("- ") }
        meanings[id] = lines.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
    return meanings
  }

  /// Whether a file makes diagnostics: it holds those of one kind, or a rule and its own.
  private static func isFactory(_ file: URL) -> Bool {
    file.pathExtension == "swift"
      && (file.lastPathComponent.hasPrefix("Diagnostic+")
        || file.deletingLastPathComponent().lastPathComponent == "GuideRules")
  }

  /// The golden of each diagnostic, by the id in its message; of several, the shortest.
  private static func goldens(in folder: URL) throws -> [String: String] {
    var goldens: [String: String] = [:]
    for file in try files(under: folder) where file.pathExtension == "golden" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard let match = text.firstMatch(of: /=== message\n(?:error|warning)\[([a-z0-9-]+)\]/) else {
        continue
      }
      let id = String(match.1)
      if let known = goldens[id], known.utf8.count <= text.utf8.count { continue }
      goldens[id] = text
    }
    return goldens
  }

  private static func files(under folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0) }
  }

  /// The text as a Swift literal, no matter what is in it.
  private static func literal(_ text: String) -> String {
    let lines = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\\", "\"": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return "\"\(lines.joined())\""
  }
}
