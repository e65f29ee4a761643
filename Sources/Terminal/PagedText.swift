public import SessionCore

/// A long text, shown a screen at a time to a person at a terminal, until they have had enough.
public struct PagedText: LineProgram {
  private var unread: ArraySlice<String>
  private var rows: Int?

  /// A text in lines.
  public init(_ lines: [String]) { unread = lines[...] }

  /// What is asked under a screen with more to come.
  public var prompt: String { "Press Enter to go on, or type q to stop: " }

  /// Shows the next screen, or all of it where nobody sits at a terminal.
  public mutating func handle(_ event: LineEvent<Void>) -> [LineEffect<Never>] {
    switch event {
    case .resized(let size):
      rows = size.rows
      return []
    case .line(let line, _) where line.lowercased().hasPrefix("q"): return [.end]
    case .began, .line: break
    case .back, .ended, .interrupted: return [.end]
    case .elapsed, .performed: return []
    }
    guard let rows, rows > 3 else { return [.write(Array(unread)), .end] }
    let page = unread.prefix(rows - 2)
    unread = unread.dropFirst(rows - 2)
    return [.write(Array(page))] + (unread.isEmpty ? [.end] : [])
  }
}
