/// The differences between two conversations, line by line, with some lines around each.
public struct TranscriptDifference: Equatable, Sendable {
  /// The lines: `-` before what was expected, `+` before what came, and a space before what is in both.
  ///
  /// Empty if there is no difference.
  public let lines: [String]

  /// Creates the differences between `expected` and `actual`.
  ///
  /// - Parameters:
  ///   - expected: The conversation that should happen.
  ///   - actual: The conversation that happened.
  ///   - around: How many lines to show before and after each difference.
  public init(expected: [String], actual: [String], around: Int = 3) {
    let marked = Self.marked(expected, actual)
    var near = [Bool](repeating: false, count: marked.count)
    for place in marked.indices where !marked[place].hasPrefix(" ") {
      for index in max(0, place - around)...min(marked.count - 1, place + around) {
        near[index] = true
      }
    }
    var lines: [String] = []
    for index in marked.indices where near[index] {
      if index > 0, !near[index - 1] { lines.append("  …") }
      lines.append(marked[index])
    }
    self.lines = lines
  }

  private static func marked(_ expected: [String], _ actual: [String]) -> [String] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var marked: [String] = []
    var new = 0
    func takeInserted() {
      while inserted.contains(new) {
        marked.append("+ \(actual[new])")
        new += 1
      }
    }
    for (old, line) in expected.enumerated() {
      if removed.contains(old) {
        marked.append("- \(line)")
      } else {
        takeInserted()
        marked.append("  \(line)")
        new += 1
      }
    }
    takeInserted()
    return marked
  }
}
