import ArgumentParser
import Journal
import SourceText

/// The journal to read.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a damaged journal that was set aside. `journal list` shows its name.",
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
      throw Failure(
        "No journal with that name was set aside in \(visible(path)).",
        exit: .noInput
      )
    }
    return try JournalReader(path, setAside: setAside)
  }

  /// Reads from it, or fails with a message.
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
    return "The journal was set aside because it is damaged. "
      + "To see where, and what can still be read: \(command)"
  }

  /// The damaged journals in the same folder.
  func setAsides() throws -> [String] {
    guard setAside == nil else { return [] }
    return try read { _ in try JournalReader.setAsides(in: data.path()) }
  }
}
