/// Which letters of a line to show if the screen does not have room for all of them.
struct LineView {
  /// The first letter shown.
  private var start = 0

  /// Chooses the letters to show.
  ///
  /// A line that is being typed at its end is shown whole: its beginning scrolls away like any text. Only
  /// when the cursor moves to earlier letters is just part of the line shown, and that part stays the
  /// same as long as the cursor is in it.
  ///
  /// - Parameters:
  ///   - widths: How many columns each letter takes.
  ///   - cursor: The number of letters before the cursor.
  ///   - room: The number of columns.
  /// - Returns: The letters to show; the cursor is among them, or after the last letter of the line.
  mutating func letters(widths: [Int], cursor: Int, room: Int) -> Range<Int> {
    guard widths.reduce(0, +) > room else {
      start = 0
      return widths.indices
    }
    guard cursor < widths.count else {
      start = Self.start(of: room, before: cursor, widths)
      return widths.indices
    }
    if cursor < start || widths[start...cursor].reduce(0, +) > room {
      start = Self.start(of: (room - widths[cursor]) / 2, before: cursor, widths)
    }
    var end = start
    var left = room - widths[start]
    while left >= 0 {
      end += 1
      left -= end < widths.count ? widths[end] : left + 1
    }
    return start..<end
  }

  /// Returns the first of the letters before `end` that together fit into `room`.
  private static func start(of room: Int, before end: Int, _ widths: [Int]) -> Int {
    var start = end
    var left = room
    while start > 0, widths[start - 1] <= left {
      start -= 1
      left -= widths[start]
    }
    return start
  }
}
