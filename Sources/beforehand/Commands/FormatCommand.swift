import ArgumentParser
import Authoring
import SourceText

/// `beforehand format`: every guide spaced as every other.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Put the spaces and blank lines of guides where they belong.",
    discussion: "Only spaces change. A file with errors is left alone: check it first."
  )

  @Argument(help: "Guides, or content folders. Without any: the whole content folder.")
  var paths: [String] = []

  @Flag(help: "Change nothing; name the files that would change, and exit with 65 if any would.")
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
    case .hasErrors: complain("\(path): has errors; `beforehand check` shows them")
    case .wouldChange: print("\(path): would change")
    case .changed: print("\(path): formatted")
    }
  }
}
