import ArgumentParser
import SourceText

/// `beforehand check`: what must be mended before a patient sees it.
struct Check: ParsableCommand {
  /// How faults are written.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case line
    case text
  }

  static let configuration = CommandConfiguration(
    abstract: "Look for faults in guides, evidence and all else that patients read.",
    discussion: """
      Exits with 0 if there is no error, 65 if there is one, 66 if a file is not there. \
      Warnings are shown and do not fail.
      """
  )

  @Argument(help: "Guides, or content folders. Without any: the whole content folder.")
  var paths: [String] = []

  @Option(help: "`text` for people, `line` for editors: path:line:column: error: title [id].")
  var format = Layout.text

  @Flag(help: "Write a JSON list; its schema is check.schema.json.")
  var json = false

  @Flag(help: "Mend what is certain, then look again.")
  var fix = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    if fix { try mend() }
    let inspection = try Inspection(paths, in: content)
    let drawing = drawing(of: inspection)
    if !drawing.isEmpty { print(drawing) }
    if inspection.hasErrors {
      throw Exit.content
    }
  }

  private func drawing(of inspection: Inspection) -> String {
    let renderer = DiagnosticRenderer()
    if json { return renderer.json(of: inspection.diagnostics) }
    switch format {
    case .line: return inspection.diagnostics.map(renderer.line(of:)).joined(separator: "\n")
    case .text:
      let color = usesColor()
      let faults = inspection.diagnostics.map { renderer.text(of: $0, color: color) }
      return (faults + [inspection.summary]).joined(separator: "\n\n")
    }
  }

  private func mend() throws {
    var mending = Mending()
    for _ in 0..<Mending.rounds {
      let inspection = try Inspection(paths, in: content)
      guard try mending.mend(inspection.diagnostics) else { break }
    }
    for change in mending.changes {
      // Among results for programs, words for people would be one more fault.
      if json || format == .line { complain(change) } else { print(change) }
    }
    if !mending.changes.isEmpty, !json, format == .text { print() }
  }
}
