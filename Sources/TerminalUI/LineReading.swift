/// What came of asking a person for a line.
public enum LineReading: Equatable, Sendable {
  /// The person pressed Enter on this text, without the line break.
  case line(String)

  /// The person pressed Escape; what stood in the line is dropped.
  case back

  /// The person pressed Control-C; what stood in the line is dropped.
  case interrupted

  /// No more lines will come: the input is at its end, or the terminal is gone.
  case ended
}
