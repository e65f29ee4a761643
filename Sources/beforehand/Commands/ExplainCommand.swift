import ArgumentParser
import SourceText

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
    guard let id else {
      let width = explanations.map(\.id.count).max() ?? 0
      for page in explanations {
        let space = String(repeating: " ", count: width - page.id.count)
        print("\(page.id)\(space)  \(page.meaning)")
      }
      return
    }
    guard let page = explanations.first(where: { $0.id == id }) else {
      let near = suggestions(for: id, among: explanations.map(\.id)).map { "`\($0)`" }
      let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
      let message =
        "No fault is called `\(visible(id))`.\(meant) `beforehand explain` lists them all."
      throw Failure(message, exit: .noInput)
    }
    print(page.page.joined(separator: "\n"))
  }
}
