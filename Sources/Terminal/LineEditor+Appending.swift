internal import CLibEdit
import SessionCore

/// Lines on a terminal that cannot move its cursor, or is too small: text is only added at the end.
extension LineEditor {
  func readAppending() -> Stop {
    _ = draft.apply(.moveToEnd)
    var shown: [Unicode.Scalar] = []
    show(prompt)
    isDrawn = false
    while true {
      switch nextEvent() {
      case .isCalm: update(&shown)
      case .key(.editing(let key)) where !Self.isAtEnd(key):
        ringsBell = true
        isDrawn = false
      case .key(let key):
        let reading = take(key)
        _ = draft.apply(.moveToEnd)
        if let reading { return finish(.reading(reading), &shown) }
      case .ended(let ending): return finish(.reading(.ended(ending, draft: draft.text)), &shown)
      case .elapsed: return finish(.reading(.elapsed), &shown)
      case .resized: if Self.canRedraw { return finish(.resized, &shown) }
      }
    }
  }

  /// Whether a key works when the cursor can only be at the end.
  private static func isAtEnd(_ key: KeyFirewall.EditingKey) -> Bool {
    switch key {
    case .deleteBackward, .deleteWord, .deleteLine, .undo: true
    default: false
    }
  }

  private func finish(_ stop: Stop, _ shown: inout [Unicode.Scalar]) -> Stop {
    update(&shown)
    show("\n")
    return stop
  }

  /// Adds what is new, or erases what is gone; if neither is enough, shows the line again below.
  private func update(_ shown: inout [Unicode.Scalar]) {
    let before = shown
    shown = Array(draft.text.unicodeScalars)
    isDrawn = true
    ringIfDue()
    if shown.starts(with: before) {
      show(String(String.UnicodeScalarView(shown.dropFirst(before.count))))
    } else if before.starts(with: shown), row(of: before) == row(of: shown) {
      let gone = before.dropFirst(shown.count).reduce(0) { $0 + Self.columns($1) }
      show(String(repeating: "\u{8} \u{8}", count: gone))
    } else {
      show("\n" + prompt + draft.text)
    }
  }

  /// The row of the screen where text ends, counted from the row of the prompt.
  private func row(of text: [Unicode.Scalar]) -> Int {
    let columns = Self.terminalSize?.columns ?? .max
    let width = (prompt.unicodeScalars + text).reduce(0) { $0 + Self.columns($1) }
    return width / columns
  }

  private func show(_ text: String) {
    guard !text.isEmpty else { return }
    print(text, terminator: "")
    _ = terminal_flush()
  }
}
