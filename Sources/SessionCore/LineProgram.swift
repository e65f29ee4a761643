/// A program that is driven line by line: a session, an author's preview, a question of a command.
///
/// It is a value without input or output of its own. The one loop hands it events and does what it
/// answers; so a program can be held in a test as it is held at a terminal.
public protocol LineProgram {
  /// What it asks of the world, such as to record answers.
  associatedtype Request: Sendable
  /// What came of a request.
  associatedtype Outcome: Sendable

  /// What stands before the line, on one row.
  var prompt: String { get }
  /// What stands in the line already; empty as a rule.
  var draft: String { get }
  /// What the Tab key may complete; asked for only at a terminal.
  var completions: [String] { get }
  /// How long to wait for a line before ``LineEvent/elapsed`` comes; nil to wait without end.
  var patience: Duration? { get }

  /// Takes an event, and says what is to be done, in order.
  mutating func handle(_ event: LineEvent<Outcome>) -> [LineEffect<Request>]
}

/// Something that happened at the terminal, or that the world answered.
public enum LineEvent<Outcome: Sendable>: Sendable {
  /// The program was started.
  ///
  /// First of all, once.
  case began
  /// The terminal has this size from now on; where there is none, it does not come.
  case resized(TerminalSize)
  /// The person pressed Enter on this text; `isCut` if there was more than a line may hold.
  case line(String, isCut: Bool)
  /// The person pressed Escape on an empty line.
  case back
  /// The person pressed Control-C; the text of the line is not lost.
  case interrupted
  /// The time of ``LineProgram/patience`` is over; the text of the line is not lost.
  case elapsed
  /// No more lines will come; `draft` is what was typed and not sent.
  case ended(InputEnding, draft: String)
  /// What came of a request.
  case performed(Outcome)
}

/// Something the loop must now do.
public enum LineEffect<Request: Sendable>: Sendable {
  /// Write these lines.
  case write([String])
  /// Ask the world; the outcome comes as the next event.
  case perform(Request)
  /// Stop reading: the program is over.
  case end
}

/// Why no more lines will come.
public enum InputEnding: Equatable, Sendable {
  /// The file or pipe is at its end.
  case endOfInput
  /// The terminal is gone.
  case hangUp
  /// The system asked the program to end.
  case terminated
}

/// The size of a terminal in character cells.
public struct TerminalSize: Hashable, Sendable {
  /// Cells of a row.
  public let columns: Int
  /// Rows of the window.
  public let rows: Int

  /// A size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

extension LineProgram {
  /// Nothing stands in the line.
  public var draft: String { "" }
  /// Nothing is completed.
  public var completions: [String] { [] }
  /// There is no hurry.
  public var patience: Duration? { nil }
}
