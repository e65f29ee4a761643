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
      folder, such as HEAD~1. What every patient sees is proved. The other differences are found by \
      trying both versions with simulated patients who give a few answers and skip the rest; the \
      report says how many answers they give. The order of the text and the length of a session are \
      not compared. Exits with 0 whether or not anything changed.
      """
  )

  @Argument(help: "The old version.")
  var old: String

  @Argument(help: "The new version. By default, the content folder as it is now.")
  var new: String?

  @Option(help: ArgumentHelp("Compare only this guide.", valueName: "name"))
  var guide: String?

  @OptionGroup var content: ContentOptions

  func run() async throws {
    let comparison = try await ContentComparison(
      from: old,
      to: new,
      guide: guide,
      in: content.location,
      git: { await output(of: "git", $0) }
    )
    let text = comparison.document.map { TerminalRenderer(width: 80).text(of: $0) }
    print(text ?? "Nothing that a person reads has changed.")
  }
}
