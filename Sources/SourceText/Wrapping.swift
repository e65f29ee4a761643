/// Breaks `text` into lines of at most `width` cells, including the prefixes.
///
/// The first line starts with `indent`, the others with `hanging`. Words are separated by any run
/// of spaces, tabs, and line breaks, but not by a no-break space. A word that is too long for a
/// line is broken between characters. A width under 10 counts as 10.
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
    // A prefix with nothing after it loses its trailing spaces.
    if words.isEmpty { return String(prefix.reversed().drop { $0 == " " }.reversed()) }
    var line = prefix
    for (place, word) in words.enumerated() {
      if place > 0 { line += " " }
      line += Substring(text.utf8[word])
    }
    return line
  }
}

/// Breaks `text` into lines of at most `width` cells, and returns the words of each line as ranges
/// of `text`.
///
/// Use this for text with several styles. The words of a line are joined by single spaces.
///
/// - Parameters:
///   - text: The text to break.
///   - width: The number of cells in a line, including its prefix; under 10 counts as 10.
///   - indent: The number of cells in the prefix of the first line.
///   - hanging: The number of cells in the prefix of the other lines.
/// - Returns: At least one line. A word that is too long for a line is split, one part per line.
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
      // A line that is already full after its prefix still takes one character. Otherwise, the loop
      // would not end.
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
