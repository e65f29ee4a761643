import ArgumentParser

/// `beforehand journal`: kept sessions, for the people who manage them.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List, read, verify, export, and erase kept sessions.",
    subcommands: [
      JournalListCommand.self, JournalShowCommand.self, JournalVerifyCommand.self,
      JournalExportCommand.self, JournalEraseCommand.self,
    ]
  )
}
