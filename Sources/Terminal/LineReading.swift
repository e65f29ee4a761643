public import SessionCore

/// The result of asking a person for a line.
public enum LineReading: Equatable, Sendable {
  /// The person pressed Enter on this text, without the line break.
  case line(String)

  /// The same, but the line was longer than the limit; this is its beginning.
  case cut(String)

  /// The person pressed Escape or Control-B on an empty line.
  case back

  /// The person pressed Control-C; what is in the line will be in the next one.
  case interrupted

  /// The person pressed Control-L to see the question again; what is in the line will be in the next
  /// one.
  case refreshed

  /// No key came for as long as the time limit; what is in the line will be in the next one.
  case elapsed

  /// No more lines will come; this was in the line but was not sent.
  case ended(InputEnding, draft: String)
}

extension Draft {
  /// Creates the result of pressing Enter.
  var reading: LineReading { isCut ? .cut(text) : .line(text) }
}
