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

/// Resolves every name, type, number and citation of a content folder.
///
/// - Parameters:
///   - content: The parsed files.
///   - found: The diagnostics of parsing; an error among them also keeps the library back.
/// - Returns: The library if nothing must be mended, and all that was found.
public func check(_ content: Content, after found: [Diagnostic] = []) -> CheckResult {
  let resolved = ResolvedContent(of: content)
  let broken = rules.flatMap { $0.check(resolved) }
  return resolved.result(with: broken, after: found)
}
