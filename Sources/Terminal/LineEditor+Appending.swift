internal import CLibEdit
import SessionCore

/// Lines on a terminal that cannot move its cursor, or is too small: text is only added at the end.
extension LineEditor {
  func readAppending() -> Stop {
    _ = draft.apply(.moveToEnd)
    var shown: [Unicode.Scalar] = []
    show(prompt)
    isDrawn = false
    var breaks = PastedBreaks()
    while true {
      let event = nextEvent()
      switch event {
      case .key(.enter) where breaks.isPasted(followed: terminal_has_typed(Self.pauseInPaste)):
        isDrawn = false
        continue
      case .key(.text): if breaks.joins() { _ = draft.type(" ", isPasted: true) }
      default: break
      }
      switch event {
      case .isCalm where breaks.isEnter: return finish(.reading(draft.reading), &shown)
      case .isCalm:
        breaks = PastedBreaks()
        update(&shown)
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

  /// The number of milliseconds within which the rest of a paste follows a line break.
  private static var pauseInPaste: Int32 { 10 }

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

/// The line breaks of a paste, on a terminal that does not mark pastes.
///
/// A person never types more immediately after Enter, so a line break with more after it was pasted. It
/// becomes a space, and the paste waits for Enter, as a marked one does.
struct PastedBreaks {
  private var isPending = false
  private var isPaste = false

  /// Whether the last line break was Enter after all, because no text followed it.
  var isEnter: Bool { isPending && !isPaste }

  /// Whether Enter is a line break of a paste.
  ///
  /// - Parameter isFollowed: Whether more comes immediately after it.
  /// - Returns: Whether it is.
  mutating func isPasted(followed isFollowed: Bool) -> Bool {
    guard isFollowed || isPaste else { return false }
    isPending = true
    return true
  }

  /// Whether the text that comes now is joined to the text before a line break, with a space.
  mutating func joins() -> Bool {
    defer { isPending = false }
    isPaste = isPaste || isPending
    return isPending
  }
}
