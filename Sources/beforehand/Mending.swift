import ContentFolder
import SourceText

/// Applies the fixes of diagnostics to the files they are about.
struct Mending {
  /// How often a fix may bring to light what another one mends.
  static let rounds = 8

  /// What was changed, as `path:line:column: what was done`.
  private(set) var changes: [String] = []

  /// The fixes made so far, so that one that does not help is not made again and again.
  private var made: Set<String> = []

  init() {}

  /// Makes every fix that does not stand in another's way; whether any file changed.
  mutating func mend(_ diagnostics: [Diagnostic]) throws(ContentError) -> Bool {
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
        let mended = applying(fixes + [fix], to: source)
        let change = "\(diagnostic.place): fixed: \(visible(fix.summary))"
        guard mended != bytes, made.insert(change).inserted else { continue }
        fixes.append(fix)
        bytes = mended
        changes.append(change)
      }
      guard bytes != source.bytes else { continue }
      try replaceFile(at: source.path, with: bytes)
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

  /// Where it is, as `path:line:column`.
  var place: String {
    guard let label = labels.first else { return "" }
    let (line, column) = label.source.position(at: label.span.start)
    return "\(visible(label.source.path)):\(line):\(column)"
  }
}
