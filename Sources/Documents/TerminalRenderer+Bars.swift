import SourceText

extension TerminalRenderer {
  /// Ratings as bars, each next to its label, or under it if the label is too long.
  func bars(_ ratings: [Block.Bar]) -> [String] {
    guard glyphs != .words else {
      return ratings.flatMap {
        wrapped(
          shown("\($0.label): \($0.words)"),
          width: measure,
          indent: "  ",
          hanging: "    "
        )
      }
    }
    let labels = ratings.map { shown($0.label) }
    let column = labels.map { displayWidth(of: $0) }.max() ?? 0
    let bars = ratings.map { bar($0) }
    let widest = bars.map { displayWidth(of: $0) }.max() ?? 0
    guard 2 + column + 2 + widest <= measure else {
      return zip(labels, bars).flatMap { label, bar in
        wrapped(label, width: measure, indent: "  ", hanging: "  ") + ["    " + bar]
      }
    }
    return zip(labels, bars).map { "  " + joined([$0, $1], [column, widest], gap: 2) }
  }

  private func bar(_ rating: Block.Bar) -> String {
    guard let value = rating.value else { return shown(rating.words) }
    let (full, empty) = glyphs == .shapes ? ("\u{2588}", "\u{2591}") : ("#", "-")
    let bar =
      String(repeating: full, count: value)
      + String(repeating: empty, count: max(0, rating.most - value))
    return "\(bar)  \(shown(rating.words))"
  }
}
