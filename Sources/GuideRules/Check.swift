public import GuideCheck
public import SourceText

/// Resolves every name, type, number and citation of a content folder, and holds it to the editor's rules.
///
/// - Parameters:
///   - content: The parsed files.
///   - found: The diagnostics of parsing; an error among them also keeps the library back.
/// - Returns: The library if nothing must be fixed, and all that was found.
public func check(_ content: Content, after found: [Diagnostic] = []) -> CheckResult {
  let resolved = ResolvedContent(of: content)
  let broken = rules.flatMap { $0.check(resolved) }
  return resolved.result(with: broken, after: found)
}
