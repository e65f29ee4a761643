import ArgumentParser
import Authoring
import SourceText

/// `beforehand test`: conversations that must happen exactly so, and the examples of the guides.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Hold the transcripts again, and walk the examples of the guides.",
    discussion: """
      A transcript is what the screen shows, with every typed line behind `> `. Write its header and \
      the typed lines, run `beforehand test --record`, and read what came. Exits with 0 if all is as \
      it was written, 65 if not.
      """
  )

  @Argument(
    help: """
      Transcripts, or guides for their examples; or a content folder. Without any: all transcripts of \
      the content folder, and the examples of every guide.
      """
  )
  var paths: [String] = []

  @Flag(
    help: "Write what came into the transcripts that differ; it fails all the same, to be read."
  )
  var record = false

  @Flag(help: "List the steps, options and conditions that no test takes; run nothing.")
  var coverage = false

  @Flag(
    help: "Write transcripts that take what no test takes; it fails all the same, to be read."
  )
  var writeMissing = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if [record, coverage, writeMissing].count(where: { $0 }) > 1 {
      throw ValidationError("--record, --coverage and --write-missing are used one at a time.")
    }
  }

  func run() throws {
    let tests = try TestSuite(paths, in: content.location)
    let library = try tests.library(today: today())
    if coverage {
      for line in try tests.coverage(of: library).lines { print(line) }
      return
    }
    if writeMissing { return try tell(tests.writeMissing(over: library)) }
    let tally = try tests.run(over: library, isRecording: record) { outcome in
      print("\(outcome.faults.isEmpty ? "passed" : "failed")  \(visible(outcome.name))")
      for fault in outcome.faults { print("        \(visible(fault))") }
    }
    print("\n\(tally.passed) passed, \(tally.failed) failed")
    if tally.failed > 0 { throw Exit.content }
  }

  private func tell(_ written: TestSuite.Written?) throws {
    guard let written else { return print("Nothing is missing.") }
    for path in written.paths { print("wrote  \(visible(path))") }
    for line in written.unreached { print(line) }
    if written.paths.isEmpty { return }
    print(
      "\nRead them before you keep them: they say what the guide does, not what it should do."
    )
    throw Exit.content
  }
}
