import SourceText

extension TerminalRenderer {
  /// Narrower columns would break every other word.
  private static let leastColumn = 22
  private static let gap = 2

  /// The columns for a number of options; nil if the options have to be shown one after another.
  private func columns(_ count: Int) -> [Int]? {
    guard glyphs == .shapes, count > 1 else { return nil }
    let column = (width - Self.gap * (count - 1)) / count
    return column >= Self.leastColumn ? Array(repeating: column, count: count) : nil
  }

  /// The names of the options, above their columns.
  func heads(_ heads: [String]) -> [String] {
    guard let columns = columns(heads.count) else { return [] }
    let rule = columns.map { String(repeating: "-", count: $0) }
    return inColumns(heads, columns) + [joined(rule, columns, gap: Self.gap)]
  }

  /// A row of a comparison: the cells side by side, or one after another, each with the name of its
  /// option.
  func row(_ title: String, _ cells: [Block.Cell]) -> [String] {
    if let columns = columns(cells.count) {
      return wrapped(shown(title), width: measure) + inColumns(cells.map(\.text), columns)
    }
    let items = cells.flatMap { cell in
      wrapped(shown("\(cell.head): \(cell.text)"), width: measure, indent: "- ", hanging: "  ")
    }
    return wrapped(shown(title), width: measure) + [""] + items
  }

  private func inColumns(_ texts: [String], _ columns: [Int]) -> [String] {
    let cells = zip(texts, columns).map { wrapped(shown($0), width: $1) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let parts = cells.map { line < $0.count ? $0[line] : "" }
      return joined(parts, columns, gap: Self.gap)
    }
  }

  /// A row of a table: the text next to the name, or under a long name.
  func tableRow(_ row: Block.TableRow, indent: String) -> [String] {
    let column = min(30, width / 2)
    let name = indent + shown(row.name.text)
    let pad = String(repeating: " ", count: column)
    let words = wrapped(shown(row.words.text), width: measure, indent: pad, hanging: pad)
    guard column - displayWidth(of: name) > 1, let line = words.first else {
      return wrapped(shown(row.name.text), width: measure, indent: indent, hanging: indent + "  ")
        + words
    }
    return [name + line.dropFirst(displayWidth(of: name))] + words.dropFirst()
  }
}
