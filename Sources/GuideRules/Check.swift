public import GuideCheck
public import SourceText

/// Resolves every name, type, number, and citation of a content folder, and applies the editor's rules.
///
/// - Parameters:
///   - content: The parsed files.
///   - found: The diagnostics of parsing; an error among them also withholds the library.
/// - Returns: All diagnostics, and the library if nothing has to be fixed.
public func check(_ content: Content, after found: [Diagnostic] = []) -> CheckResult {
  let resolved = ResolvedContent(of: content)
  let broken = rules.flatMap { $0.check(resolved) }
  return resolved.result(with: broken, after: found)
}
