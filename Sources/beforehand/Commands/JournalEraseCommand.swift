import ArgumentParser
import Journal
import SourceText

/// `beforehand journal erase`: a session that nobody is to read again.
struct JournalEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase a session: its key goes, and nobody can read it again."
  )
  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
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
        "\(wanted) is in \(visible(name)), a damaged journal that was set aside. To erase it, delete that "
          + "file and those beside it of the same name: everything in it goes.",
        exit: .noInput
      )
    }
    print("\(wanted) is erased. No copy of its key is left in the journal.")
  }
}
