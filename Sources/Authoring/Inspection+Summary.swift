import GuideCheck
import SourceText

extension Inspection {
  /// The result in one paragraph.
  public var summary: String {
    var sentences: [String] = []
    if diagnostics.isEmpty {
      if let errors = counted(errorsElsewhere, "error") {
        return "This check is not complete, because the rest of the content has \(errors). "
          + "For details, run `check` without naming a file."
      }
      return "\(counts): no problems found."
    }
    let errors = diagnostics.filter { $0.severity == .error }.count
    let files = Set(diagnostics.compactMap { $0.labels.first?.source.path }).count
    let kinds = [counted(errors, "error"), counted(diagnostics.count - errors, "warning")]
    let what = kinds.compactMap(\.self).joined(separator: " and ")
    sentences.append("\(what) in \(counted(files, "file") ?? "no files").")
    let fixes = diagnostics.filter { $0.fix != nil }.count
    if let fixes = counted(fixes, "fix", "fixes") {
      sentences.append("\(fixes) can be applied with --fix.")
    }
    if let errors = counted(errorsElsewhere, "error") {
      sentences.append(
        "The rest of the content has \(errors). For details, run `check` without naming a file."
      )
    }
    return sentences.joined(separator: " ")
  }

  /// Which guides for patients no one has signed; nil as long as there are other problems to fix.
  public var unsigned: String? {
    guard diagnostics.isEmpty else { return nil }
    let guides = libraries.flatMap(\.guides).filter { $0.kind != .house && $0.kind != .form }
    let names = guides.filter(\.signatures.isEmpty).map(\.name)
    if names.isEmpty { return nil }
    return names.count == guides.count
      ? "No guide is signed yet." : "Not signed yet: \(names.joined(separator: ", "))."
  }

  private var counts: String {
    let parts = libraries.map { library in
      [
        // The house file is not a guide on the shelf.
        counted(library.guides.count - 1, "guide") ?? "no guides",
        counted(library.claims.count, "claim"), counted(library.figures.count, "figure"),
        counted(library.sources.count, "source"),
      ]
    }
    return parts.map { $0.compactMap(\.self).joined(separator: ", ") }.joined(separator: "; ")
  }
}
