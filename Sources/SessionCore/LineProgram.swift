/// What becomes of the text that is already in a line.
///
/// A key that edits, such as an arrow or Backspace, makes every draft an ordinary line.
public enum DraftUse: Hashable, Sendable {
  /// Typing adds to it, and Enter sends it.
  case extended
  /// The first letter typed replaces it, as it does selected text, and Enter sends it as it is.
  case suggested
  /// The first letter typed replaces it, and Enter alone sends an empty line.
  case replaced
}

/// A program that is driven line by line: a session, an author's preview, a question of a command.
///
/// It is a value without input or output. The loop hands it events and does what it
/// returns, so a program runs in a test exactly as it does at a terminal.
public protocol LineProgram {
  /// A request to the outside, such as to record answers.
  associatedtype Request: Sendable
  /// The result of a request.
  associatedtype Outcome: Sendable

  /// The prompt before the line, on one row.
  var prompt: String { get }
  /// The text that is already in the line; usually empty.
  var draft: String { get }
  /// What becomes of the draft when something is typed, and when nothing is.
  var draftUse: DraftUse { get }
  /// Whether the space bar alone is the same as Enter.
  var takesSpace: Bool { get }
  /// What the Tab key can complete; used only at a terminal.
  var completions: [String] { get }
  /// How long to wait for a key before sending ``LineEvent/elapsed``; nil to wait forever.
  var patience: Duration? { get }

  /// Handles an event, and returns what to do, in order.
  mutating func handle(_ event: LineEvent<Outcome>) -> [LineEffect<Request>]
}

/// Something that happened at the terminal, or the result of a request.
public enum LineEvent<Outcome: Sendable>: Sendable {
  /// The program was started.
  ///
  /// This is the first event, and comes only once.
  case began
  /// The terminal has this size from now on; never comes without a terminal.
  case resized(TerminalSize)
  /// The person pressed Enter on this text; `isCut` if the line was longer than the limit.
  case line(String, isCut: Bool)
  /// The person pressed Escape on an empty line.
  case back
  /// The person pressed Control-C; the text of the line is not lost.
  case interrupted
  /// The person pressed Control-L to see the question again; the text of the line is not lost.
  case refreshed
  /// No key came for as long as ``LineProgram/patience``; the text of the line is not lost.
  case elapsed
  /// No more lines will come; `draft` is what was typed but not sent.
  case ended(InputEnding, draft: String)
  /// The result of a request.
  case performed(Outcome)
}

/// Something the loop must now do.
public enum LineEffect<Request: Sendable>: Sendable {
  /// Write these lines.
  case write([String])
  /// Make a request; its result is the next event.
  case perform(Request)
  /// Stop reading: the program is over.
  case end
}

/// Why no more lines will come.
public enum InputEnding: Equatable, Sendable {
  /// The file or pipe ended.
  case endOfInput
  /// The terminal is gone.
  case hangUp
  /// The system asked the program to end.
  case terminated
}

/// The size of a terminal in character cells.
public struct TerminalSize: Hashable, Sendable {
  /// The cells in a row.
  public let columns: Int
  /// The rows of the window.
  public let rows: Int

  /// Creates a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

extension LineProgram {
  /// The line is empty.
  public var draft: String { "" }
  /// Typing adds to the draft.
  public var draftUse: DraftUse { .extended }
  /// A space is a space.
  public var takesSpace: Bool { false }
  /// Nothing is completed.
  public var completions: [String] { [] }
  /// There is no time limit.
  public var patience: Duration? { nil }
}
