public import SourceText

/// Applies the fixes of diagnostics to the files they are about.
public struct FixApplier {
  /// The maximum number of rounds, because a fix can reveal another problem that has a fix.
  private static let rounds = 8

  /// What was changed, as `path:line:column: fixed: what was done`.
  public private(set) var changes: [String] = []

  /// The changes so far, so that a fix that does not help is applied only once.
  private var made: Set<String> = []

  /// Creates a value that has not changed anything yet.
  public init() {}

  /// Applies the fixes that checking offers, and checks again until there is nothing more to fix.
  ///
  /// - Parameters:
  ///   - paths: What to check; if empty, the whole content folder.
  ///   - location: Where the content folder is.
  ///   - today: The day that decides whether a review is due.
  /// - Returns: What was changed, as `path:line:column: fixed: what was done`.
  /// - Throws: An error if something cannot be read or written.
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

  /// Applies every fix that does not conflict with another.
  ///
  /// - Returns: Whether any file changed.
  /// - Throws: An error if a file cannot be written.
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
  /// The files that its fix changes, each once.
  fileprivate var fixedSources: [SourceFile] {
    var sources: [SourceFile] = []
    for edit in fix?.edits ?? [] where !sources.contains(edit.source) {
      sources.append(edit.source)
    }
    return sources
  }
}
