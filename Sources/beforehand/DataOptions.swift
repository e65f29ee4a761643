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

/// Which journal is read.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a damaged journal that was set aside, by the name that journal list gives.",
      valueName: "name"
    )
  )
  var setAside: String?

  @OptionGroup var data: DataOptions

  /// Opens it.
  func reader() throws -> JournalReader {
    let path = try data.path()
    guard let setAside else { return try JournalReader(path) }
    guard try JournalReader.setAsides(in: path).contains(setAside) else {
      throw Failure("No journal of that name was set aside in \(visible(path)).", exit: .noInput)
    }
    return try JournalReader(path, setAside: setAside)
  }

  /// Reads something of it, or says in words why it cannot.
  func read<Result>(_ work: (JournalReader) throws -> Result) throws -> Result {
    do {
      return try work(reader())
    } catch let error as JournalError {
      throw Failure(words(of: error), exit: error.exit)
    }
  }

  private func words(of error: JournalError) -> String {
    guard case .damaged = error, let setAside else { return error.words(in: data) }
    let command = "beforehand journal verify --set-aside \(shellWord(setAside))\(data.typed)"
    return "What was set aside is damaged: \(command) says where, and what can still be read."
  }

  /// The damaged journals beside the one that is written to.
  func setAsides() throws -> [String] {
    guard setAside == nil else { return [] }
    return try read { _ in try JournalReader.setAsides(in: data.path()) }
  }
}
