public import SessionCore

/// A long text, shown one screen at a time to a person at a terminal, until they stop.
public struct PagedText: LineProgram {
  private var unread: ArraySlice<String>
  private var rows: Int?

  /// Creates a text from lines.
  public init(_ lines: [String]) { unread = lines[...] }

  /// The prompt below a screen with more to come.
  public var prompt: String { "Press Enter to go on, or type q to stop: " }

  /// Shows the next screen, or all of it without a terminal.
  public mutating func handle(_ event: LineEvent<Void>) -> [LineEffect<Never>] {
    switch event {
    case .resized(let size):
      rows = size.rows
      return []
    case .line(let line, _) where line.lowercased().hasPrefix("q"): return [.end]
    case .began, .line: break
    case .back, .ended, .interrupted: return [.end]
    case .elapsed, .performed, .refreshed: return []
    }
    guard let rows, rows > 3 else { return [.write(Array(unread)), .end] }
    let page = unread.prefix(rows - 2)
    unread = unread.dropFirst(rows - 2)
    return [.write(Array(page))] + (unread.isEmpty ? [.end] : [])
  }
}
