/// What came of asking a person for a line.
public enum LineReading: Equatable, Sendable {
  /// The person pressed Enter on this text, without the line break.
  case line(String)

  /// The same, but there was more than a line may hold; this is its beginning.
  case cut(String)

  /// The person pressed Escape or Control-B on an empty line.
  case back

  /// The person pressed Control-C; what stands in the line will stand in the next one.
  case interrupted

  /// No more lines will come; this stood in the line, and was not sent.
  case ended(Ending, draft: String)

  /// Why no more lines will come.
  public enum Ending: Equatable, Sendable {
    /// The file or pipe is at its end.
    case endOfInput
    /// The terminal is gone.
    case hangUp
    /// The system asked the program to end.
    case terminated
  }

  /// How many letters a line may hold.
  public static var limit: Int { Draft.limit }
}

extension Draft {
  /// What Enter makes of it.
  var reading: LineReading { isCut ? .cut(text) : .line(text) }
}
