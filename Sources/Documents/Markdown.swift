/// Reads the small part of Markdown that the project's own handbook uses.
///
/// Asterisks that make words strong are removed, except between backticks, where nothing is changed.
func markdownBlocks(_ text: String) -> [Block] {
  var reader = MarkdownReader()
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    reader.read(String(line))
  }
  return reader.finished()
}

private struct MarkdownReader {
  /// The kind of block that is being read.
  private enum Open {
    case paragraph(String)
    case item(String)
    case code([String])
    case table([[String]])
  }

  private var blocks: [Block] = []
  private var open: Open?
  private var isCode = false

  mutating func read(_ line: String) {
    if line.hasPrefix("```") {
      close()
      isCode.toggle()
      open = isCode ? .code([]) : nil
    } else if case .code(let lines) = open {
      open = .code(lines + [line])
    } else if line.hasPrefix("#") {
      close()
      let title = String(line.drop { $0 == "#" || $0 == " " })
      blocks.append(.heading(RichText(title), level: line.prefix { $0 == "#" }.count))
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
    switch open {
    case .paragraph(let words)?: blocks.append(.paragraph(plain(words)))
    case .item(let words)?: blocks.append(.item(plain(words)))
    case .code(let lines)?: blocks.append(.code(lines))
    case .table(let rows)?: blocks.append(.table(rows.map(row)))
    case nil: break
    }
    open = nil
  }

  private func row(_ cells: [String]) -> Block.TableRow {
    Block.TableRow(
      plain(cells.first ?? ""),
      plain(cells.dropFirst().joined(separator: " "))
    )
  }

  private func plain(_ words: String) -> RichText {
    RichText(
      words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .map { $0.offset % 2 == 1 ? String($0.element) : $0.element.filter { $0 != "*" } }
        .joined(separator: "`")
    )
  }

  mutating func finished() -> [Block] {
    close()
    return blocks
  }
}
