internal import CLibEdit
public import Documents
import SessionCore

/// Something could not be written, because the reader is gone or the disk is full.
public struct OutputClosed: Error {}

/// Standard output, and how blocks are laid out for it.
public struct Output: Sendable {
  /// Whether it is a terminal.
  public let isTerminal: Bool
  private let base: TerminalRenderer

  /// Standard output, as the environment describes it.
  ///
  /// With `ACCESSIBLE`, output is as for a pipe: only text, without pictures, columns, or bold.
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

  /// How blocks become lines, for the current width of the terminal; 80 columns, or `COLUMNS`, if there
  /// is none.
  public var renderer: TerminalRenderer {
    guard isTerminal, let size = LineEditor.terminalSize else { return base }
    return base.with(width: size.columns)
  }

  /// Whether the environment names a character set other than UTF-8.
  ///
  /// If it does not name one, UTF-8 is assumed, which almost every terminal supports.
  private static func isASCII(_ environment: [String: String]) -> Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale = named?.lowercased() else { return false }
    return !locale.contains("utf-8") && !locale.contains("utf8")
  }

  /// Writes lines and flushes them.
  ///
  /// - Throws: An error if they could not be written.
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
