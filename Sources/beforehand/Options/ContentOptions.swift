import ArgumentParser
import Authoring
import ContentFolder

/// The content folder, for every command that reads it.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The content folder. By default, $BEFOREHAND_CONTENT, ./Content, or the one next to the program.",
      valueName: "folder"
    )
  )
  var content: String?

  /// The option as typed, for other command lines; empty if it was not given.
  var typed: String { content.map { " --content \(shellWord($0))" } ?? "" }

  /// The folder's location, for authors' commands.
  var location: ContentLocation {
    ContentLocation(
      named: content,
      environment: environment(),
      reservedNames: Beforehand.reservedNames
    )
  }

  /// Returns the folder, which exists.
  func folder() throws(ContentError) -> Folder {
    try Folder.found(named: content, environment: environment())
  }
}
