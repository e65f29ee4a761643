import GuideCheck
import SourceText

extension Inspection {
  /// The result in one paragraph.
  public var summary: String {
    var sentences: [String] = []
    let errors = diagnostics.filter { $0.severity == .error }.count
    if diagnostics.isEmpty {
      if isComplete {
        sentences.append("\(counts): no problems found\(errorsElsewhere == 0 ? "" : " here").")
      }
    } else {
      let files = Set(diagnostics.compactMap { $0.labels.first?.source.path }).count
      let kinds = [counted(errors, "error"), counted(diagnostics.count - errors, "warning")]
      let what = kinds.compactMap(\.self).joined(separator: " and ")
      sentences.append("\(what) in \(counted(files, "file") ?? "no files").")
    }
    let fixes = diagnostics.filter { $0.fix != nil }.count
    if let fixes = counted(fixes, "fix", "fixes") {
      sentences.append("\(fixes) can be applied with --fix.")
    }
    if !isComplete {
      sentences.append("No path and no promise was tried, because of the errors.")
    } else if !closed.isEmpty {
      sentences.append(
        "Closed until their errors are fixed, and not tried: \(closed.joined(separator: ", "))."
      )
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
