import TerminalUI

/// Where lines go, and how they are laid out for it.
struct Output {
  /// Whether a person reads them.
  let isTerminal: Bool
  private let columns: Int?
  private let usesBold: Bool
  private let drawing: Layout.Drawing
  private let isASCII: Bool

  /// Standard output, as the environment describes it.
  ///
  /// `ACCESSIBLE` asks for what a pipe gets: words only, no pictures, no columns and no bold.
  init(isTerminal: Bool, environment: [String: String]) {
    self.isTerminal = isTerminal
    columns = environment["COLUMNS"].flatMap { Int($0) }
    let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
    let isAccessible = !(environment["ACCESSIBLE"] ?? "").isEmpty
    let isPlain = isDumb || isAccessible || !(environment["NO_COLOR"] ?? "").isEmpty
    usesBold = isTerminal && !isPlain
    drawing = !isTerminal || isAccessible ? .words : isDumb ? .signs : .shapes
    isASCII = Self.isASCII(environment)
  }

  /// The layout for a terminal of so many columns; 80, or `COLUMNS`, where there is none.
  func layout(columns terminal: Int?) -> Layout {
    Layout(
      width: (isTerminal ? terminal : nil) ?? columns ?? 80,
      usesBold: usesBold,
      drawing: drawing,
      isASCII: isASCII
    )
  }

  /// Whether the environment names a character set other than UTF-8.
  ///
  /// Where it names none, nothing is known, and almost every terminal knows UTF-8.
  private static func isASCII(_ environment: [String: String]) -> Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale = named?.lowercased() else { return false }
    return !locale.contains("utf-8") && !locale.contains("utf8")
  }

  /// Writes lines and sends them on their way.
  ///
  /// - Throws: What the system says when they cannot be written.
  func write(_ lines: some Sequence<String>) throws(Failure) {
    let text = lines.map { $0 + "\n" }.joined()
    guard !text.isEmpty else { return }
    print(text, terminator: "")
    try finishOutput()
  }

  /// Writes lines; at a terminal a screen at a time, until whoever reads has had enough.
  ///
  /// - Throws: What the system says when they cannot be written.
  func writePaged(_ lines: [String]) throws(Failure) {
    guard isTerminal, let rows = LineEditor.terminalSize?.rows, rows > 3 else {
      return try write(lines)
    }
    var rest = lines[...]
    while !rest.isEmpty {
      try write(rest.prefix(rows - 2))
      rest = rest.dropFirst(rows - 2)
      if rest.isEmpty { return }
      print("Press Enter to go on, or type q to stop: ", terminator: "")
      try finishOutput()
      guard let typed = readLine(), !typed.lowercased().hasPrefix("q") else { return }
    }
  }
}
