public import Foundation

/// A file of named sections: what is given, and what must come out of it.
///
/// A section starts with a line like `=== message`. `RECORD_GOLDENS=1` in the environment writes what
/// comes out into the file, and fails the test all the same, so that no machine records unseen.
public struct Golden {
  /// A section and the lines in it.
  public typealias Section = (name: String, text: String)

  /// Where the file is.
  public let file: URL

  /// Its contents, in order.
  public let sections: [Section]

  /// The names of the goldens in a folder of `Tests/Goldens`, sorted.
  public static func names(in folder: String) throws -> [String] {
    let url = Repository.goldens.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { $0.hasSuffix(".golden") }
      .map { String($0.dropLast(".golden".count)) }
      .sorted()
  }

  /// The golden of this name in a folder of `Tests/Goldens`.
  public init(_ name: String, in folder: String) throws {
    file = Repository.goldens.appending(path: folder).appending(path: "\(name).golden")
    var sections: [Section] = []
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        sections.append((String(line.dropFirst(4)), ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    self.sections = sections.map { ($0.name, String($0.text.trimming { $0 == "\n" })) }
  }

  /// Returns how these sections differ from the golden's, or `nil` if they do not.
  public func difference(from found: [Section]) throws -> String? {
    let isSame = sections.elementsEqual(found) { $0.name == $1.name && $0.text == $1.text }
    if isSame { return nil }
    let text = Self.text(found)
    guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" else {
      let difference = lineDifference(from: Self.text(sections), to: text)
      return "\(file.lastPathComponent) differs:\n\(difference)"
    }
    try Data(text.utf8).write(to: file)
    return "\(file.lastPathComponent) was recorded; read it, and run again without RECORD_GOLDENS"
  }

  private static func text(_ sections: [Section]) -> String {
    sections.map { "=== \($0.name)\n\($0.text)\n" }.joined(separator: "\n")
  }
}

/// Returns the lines of two texts: `-` only in the first, `+` only in the second.
private func lineDifference(from first: String, to second: String) -> String {
  var lines = first.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
  let wanted = second.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
  let difference = wanted.difference(from: lines)
  for case .remove(let offset, let line, _) in difference.removals {
    lines[offset] = "-" + line.dropFirst()
  }
  var kept = 0
  for case .insert(let offset, let line, _) in difference.insertions {
    // Lines taken out still stand there, and count for nothing.
    while lines[..<kept].count(where: { !$0.hasPrefix("-") }) < offset { kept += 1 }
    lines.insert("+" + line.dropFirst(), at: kept)
  }
  return lines.joined(separator: "\n")
}

extension StringProtocol {
  /// The text without the characters at its ends for which `isTrimmed` holds.
  func trimming(_ isTrimmed: (Character) -> Bool) -> SubSequence {
    let start = drop(while: isTrimmed)
    guard let last = start.lastIndex(where: { !isTrimmed($0) }) else { return start.prefix(0) }
    return start[...last]
  }
}
