import SourceText

// Text that a terminal with the bidirectional algorithm (Unicode Annex 9) reorders by itself.
private let start: Unicode.Scalar = "\u{2068}"
private let end: Unicode.Scalar = "\u{2069}"

/// A person's own words, isolated so that text written from right to left does not
/// move the dashes, brackets, and numbers around it.
public func isolated(_ words: String) -> String {
  guard words.unicodeScalars.contains(where: \.isRightToLeft) else { return words }
  return "\(start)\(visible(words))\(end)"
}

/// Text in parts: what ``isolated(_:)`` has isolated, without its marks, and what is around it.
func isolatedParts(of text: String) -> [(text: String, isIsolated: Bool)] {
  var parts: [(text: String, isIsolated: Bool)] = []
  var rest = text.unicodeScalars[...]
  while let last = rest.firstIndex(of: end) {
    guard let first = rest[..<last].lastIndex(of: start) else { break }
    let words = rest[rest.index(after: first)..<last]
    guard words.contains(where: \.isRightToLeft) else { break }
    parts.append((String(rest[..<first]), false))
    parts.append((String(words), true))
    rest = rest[rest.index(after: last)...]
  }
  parts.append((String(rest), false))
  return parts
}

extension TerminalRenderer {
  /// Text that is safe for the terminal: isolates are kept, and other marks of that kind are made
  /// visible.
  public func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    return isolatedParts(of: text).map { part in
      part.isIsolated ? mark(start) + plain(part.text) + mark(end) : plain(part.text)
    }.joined()
  }

  private func plain(_ text: String) -> String {
    isASCII ? ascii(visible(text)) : visible(text)
  }

  private func mark(_ scalar: Unicode.Scalar) -> String { isASCII ? "" : String(scalar) }

  /// Ends isolates at the end of each line and starts them again after the indent of the next, because
  /// each line of a terminal is ordered separately.
  func closingIsolates(_ lines: [String]) -> [String] {
    // None of these marks are ASCII.
    if lines.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return lines }
    var isOpen = false
    return lines.map { line in
      let indent = isOpen ? line.prefix { $0 == " " } : ""
      let begun = isOpen ? "\(indent)\(start)\(line.dropFirst(indent.count))" : line
      let marks = line.unicodeScalars.last { $0 == start || $0 == end }
      isOpen = marks.map { $0 == start } ?? isOpen
      return isOpen ? "\(begun)\(end)" : begun
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of a script that is written from right to left; the standard library cannot
  /// say, but Unicode reserves these blocks for such scripts.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      properties.isAlphabetic && properties.numericType == nil
    default: false
    }
  }
}
