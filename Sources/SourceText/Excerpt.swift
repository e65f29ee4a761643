/// The part of a source line that a label points to, and the cells it marks there.
struct Excerpt {
  let source: SourceFile
  let line: Int
  let place: String
  let text: String
  let markColumn: Int
  let markWidth: Int
  let message: String

  init(_ label: Label) {
    source = label.source
    line = source.lineNumber(at: source.clamped(label.span.start))
    place = label.place
    message = visible(label.message)
    let characters = source.drawnLine(line)
    let marked = markedCells(of: characters, in: source.clamped(label.span))
    let window = Window(over: characters, around: marked)
    text = window.text
    markColumn = window.column(of: marked.lowerBound)
    // A mark between two characters, or on a character that takes no cell, still takes one cell.
    markWidth = max(1, window.column(of: marked.upperBound) - markColumn)
  }

  func showsSameLine(as other: Excerpt) -> Bool {
    source == other.source && line == other.line && text == other.text
  }
}

extension Label {
  /// The position as `path:line:column`.
  var place: String {
    let (line, column) = source.position(at: span.start)
    return "\(visible(source.path)):\(line):\(column)"
  }
}

private func markedCells(of characters: [DrawnCharacter], in span: Range<Int>) -> Range<Int> {
  let start = cells(of: characters.prefix { $0.end <= span.lowerBound })
  let end = cells(of: characters.prefix { $0.start < span.upperBound })
  return start..<max(start, end)
}

private func cells(of characters: ArraySlice<DrawnCharacter>) -> Int {
  characters.reduce(0) { $0 + $1.width }
}

/// The part of a line that is shown: the whole line, or as much around a mark as fits.
private struct Window {
  let text: String
  private let firstCell: Int
  private let width: Int
  private let isCutBefore: Bool

  init(over characters: [DrawnCharacter], around marked: Range<Int>) {
    let total = cells(of: characters[...])
    let isWhole = total <= longestLine
    let room = isWhole ? total : longestLine - 2 * ellipsis.count
    // Even if the mark is too long for the window, some of the text before it is shown.
    let spare = max(room - marked.count, 20)
    let from = min(max(marked.lowerBound - spare / 2, 0), total - room)
    var shown = ""
    var cell = 0
    var first: Int?
    var last = from
    for character in characters {
      if cell >= from, cell + character.width <= from + room {
        first = first ?? cell
        last = cell + character.width
        shown += character.text
      }
      cell += character.width
    }
    firstCell = first ?? from
    width = last - firstCell
    isCutBefore = firstCell > 0
    text = (isCutBefore ? ellipsis : "") + shown + (last < total ? ellipsis : "")
  }

  /// Returns the column where `cell` of the line is drawn, or the nearest visible column.
  func column(of cell: Int) -> Int {
    min(max(cell - firstCell, 0), width) + (isCutBefore ? ellipsis.count : 0)
  }
}

/// The number of cells shown of a line.
///
/// Most lines fit, and a long one does not fill the screen.
private let longestLine = 100

private let ellipsis = "..."
