import ArgumentParser
import Authoring
import SourceText

/// `beforehand check`: what must be fixed before patients see it.
struct CheckCommand: ParsableCommand {
  /// How problems are written.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case line
    case text
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check guides, evidence, and everything else patients read.",
    discussion: """
      Explores every path through every guide, and proves every promise. If a promise can be broken, \
      it shows the shortest conversation that breaks it. \
      Exits with 0 if there are no errors, 65 if there are errors, and 66 if a file does not exist. \
      Warnings do not change the exit code.
      """
  )

  @Argument(help: "Guides or content folders. By default, the whole content folder.")
  var paths: [String] = []

  @Option(help: "`text` for people, or `line` for editors: path:line:column: error: title [id].")
  var format = Layout.text

  @Flag(help: "Write JSON for other programs. The schema is check.schema.json.")
  var json = false

  @Flag(help: "Apply the offered fixes, then check again.")
  var fix = false

  @Flag(help: "Show the figures of each guide's proof: states, paths, questions, minutes, time.")
  var proof = false

  @Flag(help: "Save each conversation that breaks a promise as a transcript in its content folder.")
  var save = false

  @Flag(help: "Check again whenever a file is saved, and show what is new.")
  var watch = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if watch, json || fix || proof || save {
      throw ValidationError("Use --watch only with --format.")
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
      for path in try proofs.save() {
        complain("saved \(path)")
      }
      for promise in proofs.notSaved {
        complain("not saved, because the conversation cannot be typed: \(promise)")
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
      let problems = inspection.diagnostics.map { renderer.text(of: $0, color: color) }
      let summary = [inspection.summary, inspection.unsigned].compactMap(\.self)
      let lines = wrapped(summary.joined(separator: " "), width: 80)
      return (problems + [lines.joined(separator: "\n")]).joined(separator: "\n\n")
    }
  }

  private func applyFixes() throws {
    let changes = try FixApplier.applyAll(to: paths, in: content.location, today: today())
    for change in changes {
      // Programs that read the results must not find messages for people among them.
      if json || format == .line { complain(change) } else { print(change) }
    }
    if !changes.isEmpty, !json, format == .text { print() }
  }
}
