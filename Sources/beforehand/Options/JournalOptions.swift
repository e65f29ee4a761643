import ArgumentParser
import Journal
import SourceText

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
