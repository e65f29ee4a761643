import ArgumentParser
import Documents
import SourceText
import Terminal

/// `beforehand help COMMAND`, and `beforehand help language`: the handbook for authors.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show help for a command, or for the language of guides: help language.",
    discussion: """
      `help language` prints the handbook for authors. `help language WORD` prints the chapter on a \
      mark, the chapter with that word in its title, or every paragraph with that word, such as: \
      help language when
      """
  )

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A command, or `language` and a mark or a word.", valueName: "word")
  )
  var words: [String] = []

  func run() throws {
    let words = words.filter { $0 != "-h" && $0 != "--help" }
    guard words.first == "language" else {
      throw CleanExit.helpRequest(command(named: words))
    }
    try printHandbook(words.dropFirst().joined(separator: " "))
  }

  /// The command that the words name; the last one that exists if a word is unknown.
  private func command(named words: [String]) -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = Beforehand.self
    for word in words {
      guard
        let next = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == word
        })
      else { break }
      command = next
    }
    return command
  }

  private func printHandbook(_ word: String) throws {
    let handbook = Handbook(String(decoding: PackageResources.HANDBOOK_md, as: UTF8.self))
    if let blocks = word.isEmpty ? handbook.blocks : handbook.blocks(on: word) {
      let loop = TerminalLoop(Output(environment: environment()))
      var text = PagedText(loop.output.renderer.lines(blocks))
      return try writing { () throws(OutputClosed) in try loop.run(&text) { _ in } }
    }
    let titles = handbook.titles.map { "  \($0)" }.joined(separator: "\n")
    let message =
      "The handbook does not have `\(visible(word))`. Its chapters are:\n\(titles)"
    throw Failure(message, exit: .usage)
  }
}
