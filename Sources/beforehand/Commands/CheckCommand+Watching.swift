import ContentFolder
import FoundationEssentials
import SourceText

extension CheckCommand {
  /// Checks again whenever a file is another, until the input ends.
  ///
  /// Only what is new is shown each time, and one line on how it stands: what was said before still stands
  /// above it.
  func watchContent() throws {
    var known: [String: Int] = [:]
    var stamps: [String: Stamp]?
    var hasErrors = false
    repeat {
      let found = watched()
      if found == stamps { continue }
      let isFirst = stamps == nil
      stamps = found
      do {
        var proofs = Proofs(isMeasuring: false)
        let inspection = try Inspection(paths, in: content) { proofs.prove($0) }
        let before = known
        known = [:]
        for diagnostic in inspection.diagnostics {
          known[Self.name(of: diagnostic), default: 0] += 1
          let name = Self.name(of: diagnostic)
          if known[name, default: 0] > before[name, default: 0] { show(diagnostic) }
        }
        let mended = before.reduce(0) { $0 + max(0, $1.value - known[$1.key, default: 0]) }
        let news = counted(mended, "fault is mended", "faults are mended").map { " \($0)." } ?? ""
        let time = "\(clock())  "
        let space = String(repeating: " ", count: time.count)
        let lines = wrapped(inspection.summary + news, width: 80, indent: time, hanging: space)
        print(lines.joined(separator: "\n"))
        hasErrors = inspection.hasErrors
      } catch let error as ContentError {
        // A file may be missing for the moment in which it is saved.
        if isFirst { throw error }
        print("\(clock())  \(Failure(error).message)")
      }
      if isFirst { print("Checked again whenever a file is saved; Control-C ends it.") }
      try finishOutput()
    } while !inputEnds(within: 500)
    if hasErrors { throw Exit.content }
  }

  private func show(_ diagnostic: Diagnostic) {
    let renderer = DiagnosticRenderer()
    switch format {
    case .line: print(renderer.line(of: diagnostic))
    case .text: print(renderer.text(of: diagnostic, color: usesColor()) + "\n")
    }
  }

  /// What a fault is known by while lines move around it.
  private static func name(of diagnostic: Diagnostic) -> String {
    let path = diagnostic.labels.first?.source.path ?? ""
    return "\(path)\n\(diagnostic.id)\n\(diagnostic.title)"
  }

  /// What tells a file from what it was before.
  private struct Stamp: Equatable {
    let size: UInt64
    let changed: Date
  }

  /// The files that count, with their stamps.
  private func watched() -> [String: Stamp] {
    let files = FileManager.default
    let folders = paths.filter { isFolder($0) } + ((try? content.folder()).map { [$0.path] } ?? [])
    let inside = folders.flatMap { folder in
      ((try? files.subpathsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
    }
    var stamps: [String: Stamp] = [:]
    for path in inside + paths {
      guard let attributes = try? files.attributesOfItem(atPath: path) else { continue }
      stamps[path] = Stamp(
        size: attributes[.size] as? UInt64 ?? 0,
        changed: attributes[.modificationDate] as? Date ?? .distantPast
      )
    }
    return stamps
  }
}
