import ArgumentParser
import Journal
import SourceText

/// The data folder, for every command that uses the journal.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The data folder. By default, $BEFOREHAND_DATA, or beforehand in $XDG_DATA_HOME.",
      valueName: "folder"
    )
  )
  var data: String?

  /// The option as typed, for other command lines; empty if it was not given.
  var typed: String { data.map { " --data \(shellWord($0))" } ?? "" }

  /// Returns the path of the folder, which might not exist yet.
  ///
  /// - Throws: A failure if neither the option nor the environment names a folder.
  func path() throws(Failure) -> String {
    let environment = environment()
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let path = data ?? variable("BEFOREHAND_DATA") { return path }
    if let path = variable("XDG_DATA_HOME") { return "\(path)/beforehand" }
    if let path = variable("HOME") { return "\(path)/.local/share/beforehand" }
    throw Failure(
      "No data folder is set. Name one with --data FOLDER.",
      exit: .configuration
    )
  }
}

/// A word quoted for a shell, no matter what is in it.
func shellWord(_ word: String) -> String {
  let isPlain = word.unicodeScalars.allSatisfy { scalar in
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789._/-+:@%,=".unicodeScalars.contains(scalar))
  }
  return isPlain && !word.isEmpty ? word : "'\(visible(word).replacing("'", with: "'\\''"))'"
}
