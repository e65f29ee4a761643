import ArgumentParser
import ContentFolder

/// Where the content is, for every command that reads it.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The content folder. Otherwise $BEFOREHAND_CONTENT, ./Content, or the one beside the program.",
      valueName: "folder"
    )
  )
  var content: String?

  /// What names the folder again on another command line; empty if nothing was named on this one.
  var typed: String { content.map { " --content \(shellWord($0))" } ?? "" }

  /// Returns the folder, which is there.
  func folder() throws(ContentError) -> Folder {
    try Folder.found(named: content, environment: environment())
  }
}
