internal import CLibEdit
public import Documents
import SessionCore

/// What was written could not be, with no more said: the reader is gone, or the disk is full.
public struct OutputClosed: Error {}

/// Standard output, and how blocks are laid out for it.
public struct Output: Sendable {
  /// Whether a person reads it.
  public let isTerminal: Bool
  private let base: TerminalRenderer

  /// Standard output, as the environment describes it.
  ///
  /// `ACCESSIBLE` asks for what a pipe gets: words only, no pictures, no columns and no bold.
  public init(environment: [String: String]) {
    isTerminal = LineEditor.hasTerminal
    let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
    let isAccessible = !(environment["ACCESSIBLE"] ?? "").isEmpty
    let isPlain = isDumb || isAccessible || !(environment["NO_COLOR"] ?? "").isEmpty
    base = TerminalRenderer(
      width: environment["COLUMNS"].flatMap { Int($0) } ?? 80,
      usesBold: isTerminal && !isPlain,
      glyphs: !isTerminal || isAccessible ? .words : isDumb ? .signs : .shapes,
      isASCII: Self.isASCII(environment)
    )
  }

  /// How blocks become lines, for the terminal as wide as it is now; 80 columns, or `COLUMNS`, where there
  /// is none.
  public var renderer: TerminalRenderer {
    guard isTerminal, let size = LineEditor.terminalSize else { return base }
    return base.with(width: size.columns)
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
  /// - Throws: That they could not be written.
  public func write(_ lines: some Sequence<String>) throws(OutputClosed) {
    var text = ""
    for line in lines {
      text += line
      text += "\n"
    }
    guard !text.isEmpty else { return }
    print(text, terminator: "")
    if terminal_flush() != 0 { throw OutputClosed() }
  }
}
