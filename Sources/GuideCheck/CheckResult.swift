public import SourceText

/// What checking found: the library if there is no error, and every diagnostic, file by file.
public struct CheckResult: Sendable {
  /// The library; nil as long as there is an error.
  public let library: Library?
  /// Errors and warnings, in the order of their places.
  public let diagnostics: [Diagnostic]

  /// Whether something must be mended.
  public var hasErrors: Bool { library == nil }
}
