/// Returns `text` in lines of at most `width` cells, the prefixes included.
///
/// `indent` begins the first line and `hanging` the others. Any run of spaces, tabs and line breaks
/// parts two words; a no-break space does not. A word that no line could hold is broken between
/// characters. Widths under 10 count as 10.
public func wrapped(
  _ text: String,
  width: Int,
  indent: String = "",
  hanging: String = ""
) -> [String] {
  var paragraph = Paragraph(width: max(width, 10), indent: indent, hanging: hanging)
  for word in text.split(whereSeparator: { $0.partsWords }) { paragraph.add(word) }
  return text.isEmpty ? [] : paragraph.finished()
}

private struct Paragraph {
  private let width: Int
  private let hanging: String
  private var lines: [String] = []
  private var line: String
  private var room: Int
  private var holdsWord = false

  init(width: Int, indent: String, hanging: String) {
    self.width = width
    self.hanging = hanging
    line = indent
    room = width - displayWidth(of: indent)
  }

  mutating func add(_ word: Substring) {
    let needed = displayWidth(of: String(word))
    if holdsWord, needed + 1 <= room {
      append(" ", 1)
    } else if holdsWord {
      beginLine()
    }
    if needed <= room { append(word, needed) } else { addBroken(word) }
  }

  private mutating func addBroken(_ word: Substring) {
    for character in word {
      let needed = displayWidth(of: character)
      // Even a line that its own prefix has filled takes one character, or there would be no end.
      if holdsWord, needed > room { beginLine() }
      append(String(character), needed)
    }
  }

  private mutating func append(_ text: some StringProtocol, _ cells: Int) {
    line += text
    room -= cells
    holdsWord = true
  }

  private mutating func beginLine() {
    lines.append(line)
    line = hanging
    room = width - displayWidth(of: hanging)
    holdsWord = false
  }

  func finished() -> [String] {
    guard !holdsWord else { return lines + [line] }
    let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) }
    return lines + [String(line[..<(end ?? line.startIndex)])]
  }
}

extension Character {
  fileprivate var partsWords: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
  }
}
