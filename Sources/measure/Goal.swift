/// A goal, and the measured result.
struct Goal {
  let name: String
  let wanted: String

  init(_ name: String, _ wanted: String) {
    self.name = name
    self.wanted = wanted
  }

  /// Prints both on one line, as `Scripts/measure` does for what is measured outside.
  func came(to figure: String) { print(padded(name, 50), padded(wanted, 18), figure) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
