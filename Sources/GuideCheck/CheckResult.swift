public import SourceText

/// What checking found: every diagnostic, file by file, and the library if there are no errors.
public struct CheckResult: Sendable {
  /// The library; nil if there is an error.
  public let library: Library?
  /// Errors and warnings, in the order of their positions.
  public let diagnostics: [Diagnostic]

  /// Whether something must be fixed.
  public var hasErrors: Bool { library == nil }
}
