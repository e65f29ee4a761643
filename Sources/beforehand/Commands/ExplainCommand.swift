import ArgumentParser
import Authoring

/// `beforehand explain`: what a diagnostic means, with an example and how it is mended.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a fault that `check` finds means, and how it is mended.",
    discussion: """
      The name of a fault stands in brackets behind `error` or `warning`. Without a name: all of them.
      """
  )

  @Argument(help: ArgumentHelp("The name of a fault, such as unknown-claim.", valueName: "id"))
  var id: String?

  func run() throws {
    let lines = try id.map { try Explanation(of: $0).page } ?? Explanation.list
    print(lines.joined(separator: "\n"))
  }
}
