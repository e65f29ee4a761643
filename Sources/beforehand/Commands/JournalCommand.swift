import ArgumentParser

/// What was kept, for those who look after it.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List, read, check and erase what was kept.",
    subcommands: [
      JournalListCommand.self, JournalShowCommand.self, JournalVerifyCommand.self,
      JournalExportCommand.self, JournalEraseCommand.self,
    ]
  )
}
