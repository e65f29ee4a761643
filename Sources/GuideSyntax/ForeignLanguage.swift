import SourceText

/// Another language for conversations or forms, in which a file may have been written.
enum ForeignLanguage: CaseIterable {
  case ink, yarn, twee, choiceScript, docassemble, spreadsheet, fhir

  /// The language of a file that cannot be a guide; nil if it can be one.
  init?(_ source: SourceFile) {
    // Nearly every file is a guide, and says so in its first lines.
    let isGuide = source.lineStarts.prefix(400).contains { start in
      let line = source.bytes[start...]
      return line.starts(with: "kind:".utf8)
        || line.starts(with: "# ".utf8) && line.prefix(80).contains(Byte.colon)
    }
    if isGuide { return nil }
    let lines = source.bytes.prefix(20_000).split(separator: Byte.newline, maxSplits: 400)
      .map { String(decoding: $0.prefix(200), as: UTF8.self).trimmed }
    guard let language = Self.allCases.first(where: { $0.wrote(lines) }) else { return nil }
    self = language
  }

  /// What it is called.
  var name: String {
    switch self {
    case .ink: "an ink story"
    case .yarn: "a Yarn Spinner script"
    case .twee: "a Twee story"
    case .choiceScript: "a ChoiceScript scene"
    case .docassemble: "a docassemble interview"
    case .spreadsheet: "the table of a form"
    case .fhir: "a FHIR resource"
    }
  }

  /// Whether lines look as if they were written in it.
  private func wrote(_ lines: [String]) -> Bool {
    func count(_ isMark: (String) -> Bool) -> Int { lines.count(where: isMark) }
    switch self {
    case .ink:
      return count { $0.hasPrefix("=== ") || $0.hasPrefix("== ") } > 0
        && count { $0.contains("->") || $0.hasPrefix("* ") || $0.hasPrefix("+ ") } > 0
    case .yarn:
      return lines.contains("---") && lines.contains("===")
        && count { $0.hasPrefix("title:") || $0.hasPrefix("<<") } > 0
    case .twee: return count { $0.hasPrefix(":: ") } > 0
    case .choiceScript:
      let commands = [
        "*choice", "*goto", "*label", "*finish", "*page_break", "*scene_list", "*set ",
      ]
      return count { line in commands.contains { line.hasPrefix($0) } } > 1
    case .docassemble:
      return lines.contains("---")
        && count { $0.hasPrefix("question:") || $0.hasPrefix("mandatory:") } > 0
    case .spreadsheet:
      let first = lines.first?.lowercased() ?? ""
      return first.contains("type") && first.contains("name") && first.contains("label")
        && (first.contains(",") || first.contains("\t") || first.contains(";"))
    case .fhir: return lines.first == "{" && count { $0.contains("\"resourceType\"") } > 0
    }
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
