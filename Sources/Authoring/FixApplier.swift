public import SourceText

/// Applies the fixes of diagnostics to the files they are about.
public struct FixApplier {
  /// How often a fix may bring to light what another one mends.
  private static let rounds = 8

  /// What was changed, as `path:line:column: what was done`.
  public private(set) var changes: [String] = []

  /// The fixes made so far, so that one that does not help is not made again and again.
  private var made: Set<String> = []

  /// A value that has changed nothing yet.
  public init() {}

  /// Applies the fixes of what checking finds, checks again, and goes on while that brings more to light.
  ///
  /// - Parameters:
  ///   - paths: What is checked; without any path, all of the content folder.
  ///   - location: Where the content folder is.
  ///   - today: The day for what is due to be read again.
  /// - Returns: What was changed, as `path:line:column: fixed: what was done`.
  /// - Throws: What cannot be read or written.
  public static func applyAll(
    to paths: [String],
    in location: ContentLocation,
    today: Day
  ) throws(AuthoringError) -> [String] {
    var applier = FixApplier()
    for _ in 0..<rounds {
      let inspection = try Inspection(paths, in: location, today: today)
      guard try applier.apply(inspection.diagnostics) else { break }
    }
    return applier.changes
  }

  /// Makes every fix that does not stand in another's way.
  ///
  /// - Returns: Whether any file changed.
  /// - Throws: What cannot be written.
  public mutating func apply(_ diagnostics: [Diagnostic]) throws(AuthoringError) -> Bool {
    var sources: [SourceFile] = []
    for source in diagnostics.flatMap(\.fixedSources) where !sources.contains(source) {
      sources.append(source)
    }
    var hasChanged = false
    for source in sources {
      var fixes: [Fix] = []
      var bytes = source.bytes
      for diagnostic in diagnostics {
        guard let fix = diagnostic.fix, diagnostic.fixedSources == [source] else { continue }
        let fixed = applying(fixes + [fix], to: source)
        let change = "\(diagnostic.place): fixed: \(visible(fix.summary))"
        guard fixed != bytes, made.insert(change).inserted else { continue }
        fixes.append(fix)
        bytes = fixed
        changes.append(change)
      }
      guard bytes != source.bytes else { continue }
      try write(bytes, to: source.path)
      hasChanged = true
    }
    return hasChanged
  }
}

extension Diagnostic {
  /// The files its fix changes, each once.
  fileprivate var fixedSources: [SourceFile] {
    var sources: [SourceFile] = []
    for edit in fix?.edits ?? [] where !sources.contains(edit.source) {
      sources.append(edit.source)
    }
    return sources
  }
}
