import ArgumentParser
import Authoring

/// `beforehand explain`: what a diagnostic means, with an example and its fix.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a problem reported by `check` and how to fix it.",
    discussion: """
      `check` shows the name of a problem in brackets after `error` or `warning`. Without a name, this \
      lists all problems.
      """
  )

  @Argument(help: ArgumentHelp("The name of a problem, such as unknown-claim.", valueName: "id"))
  var id: String?

  func run() throws {
    let lines = try id.map { try Explanation(of: $0).page } ?? Explanation.list
    print(lines.joined(separator: "\n"))
  }
}
