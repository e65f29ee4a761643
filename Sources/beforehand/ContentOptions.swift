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

  /// Returns the folder, which is there.
  func folder() throws(ContentError) -> Folder {
    try Folder.found(named: content, environment: environment())
  }
}
