import ArgumentParser
import Authoring
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

  /// Where authors' commands look for it.
  var location: ContentLocation {
    ContentLocation(
      named: content,
      environment: environment(),
      reservedNames: Beforehand.reservedNames
    )
  }

  /// Returns the folder, which is there.
  func folder() throws(ContentError) -> Folder {
    try Folder.found(named: content, environment: environment())
  }
}
