import ArgumentParser
import Journal
import SourceText

/// `beforehand journal erase`: makes a session unreadable.
struct JournalEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase a session by deleting its key. After that, no one can read it."
  )
  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String
  @OptionGroup var data: DataOptions

  func run() throws {
    let wanted = try SessionName(typed: handle, in: data)
    let path = try data.path()
    do throws(JournalError) {
      try JournalWriter(path, isMade: false).erase(wanted, at: .now)
    } catch {
      guard error == .noSuchSession, let name = JournalReader.setAside(holding: wanted, in: path)
      else {
        throw Failure(error.words(in: data), exit: error.exit)
      }
      throw Failure(
        "\(wanted) is in \(visible(name)), a damaged journal that was set aside. To erase it, delete "
          + "that file and the files whose names begin the same way. This erases everything in it.",
        exit: .noInput
      )
    }
    print("\(wanted) is erased. The journal has no copy of its key anymore.")
  }
}
