public import SessionCore

/// What came of asking a person for a line.
public enum LineReading: Equatable, Sendable {
  /// The person pressed Enter on this text, without the line break.
  case line(String)

  /// The same, but there was more than a line may hold; this is its beginning.
  case cut(String)

  /// The person pressed Escape or Control-B on an empty line.
  case back

  /// The person pressed Control-C; what is in the line will be in the next one.
  case interrupted

  /// The time given is over; what is in the line will be in the next one.
  case elapsed

  /// No more lines will come; this was in the line, and was not sent.
  case ended(InputEnding, draft: String)
}

extension Draft {
  /// What Enter makes of it.
  var reading: LineReading { isCut ? .cut(text) : .line(text) }
}
