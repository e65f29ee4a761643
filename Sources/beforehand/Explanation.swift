import SourceText

/// What is to be said of a diagnostic; `Explanations.swift` is written when the program is built.
struct Explanation {
  let id: String
  /// What it is, in a sentence or two.
  let meaning: String
  /// The golden that tests it; empty if there is none.
  ///
  /// It holds files, the message, and the files after they were mended.
  let golden: String

  /// The page, as lines.
  var page: [String] {
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
