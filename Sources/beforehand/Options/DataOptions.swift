import ArgumentParser
import Journal
import SourceText

/// Where the journal is, for every command that needs it.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The data folder. Otherwise $BEFOREHAND_DATA, or beforehand in $XDG_DATA_HOME.",
      valueName: "folder"
    )
  )
  var data: String?

  /// What names the folder again on another command line; empty if nothing was named on this one.
  var typed: String { data.map { " --data \(shellWord($0))" } ?? "" }

  /// Returns the way to the folder, which need not be there yet.
  ///
  /// - Throws: A failure when nothing says where it could be.
  func path() throws(Failure) -> String {
    let environment = environment()
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let path = data ?? variable("BEFOREHAND_DATA") { return path }
    if let path = variable("XDG_DATA_HOME") { return "\(path)/beforehand" }
    if let path = variable("HOME") { return "\(path)/.local/share/beforehand" }
    throw Failure(
      "There is no place for a journal. Name one with --data FOLDER.",
      exit: .configuration
    )
  }
}

/// A word as a shell takes it, whatever is in it.
func shellWord(_ word: String) -> String {
  let isPlain = word.unicodeScalars.allSatisfy { scalar in
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789._/-+:@%,=".unicodeScalars.contains(scalar))
  }
  return isPlain && !word.isEmpty ? word : "'\(visible(word).replacing("'", with: "'\\''"))'"
}
