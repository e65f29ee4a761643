import SourceText

/// The authors' handbook: Markdown, of which it uses little, cut into chapters.
public struct Handbook: Sendable {
  /// A piece of a chapter.
  enum Piece: Hashable {
    case heading(String)
    case paragraph(String)
    case item(String)
    /// Lines as they are.
    case code([String])
    /// Rows of two cells.
    case table([[String]])
  }

  /// What stands under a heading, the heading included.
  public struct Chapter: Sendable {
    /// The words of the heading.
    public let title: String
    /// How deep it is: the whole is 1, a chapter 2, a part of one 3.
    let level: Int
    let pieces: [Piece]
  }

  /// The chapters and their parts, in order; a part follows its chapter and is not in it.
  let chapters: [Chapter]

  /// Reads a handbook.
  public init(_ text: String) {
    var reader = HandbookReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(String(line))
    }
    chapters = reader.finished()
  }

  /// The titles of the chapters.
  public var titles: [String] { chapters.filter { $0.level == 2 }.map(\.title) }

  /// Everything, from the first line to the last.
  public func lines(in layout: Layout) -> [String] { chapters.flatMap { $0.lines(in: layout) } }

  /// The chapter of a mark, or else of a word of its title, or of the beginning of one; nothing if there is none.
  public func lines(on word: String, in layout: Layout) -> [String]? {
    let word = word.lowercased()
    let tests: [(String) -> Bool] = [
      { marks(in: $0).contains(word) },
      { words(of: $0).contains(word) },
      { words(of: $0).contains { $0.hasPrefix(word) } },
    ]
    for test in tests where !word.isEmpty {
      guard let start = chapters.firstIndex(where: { $0.level > 1 && test($0.title) }) else {
        continue
      }
      let parts = chapters[(start + 1)...].prefix { $0.level > chapters[start].level }
      return ([chapters[start]] + parts).flatMap { $0.lines(in: layout) }
    }
    return nil
  }
}

/// What stands between backticks in a title: whole, and the word in it.
private func marks(in title: String) -> [String] {
  let spans = title.split(separator: "`", omittingEmptySubsequences: false)
  return spans.enumerated().filter { $0.offset % 2 == 1 }
    .flatMap { [String($0.element)] + words(of: String($0.element)) }
}

private func words(of title: String) -> [String] {
  title.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
}

extension Handbook.Chapter {
  func lines(in layout: Layout) -> [String] {
    var lines: [String] = []
    var wasItem = false
    for piece in pieces {
      let isItem = if case .item = piece { true } else { false }
      if !(isItem && wasItem) { lines.append("") }
      wasItem = isItem
      lines += piece.lines(in: layout)
    }
    return lines
  }
}

extension Handbook.Piece {
  func lines(in layout: Layout) -> [String] {
    switch self {
    case .heading(let title): layout.heading(title)
    case .paragraph(let words): wrapped(layout.shown(plain(words)), width: layout.measure)
    case .item(let words):
      wrapped(layout.shown(plain(words)), width: layout.measure, indent: "- ", hanging: "  ")
    case .code(let lines): lines.map { $0.isEmpty ? "" : "  \(layout.shown($0))" }
    case .table(let rows): rows.flatMap { row(of: $0, in: layout) }
    }
  }

  /// A row: the second cell beside the first, or under a first one that is long.
  private func row(of cells: [String], in layout: Layout) -> [String] {
    let indent = min(30, layout.width / 2)
    let first = layout.shown(plain(cells[0]))
    let pad = String(repeating: " ", count: indent)
    let second = wrapped(
      layout.shown(plain(cells.dropFirst().joined(separator: " "))),
      width: layout.measure,
      indent: pad,
      hanging: pad
    )
    let room = indent - displayWidth(of: first)
    guard room > 1, let line = second.first else {
      return wrapped(first, width: layout.measure, hanging: "  ") + second
    }
    return [first + line.dropFirst(displayWidth(of: first))] + second.dropFirst()
  }
}

/// Words without the stars that make them strong; what stands between backticks is as it is.
private func plain(_ words: String) -> String {
  words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    .map { $0.offset % 2 == 1 ? String($0.element) : $0.element.filter { $0 != "*" } }
    .joined(separator: "`")
}

private struct HandbookReader {
  private var chapters: [Handbook.Chapter] = []
  private var title = ""
  private var level = 1
  private var pieces: [Handbook.Piece] = []
  private var open: Handbook.Piece?
  private var isCode = false

  mutating func read(_ line: String) {
    if line.hasPrefix("```") {
      close()
      isCode.toggle()
      open = isCode ? .code([]) : nil
    } else if case .code(let lines) = open {
      open = .code(lines + [line])
    } else if line.hasPrefix("#") {
      finish()
      level = line.prefix { $0 == "#" }.count
      title = String(line.drop { $0 == "#" || $0 == " " })
      pieces = [.heading(title)]
    } else if line.isEmpty {
      close()
    } else if line.hasPrefix("|") {
      readRow(line)
    } else if line.hasPrefix("- ") || startsNumbered(line) {
      close()
      open = line.hasPrefix("- ") ? .item(String(line.dropFirst(2))) : .paragraph(line)
    } else {
      goOn(line)
    }
  }

  private mutating func goOn(_ line: String) {
    let words = String(line.drop { $0 == " " })
    switch open {
    case .paragraph(let before): open = .paragraph(before + " " + words)
    case .item(let before): open = .item(before + " " + words)
    default:
      close()
      open = .paragraph(words)
    }
  }

  private mutating func readRow(_ line: String) {
    let cells = line.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if case .table(let rows) = open {
      if !line.hasPrefix("|--") { open = .table(rows + [cells]) }
    } else {
      close()
      open = .table([cells])
    }
  }

  private func startsNumbered(_ line: String) -> Bool {
    line.prefix { $0.isNumber }.count > 0 && line.drop { $0.isNumber }.hasPrefix(". ")
  }

  private mutating func close() {
    if let open { pieces.append(open) }
    open = nil
  }

  private mutating func finish() {
    close()
    if !pieces.isEmpty {
      chapters.append(Handbook.Chapter(title: title, level: level, pieces: pieces))
    }
    pieces = []
  }

  mutating func finished() -> [Handbook.Chapter] {
    finish()
    return chapters
  }
}
