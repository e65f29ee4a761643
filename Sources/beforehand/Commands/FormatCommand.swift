import ArgumentParser
import Authoring
import SourceText

/// `beforehand format`: guides in the canonical layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Format the spaces and blank lines of guides.",
    discussion: "The text does not change. A file with errors is not formatted; run `check` first."
  )

  @Argument(help: "Guides or content folders. By default, the whole content folder.")
  var paths: [String] = []

  @Flag(
    help: "Change nothing. List the files that would change, and exit with 65 if there are any."
  )
  var check = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let guides = try FormattingRun(paths, in: content.location)
    var outcomes: Set<FormattingRun.Outcome> = []
    try guides.format(isOnlyChecking: check) { path, outcome in
      outcomes.insert(outcome)
      tell(outcome, of: visible(path))
    }
    if outcomes.isSubset(of: [.unchanged]) {
      print("\(counted(guides.count, "file") ?? "no files"): nothing to change.")
    }
    if outcomes.contains(.hasErrors) || outcomes.contains(.wouldChange) { throw Exit.content }
  }

  private func tell(_ outcome: FormattingRun.Outcome, of path: String) {
    switch outcome {
    case .unchanged: break
    case .hasErrors: complain("\(path): has errors; to see them, run `beforehand check`")
    case .wouldChange: print("\(path): would change")
    case .changed: print("\(path): formatted")
    }
  }
}
