package import SourceText

extension SourceFile {
  /// The words of a line: letters, digits, and hyphens.
  ///
  /// If `joining`, a number with a comma or a decimal point in it is one word.
  package func words(in line: Span, joiningNumbers joining: Bool = false) -> [Span] {
    var words: [Span] = []
    var offset = line.start
    while offset < line.end {
      let start = offset
      while offset < line.end, isWord(bytes[offset]) || joining && isInsideNumber(offset) {
        offset += 1
      }
      if start < offset { words.append(Span(start: start, end: offset)) } else { offset += 1 }
    }
    return words
  }

  /// Whether a word starts with a digit; a name in braces does not count.
  package func isNumber(_ word: Span) -> Bool {
    isDigit(word.start) && (word.start == 0 || bytes[word.start - 1] != UInt8(ascii: "{"))
  }

  /// Whether any word of a line is a number.
  package func hasNumber(in line: Span) -> Bool {
    (line.start..<line.end).contains { offset in
      guard isDigit(offset) else { return false }
      return (offset == line.start || !isWord(bytes[offset - 1]))
        && isNumber(Span(start: offset, end: line.end))
    }
  }

  private func isInsideNumber(_ offset: Int) -> Bool {
    let isMark = bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: ".")
    return isMark && offset > 0 && isDigit(offset - 1) && isDigit(offset + 1)
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < bytes.count && (0x30...0x39).contains(bytes[offset])
  }
}

private func isWord(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    || byte == UInt8(ascii: "-")
}
