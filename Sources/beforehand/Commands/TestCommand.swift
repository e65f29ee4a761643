import ArgumentParser
import Authoring
import SourceText

/// `beforehand test`: replays the transcripts, and runs the examples of the guides.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Replay the transcripts and run each guide's examples.",
    discussion: """
      A transcript is what the screen shows, with every typed line after `> `. To make one, write its \
      header and the typed lines, run `beforehand test --record`, and read the result. Exits with 0 if \
      every test passes, and 65 if not.
      """
  )

  @Argument(
    help: """
      Transcripts, guides for their examples, or a content folder. By default, all transcripts in the \
      content folder and the examples of every guide.
      """
  )
  var paths: [String] = []

  @Flag(
    help:
      "Record the new text in transcripts that differ. The run still fails so that you review them."
  )
  var record = false

  @Flag(help: "List the steps, options, and conditions that no test covers. This runs no tests.")
  var coverage = false

  @Flag(
    help: """
      Write suggested transcripts for whatever no test covers. The run still fails so that you review \
      them.
      """
  )
  var writeMissing = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if [record, coverage, writeMissing].count(where: { $0 }) > 1 {
      throw ValidationError("Use only one of --record, --coverage, and --write-missing.")
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
      print("\(outcome.problems.isEmpty ? "passed" : "failed")  \(visible(outcome.name))")
      for problem in outcome.problems { print("        \(visible(problem))") }
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
      "\nRead them before you keep them: they show what the guide does, not what it should do."
    )
    throw Exit.content
  }
}
