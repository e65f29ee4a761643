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
  if text.isEmpty { return [] }
  let lines = wrappedWords(
    of: text,
    width: width,
    indent: displayWidth(of: indent),
    hanging: displayWidth(of: hanging)
  )
  return lines.enumerated().map { number, words in
    let prefix = number == 0 ? indent : hanging
    // A prefix with nothing after it ends without spaces.
    if words.isEmpty { return String(prefix.reversed().drop { $0 == " " }.reversed()) }
    var line = prefix
    for (place, word) in words.enumerated() {
      if place > 0 { line += " " }
      line += Substring(text.utf8[word])
    }
    return line
  }
}

/// Returns the words of `text` on each line of at most `width` cells, as ranges of the text.
///
/// For text of which some is set in another style: the words of a line are joined by one space each.
///
/// - Parameters:
///   - text: The words.
///   - width: Cells of a line, prefix included; under 10 counts as 10.
///   - indent: Cells of the prefix of the first line.
///   - hanging: Cells of the prefix of the other lines.
/// - Returns: At least one line; a long word is in parts, each on a line of its own.
public func wrappedWords(
  of text: String,
  width: Int,
  indent: Int = 0,
  hanging: Int = 0
) -> [[Range<String.Index>]] {
  var filling = LineFilling(width: max(width, 10), indent: indent, hanging: hanging)
  if text.isPrintableASCII {
    for word in text.utf8.split(separator: space) { filling.add(Substring(word), word.count) }
  } else {
    for word in text.split(whereSeparator: { $0.partsWords }) {
      filling.add(word, displayWidth(of: String(word)))
    }
  }
  return filling.lines
}

private struct LineFilling {
  private(set) var lines: [[Range<String.Index>]] = [[]]
  private let width: Int
  private let hanging: Int
  private var room: Int

  init(width: Int, indent: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
    room = width - indent
  }

  private var holdsWord: Bool { lines[lines.count - 1].isEmpty == false }

  /// Adds a word that needs so many cells.
  mutating func add(_ word: Substring, _ needed: Int) {
    if holdsWord, needed + 1 <= room {
      room -= 1
    } else if holdsWord {
      beginLine()
    }
    if needed <= room { append(word.startIndex..<word.endIndex, needed) } else { addBroken(word) }
  }

  private mutating func addBroken(_ word: Substring) {
    var start = word.startIndex
    for place in word.indices {
      let needed = displayWidth(of: word[place])
      // Even a line that its own prefix has filled takes one character, or there would be no end.
      if place > start, needed > room {
        append(start..<place, 0)
        beginLine()
        start = place
      }
      room -= needed
    }
    append(start..<word.endIndex, 0)
  }

  private mutating func append(_ word: Range<String.Index>, _ cells: Int) {
    lines[lines.count - 1].append(word)
    room -= cells
  }

  private mutating func beginLine() {
    lines.append([])
    room = width - hanging
  }
}

private let space = UInt8(ascii: " ")

extension Character {
  fileprivate var partsWords: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
  }
}
