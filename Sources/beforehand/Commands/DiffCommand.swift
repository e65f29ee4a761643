import ArgumentParser
import Authoring
import Documents

/// `beforehand diff`: what a new version changes, and for which patients.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Show which patients would see something different in a new version, with an example for each.",
    discussion: """
      Each version is a content folder, a file with one guide, or a git revision of the content \
      folder, such as HEAD~1. All patients are compared, whatever they answer and have gone through \
      before: those who open every topic in reading order, and those who open only what must be read. Each \
      difference is shown with the simplest patient for whom it makes one. What cannot be compared \
      exactly is said to be so. Exits with 0 whether or not anything changed.
      """
  )

  @Argument(help: "The old version.")
  var old: String

  @Argument(help: "The new version. By default, the content folder as it is now.")
  var new: String?

  @Option(help: ArgumentHelp("Compare only this guide.", valueName: "name"))
  var guide: String?

  @Flag(help: "Write JSON for other programs. The schema is diff.schema.json.")
  var json = false

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let comparison = try await ContentComparison(
      from: old,
      to: new,
      guide: guide,
      in: content.location,
      git: { await output(of: "git", $0) }
    )
    if json { return print(comparison.json) }
    let text = comparison.document.map { TerminalRenderer(width: 80).text(of: $0) }
    print(text ?? "Nothing that a person reads has changed.")
  }
}
