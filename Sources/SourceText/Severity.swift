/// How much a diagnostic matters.
public enum Severity: String, Hashable, Sendable {
  /// The source cannot be used before it is mended.
  case error

  /// The source can be used, and should be looked at.
  case warning
}
