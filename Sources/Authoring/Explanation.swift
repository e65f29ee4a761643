import SourceText

/// The explanation of a diagnostic; `Explanations.swift` is generated when the program is built.
public struct Explanation: Sendable {
  /// The name of the diagnostic.
  public let id: String
  /// What it means, in a sentence or two.
  public let meaning: String
  /// The golden that tests it; empty if there is none.
  ///
  /// It has files, the message, and the fixed files.
  let golden: String

  /// All explanations, by name.
  public static var all: [Explanation] { explanations }

  /// A line for each explanation: the name and the meaning.
  public static var list: [String] {
    let width = explanations.map(\.id.count).max() ?? 0
    return explanations.map { page in
      let space = String(repeating: " ", count: width - page.id.count)
      return "\(page.id)\(space)  \(page.meaning)"
    }
  }

  init(id: String, meaning: String, golden: String) {
    self.id = id
    self.meaning = meaning
    self.golden = golden
  }

  /// The explanation of the diagnostic with this name.
  ///
  /// - Throws: ``AuthoringError/noDiagnostic(name:similar:)``.
  public init(of id: String) throws(AuthoringError) {
    guard let found = explanations.first(where: { $0.id == id }) else {
      throw .noDiagnostic(name: id, similar: suggestions(for: id, among: explanations.map(\.id)))
    }
    self = found
  }

  /// The page, as lines.
  public var page: [String] {
    var lines = ["\(id): \(meaning)"]
    for section in sections {
      lines += ["", heading(of: section.name), ""]
      lines += shortened(section.lines).map { $0.isEmpty ? "" : "    " + visible($0) }
    }
    return lines
  }

  /// The longest example that is shown whole.
  private static let mostLines = 80

  /// Lines without the middle of a long example.
  private func shortened(_ lines: [String]) -> [String] {
    if lines.count <= Self.mostLines { return lines }
    let (start, end) = (lines.prefix(20), lines.suffix(20))
    return start + ["", "(\(lines.count - start.count - end.count) more lines)", ""] + end
  }

  private var sections: [(name: String, lines: [String])] {
    var sections: [(name: String, lines: [String])] = []
    for line in golden.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        sections.append((String(line.dropFirst(4)), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    for index in sections.indices {
      while sections[index].lines.last == "" { sections[index].lines.removeLast() }
    }
    return sections
  }

  private func heading(of section: String) -> String {
    if section == "message" { return "The message:" }
    let words = section.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("fixed", 2): return "The fix, in `\(words[1])`:"
    case ("link", 2): return "If `\(words[1])` is a link to:"
    case ("zeros", 2): return "If `\(words[1])` has this many bytes:"
    case ("many", 2): return "If `\(words[1])` has this many files:"
    default: return "With this in `\(section)`:"
    }
  }
}
