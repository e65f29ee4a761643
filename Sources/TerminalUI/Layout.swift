import GuideEngine
import SourceText

/// How blocks become lines: the width, and what the terminal can show besides words.
public struct Layout: Sendable {
  /// What may be drawn besides lines of words.
  public enum Drawing: String, Sendable, CaseIterable {
    /// Nothing: whatever a picture would show, the words say.
    case words
    /// Pictures in signs of ASCII; rows one after the other.
    case signs
    /// Pictures in shapes of Unicode; rows in columns where they fit.
    case shapes
  }

  /// Columns, 40 to 132.
  public let width: Int
  /// Whether strong words are set in bold.
  public let usesBold: Bool
  /// What may be drawn.
  public let drawing: Drawing
  /// Whether the terminal has only ASCII.
  public let isASCII: Bool

  /// A layout; the width is held between 40 and 132 columns, and prose to 76.
  public init(
    width: Int,
    usesBold: Bool = false,
    drawing: Drawing = .words,
    isASCII: Bool = false
  ) {
    self.width = min(max(width, 40), 132)
    self.usesBold = usesBold
    self.drawing = isASCII && drawing == .shapes ? .signs : drawing
    self.isASCII = isASCII
  }

  /// Prose is easiest to read in lines that are not too long.
  var measure: Int { min(width, 76) }

  /// The lines of some blocks.
  ///
  /// A blank line stands before the first and between those that stand apart.
  public func lines(_ blocks: [ScreenBlock]) -> [String] { groups(blocks).flatMap { $0 } }

  /// The lines of some blocks for large print: 40 columns, so that letters can be three times as high on
  /// the same paper, and a blank line under each.
  public static func largePrint(_ blocks: [ScreenBlock]) -> [String] {
    Layout(width: 40).lines(blocks).flatMap { $0.isEmpty ? [] : [$0, ""] }
  }

  /// The lines of some blocks, in groups that are better not parted by a pause: a title and what follows
  /// it, a question and its choices.
  public func groups(_ blocks: [ScreenBlock]) -> [[String]] {
    var groups: [[String]] = []
    var previous: ScreenBlock?
    for block in blocks {
      let drawn = closingIsolates(self.lines(block))
      if drawn.isEmpty { continue }
      let gap = previous?.isApart(from: block) ?? true ? [""] : []
      let lines = gap + drawn
      if let previous, previous.leans(on: block) {
        groups[groups.count - 1] += lines
      } else {
        groups.append(lines)
      }
      previous = block
    }
    return groups
  }

  private func lines(_ block: ScreenBlock) -> [String] {
    switch block {
    case .heading(let title): bold(heading(title))
    case .paragraph(let words): prose(words, indent: "", hanging: "")
    case .item(let words): prose(words, indent: "- ", hanging: "  ")
    case .choice(let key, let label):
      wrapped(
        shown(label),
        width: measure,
        indent: "\(String(repeating: " ", count: max(0, 3 - key.count)))\(key)  ",
        hanging: "     "
      )
    case .note(let text), .prompt(let text): wrapped(shown(text), width: measure)
    case .picture(let picture): draw(picture)
    case .bars(let ratings): bars(ratings)
    case .heads(let heads): self.heads(heads)
    case .row(let title, let cells): row(title, cells)
    case .detail(let text): wrapped(shown(text), width: measure, indent: "  ", hanging: "    ")
    }
  }

  private func draw(_ picture: Picture) -> [String] {
    switch drawing {
    case .words: []
    case .signs: picture.lines(width: measure, icons: .signs, shown: shown)
    case .shapes: picture.lines(width: measure, icons: .shapes, shown: shown)
    }
  }

  /// A title between two signs; without the closing one where the line has no room for it, so that no
  /// line holds a sign alone.
  func heading(_ title: String) -> [String] {
    let opened = "== \(shown(title))"
    let closed = wrapped("\(opened) ==", width: measure)
    return closed.count == 1 ? closed : wrapped(opened, width: measure, hanging: "   ")
  }

  private func bold(_ lines: [String]) -> [String] {
    lines.map { usesBold ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 }
  }

  private func prose(_ words: Composed, indent: String, hanging: String) -> [String] {
    let lines = wrapped(shown(words.text), width: measure, indent: indent, hanging: hanging)
    guard usesBold, !words.strong.isEmpty, shown(words.text) == words.text else { return lines }
    return embolden(lines, words, indents: (indent.utf8.count, hanging.utf8.count))
  }

  /// Sets strong words in bold.
  ///
  /// Wrapping moves only spaces, so letters are found again by their count.
  private func embolden(
    _ lines: [String],
    _ words: Composed,
    indents: (first: Int, rest: Int)
  ) -> [String] {
    var strong: [Bool] = []
    for (offset, byte) in words.text.utf8.enumerated() where byte != 0x20 {
      strong.append(words.strong.contains { $0.contains(offset) })
    }
    var letter = 0
    return lines.enumerated().map { number, line in
      var result: [UInt8] = []
      var isBold = false
      for (offset, byte) in line.utf8.enumerated() {
        let isLetter = byte != 0x20 && offset >= (number == 0 ? indents.first : indents.rest)
        let isStrong = letter < strong.count && strong[letter]
        // Bold begins at a letter, and ends before a space that no strong letter follows.
        if isLetter || !isStrong, isStrong != isBold {
          result += Array((isStrong ? "\u{1B}[1m" : "\u{1B}[0m").utf8)
          isBold = isStrong
        }
        if isLetter { letter += 1 }
        result.append(byte)
      }
      if isBold { result += Array("\u{1B}[0m".utf8) }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
