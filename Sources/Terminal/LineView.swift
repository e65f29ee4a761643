/// Which letters of a line are shown when the screen cannot hold them all.
struct LineView {
  /// The first letter shown.
  private var start = 0

  /// Chooses the letters to show.
  ///
  /// A line whose end is being typed is shown whole: its beginning scrolls away as all text does. Only
  /// for the cursor to be seen among earlier letters is the line shown in part, and that part stays as
  /// it is as long as the cursor is in it.
  ///
  /// - Parameters:
  ///   - widths: How many columns each letter takes.
  ///   - cursor: How many letters stand before the cursor.
  ///   - room: How many columns there are.
  /// - Returns: The letters to show; the cursor is among them, or behind the last of all.
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
