import SourceText

/// Renders blocks as lines for a terminal or a pipe, for a width and what can be shown besides text.
public struct TerminalRenderer: Hashable, Sendable {
  /// The number of columns, from 40 to 132.
  public let width: Int
  /// Whether strong text is bold.
  public let usesBold: Bool
  /// What can be drawn.
  public let glyphs: GlyphSet
  /// Whether the terminal has only ASCII.
  public let isASCII: Bool
  /// Whether lines are close together, for a sheet of paper: there is no blank line below a title.
  public let isDense: Bool

  /// Creates a renderer; the width is limited to between 40 and 132 columns, and prose to 76.
  public init(
    width: Int,
    usesBold: Bool = false,
    glyphs: GlyphSet = .words,
    isASCII: Bool = false,
    isDense: Bool = false
  ) {
    self.width = min(max(width, 40), 132)
    self.usesBold = usesBold
    self.glyphs = isASCII && glyphs == .shapes ? .signs : glyphs
    self.isASCII = isASCII
    self.isDense = isDense
  }

  /// The same for another number of columns.
  public func with(width: Int) -> TerminalRenderer {
    TerminalRenderer(
      width: width,
      usesBold: usesBold,
      glyphs: glyphs,
      isASCII: isASCII,
      isDense: isDense
    )
  }

  /// Prose is easiest to read in lines that are not too long.
  public var measure: Int { min(width, 76) }

  /// The lines of some blocks.
  ///
  /// There is a blank line before the first block, and between blocks that are separate.
  public func lines(_ blocks: [Block]) -> [String] { groups(blocks).flatMap(\.lines) }

  /// A whole document as text, without the blank line before its first.
  public func text(of document: Document) -> String {
    lines(document.blocks).drop(while: \.isEmpty).joined(separator: "\n")
  }

  /// The lines of some blocks for large print: 40 columns, so that letters can be three times as high on
  /// the same paper, with a blank line under each.
  public static func largePrint(_ blocks: [Block]) -> [String] {
    TerminalRenderer(width: 40).lines(blocks).flatMap { $0.isEmpty ? [] : [$0, ""] }
  }

  /// The lines of some blocks, in groups that a pause should not separate.
  public func groups(_ blocks: [Block]) -> [LineGroup] {
    var groups: [LineGroup] = []
    var previous: Block?
    for block in blocks {
      let drawn = closingIsolates(lines(of: block, indent: ""))
      if drawn.isEmpty { continue }
      let gap = previous.map { isApart($0, block) } ?? true ? [""] : []
      let lines = gap + drawn
      if let previous, previous.leans(on: block) {
        let last = groups.count - 1
        groups[last].joints[groups[last].lines.count] = previous.joint
      } else {
        let isKin = previous?.isKin(of: block) ?? false
        groups.append(LineGroup(lines: [], isKin: isKin, place: groups.count))
      }
      if case .row = block { markCells(of: lines, in: &groups[groups.count - 1]) }
      groups[groups.count - 1].lines += lines
      previous = block
    }
    return groups
  }

  /// The cells of a row that are one after another are items of a list.
  private func markCells(of lines: [String], in group: inout LineGroup) {
    for (place, line) in lines.enumerated() where line.hasPrefix("- ") {
      let isFirst = lines[..<place].last == ""
      group.joints[group.lines.count + place] = isFirst ? .lead : .items
    }
  }

  private func isApart(_ block: Block, _ next: Block) -> Bool {
    if isDense {
      switch (block, next) {
      case (.heading(_, let level), _) where level > 1: return false
      case (.field, .note), (.field, .field): return false
      default: break
      }
    }
    return block.isApart(from: next)
  }

  private func lines(of block: Block, indent: String) -> [String] {
    switch block {
    case .heading(let title, _): return bold(heading(title.text))
    case .paragraph(let words), .note(let words), .prompt(let words):
      return prose(words, indent: indent, hanging: indent)
    case .item(let words): return prose(words, indent: indent + "- ", hanging: indent + "  ")
    case .numberedItem(let number, let words):
      let mark = "\(number). "
      return prose(
        words,
        indent: indent + mark,
        hanging: indent + String(repeating: " ", count: mark.count)
      )
    case .choice(let key, let label):
      let pad = String(repeating: " ", count: max(0, 3 - key.count))
      return prose(label, indent: "\(indent)\(pad)\(key)  ", hanging: indent + "     ")
    case .picture(let picture): return picture.lines(width: measure, glyphs: glyphs, shown: shown)
    case .bars(let ratings): return bars(ratings)
    case .heads(let heads): return self.heads(heads)
    case .row(let title, let cells): return row(title, cells)
    case .table(let rows): return rows.flatMap { tableRow($0, indent: indent) }
    case .code(let lines): return lines.map { $0.isEmpty ? "" : "\(indent)  \(shown($0))" }
    case .detail(let words): return prose(words, indent: indent + "  ", hanging: indent + "    ")
    case .condition(let words): return prose(words, indent: indent, hanging: indent)
    case .remark(let words):
      return prose(words, indent: indent + "  | ", hanging: indent + "  | ")
    case .field(let label):
      let start = indent + "\(shown(label)): "
      let room = measure - displayWidth(of: start)
      return [start + String(repeating: "_", count: min(max(room, 10), 40))]
    case .writingLines(let count):
      let line = "     " + String(repeating: "_", count: measure - 5)
      return Array(repeating: line, count: count)
    case .newSheet: return []
    case .nested(let blocks): return nested(blocks, indent: indent + "  ")
    case .annotated(let block, let remarks):
      return lines(of: block, indent: indent)
        + remarks.flatMap { lines(of: .remark($0), indent: indent) }
    case .contents: return []
    }
  }

  private func nested(_ blocks: [Block], indent: String) -> [String] {
    var lines: [String] = []
    var previous: Block?
    for block in blocks {
      let drawn = self.lines(of: block, indent: indent)
      if drawn.isEmpty { continue }
      if let previous, previous.isApart(from: block) { lines.append("") }
      lines += drawn
      previous = block
    }
    return lines
  }

  /// A title between two marks; without the closing one if the line has no room for it, so that no
  /// line has only a mark.
  func heading(_ title: String) -> [String] {
    let opened = "== \(shown(title))"
    let closed = wrapped("\(opened) ==", width: measure)
    return closed.count == 1 ? closed : wrapped(opened, width: measure, hanging: "   ")
  }

  private func bold(_ lines: [String]) -> [String] {
    lines.map { usesBold ? "\(Self.boldOn)\($0)\(Self.boldOff)" : $0 }
  }

  private static let boldOn = "\u{1B}[1m"
  private static let boldOff = "\u{1B}[0m"

  private func prose(_ words: RichText, indent: String, hanging: String) -> [String] {
    guard usesBold, words.hasStrong, !words.text.allSatisfy(\.isWhitespace) else {
      return wrapped(shown(words.text), width: measure, indent: indent, hanging: hanging)
    }
    return emboldened(words, indent: indent, hanging: hanging)
  }

  /// Wraps runs, and makes the strong ones bold, from letter to letter and not across lines.
  private func emboldened(_ words: RichText, indent: String, hanging: String) -> [String] {
    var text = ""
    var strong: [Range<Int>] = []
    for run in words.runs {
      let start = text.utf8.count
      text += shown(run.text)
      if run.isStrong { strong.append(start..<text.utf8.count) }
    }
    let lines = wrappedWords(
      of: text,
      width: measure,
      indent: displayWidth(of: indent),
      hanging: displayWidth(of: hanging)
    )
    return lines.enumerated().map { number, words in
      var line = number == 0 ? indent : hanging
      var isBold = false
      for (place, word) in words.enumerated() {
        let start = text.utf8.distance(from: text.startIndex, to: word.lowerBound)
        let isStrong = strong.contains { $0.contains(start) }
        if isBold, !isStrong {
          line += Self.boldOff
          isBold = false
        }
        if place > 0 { line += " " }
        append(text[word], from: start, strong, &isBold, to: &line)
      }
      return isBold ? line + Self.boldOff : line
    }
  }

  /// Adds a word, part of which can be strong.
  private func append(
    _ word: Substring,
    from start: Int,
    _ strong: [Range<Int>],
    _ isBold: inout Bool,
    to line: inout String
  ) {
    var offset = start
    for character in word {
      let isStrong = strong.contains { $0.contains(offset) }
      if isStrong != isBold { line += isStrong ? Self.boldOn : Self.boldOff }
      isBold = isStrong
      line.append(character)
      offset += character.utf8.count
    }
  }
}
