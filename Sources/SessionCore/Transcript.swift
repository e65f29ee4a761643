public import Documents
public import GuideCheck
public import GuideEngine

/// A conversation that must happen exactly like this: an author's test, in plain text.
///
/// It has comments and a header, and then what the screen shows, with every typed line after `> `:
///
///     # Someone who has three minutes.
///     guide: what-to-expect
///
///     == What to expect ==
///     …
///     > 1
public struct Transcript: Equatable, Sendable {
  /// Why a text is not a transcript.
  public struct Problem: Error, Equatable {
    /// The number of the line, from 1.
    public let line: Int
    /// What is wrong, and how to fix it.
    public let message: String
  }

  /// The guide to begin with, or `shelf`.
  public let guide: String
  /// The width of the screen in columns.
  public let width: Int
  /// What the screen can draw; a plain transcript has only words.
  public let glyphs: GlyphSet
  /// What the person types, line by line.
  public let typed: [String]
  /// The conversation, line by line, without blank lines at its end.
  public let lines: [String]
  /// The comments and the header, as written.
  let preface: [String]

  /// The text of the transcript with another conversation.
  public func text(with lines: [String]) -> String {
    (preface + lines).joined(separator: "\n") + "\n"
  }

  /// The text of the transcript with only the typed lines, to be filled in.
  public var toFill: String { text(with: [""] + typed.map { "> \($0)" }) }
}

extension Transcript {
  /// Reads a transcript.
  ///
  /// A transcript with only a header and typed lines is to be filled in.
  public static func read(_ text: String) -> Result<Transcript, Problem> {
    // Some editors write an invisible mark at the start of a file.
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    // The screen begins with a blank line, but a new transcript can begin with a typed line.
    let body = lines.firstIndex { $0.allSatisfy(\.isWhitespace) || isTyped($0) } ?? lines.count
    var guide: String?
    var width = 80
    var glyphs = GlyphSet.words
    for (number, line) in lines[..<body].enumerated() where !line.hasPrefix("#") {
      let (key, value) = header(line)
      switch key {
      case "guide": guide = value
      case "width":
        guard let columns = Int(value), (40...132).contains(columns) else {
          return .failure(
            Problem(line: number + 1, message: "`width:` must be a number from 40 to 132.")
          )
        }
        width = columns
      case "drawing":
        guard let named = GlyphSet(rawValue: value) else {
          let message = "`drawing:` must be `words`, `signs`, or `shapes`."
          return .failure(Problem(line: number + 1, message: message))
        }
        glyphs = named
      default:
        let message =
          "A header line is `guide: NAME`, `width: COLUMNS`, or `drawing: shapes`; a blank line ends "
          + "the header."
        return .failure(Problem(line: number + 1, message: message))
      }
    }
    guard let guide else {
      let message = "The header needs a line `guide: NAME`, or `guide: shelf`."
      return .failure(Problem(line: 1, message: message))
    }
    let rest = lines[body...].map { trimmed($0) }
    return .success(
      Transcript(
        guide: guide,
        width: width,
        glyphs: glyphs,
        typed: lines[body...].filter(isTyped).map { typed($0) },
        lines: withoutBlankEnd(rest),
        preface: Array(lines[..<body])
      )
    )
  }

  private static func header(_ line: String) -> (key: String, value: String) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count > 1 ? parts[1] : ""
    return (String(parts[0]), String(value).trimming { $0.isWhitespace })
  }

  private static func isTyped(_ line: String) -> Bool { line == ">" || line.hasPrefix("> ") }

  private static func typed(_ line: String) -> String { String(line.dropFirst(2)) }

  /// Spaces at the end of a line cannot be seen, and editors remove them.
  static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  static func withoutBlankEnd(_ lines: [String]) -> [String] {
    Array(lines[..<(lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }
}

extension Transcript {
  /// Runs the conversation with a library.
  ///
  /// - Parameters:
  ///   - library: The library, including its sources.
  ///   - keeping: Returns the state to use between two typed lines, given the inputs the engine
  ///     accepted since the last one, for tests that save it.
  /// - Returns: The conversation, line by line; nil if there is no such guide.
  public func held(
    over library: Library,
    keeping: (State, [Input]) -> State = { state, _ in state }
  ) -> [String]? {
    holding(over: library, keeping: keeping)?.lines
  }

  /// The inputs that the engine accepts when the conversation runs with a library; nil if there is no
  /// such guide.
  public func inputs(over library: Library) -> [Input]? {
    holding(over: library) { state, _ in state }?.inputs
  }

  private func holding(
    over library: Library,
    keeping: (State, [Input]) -> State
  ) -> (lines: [String], inputs: [Input])? {
    guard let start = guide == "shelf" ? .house : library.guide(named: guide) else { return nil }
    var session = Session(
      at: start,
      of: library,
      setting: SessionSetting(
        isKiosk: false,
        isTerminal: false,
        renderer: TerminalRenderer(width: width, glyphs: glyphs)
      )
    )
    var lines = session.written(.began)
    var count = 0
    for line in typed where !session.isOver {
      session.walk = keeping(session.walk, Array(session.history[count...]))
      count = session.history.count
      lines += session.written(.line(line, isCut: false))
    }
    return (Self.withoutBlankEnd(lines.map { Self.trimmed($0) }), session.history)
  }
}

extension Session {
  /// Handles an event of a session that is not kept; returns the lines it writes.
  fileprivate mutating func written(_ event: LineEvent<RecordingOutcome>) -> [String] {
    handle(event).flatMap { effect -> [String] in
      if case .write(let lines) = effect { lines } else { [] }
    }
  }
}
