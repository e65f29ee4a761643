import ArgumentParser
import Authoring
import Documents

/// `beforehand diff`: what a new version changes, in terms of people.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say who sees something else in a new version, each with a conversation.",
    discussion: """
      Old and new are content folders, files of one guide, or git revisions of the content folder, \
      such as HEAD~1. What everybody sees is proved. Who else sees something else is found by \
      going through both versions with everyone who gives a few answers and skips the rest; how many \
      answers, it says. In which order things come, and how long a walk takes, is not compared. \
      Exits with 0 whether anything changed or not.
      """
  )

  @Argument(help: "The old version.")
  var old: String

  @Argument(help: "The new version; without it, the content folder as it stands.")
  var new: String?

  @Option(help: ArgumentHelp("Compare this guide only.", valueName: "name"))
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
