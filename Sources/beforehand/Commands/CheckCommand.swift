import ArgumentParser
import Authoring
import SourceText

/// `beforehand check`: what must be mended before a patient sees it.
struct CheckCommand: ParsableCommand {
  /// How faults are written.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case line
    case text
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for faults in guides, evidence and all else that patients read.",
    discussion: """
      Every walk of every guide is explored, and every promise proved; a broken one is shown as \
      the shortest conversation that breaks it. \
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

  @Flag(help: "Say what proving each guide came to: states, paths, questions, minutes, time.")
  var proof = false

  @Flag(help: "Keep each conversation that breaks a promise as a transcript of the content folder.")
  var save = false

  @Flag(help: "Check again whenever a file is saved, and show what is new.")
  var watch = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if watch, json || fix || proof || save {
      throw ValidationError("--watch goes with --format alone.")
    }
  }

  func run() throws {
    if watch { return try watchContent() }
    if fix { try applyFixes() }
    var proofs = ProofReport(isMeasuring: proof)
    let inspection = try Inspection(paths, in: content.location, today: today()) {
      proofs.prove($0)
    }
    let drawing = drawing(of: inspection)
    if !drawing.isEmpty { print(drawing) }
    if proof {
      for line in proofs.lines {
        if json || format == .line { complain(line) } else { print(line) }
      }
    }
    if save {
      for path in try proofs.save(in: content.location.transcripts()) {
        complain("kept \(path)")
      }
    }
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
      let summary = [inspection.summary, inspection.unsigned].compactMap(\.self)
      let lines = wrapped(summary.joined(separator: " "), width: 80)
      return (faults + [lines.joined(separator: "\n")]).joined(separator: "\n\n")
    }
  }

  private func applyFixes() throws {
    let changes = try FixApplier.applyAll(to: paths, in: content.location, today: today())
    for change in changes {
      // Among results for programs, words for people would be one more fault.
      if json || format == .line { complain(change) } else { print(change) }
    }
    if !changes.isEmpty, !json, format == .text { print() }
  }
}
