import SourceText

/// What is to be said of a diagnostic; `Explanations.swift` is written when the program is built.
public struct Explanation: Sendable {
  /// The name of the diagnostic.
  public let id: String
  /// What it is, in a sentence or two.
  public let meaning: String
  /// The golden that tests it; empty if there is none.
  ///
  /// It holds files, the message, and the files after they were mended.
  let golden: String

  /// All there are, in the order of their names.
  public static var all: [Explanation] { explanations }

  /// A line for each there is: its name and what it means.
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

  /// What is to be said of the diagnostic of this name.
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
      lines += section.lines.map { $0.isEmpty ? "" : "    " + visible($0) }
    }
    return lines
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
    if section == "message" { return "What is said of it:" }
    let words = section.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("mended", 2): return "Mended, in `\(words[1])`:"
    case ("link", 2): return "With a link at `\(words[1])` to:"
    case ("zeros", 2): return "With so many bytes in `\(words[1])`:"
    case ("many", 2): return "With so many files in `\(words[1])`:"
    default: return "With this in `\(section)`:"
    }
  }
}
