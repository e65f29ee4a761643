/// How serious a problem is.
public enum Severity: String, Hashable, Sendable {
  /// The source cannot be used until it is fixed.
  case error

  /// The source can be used, but someone should look at it.
  case warning
}
