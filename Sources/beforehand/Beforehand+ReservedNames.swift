import ArgumentParser

extension Beforehand {
  /// The names that no guide may have: `beforehand NAME` would run the command, not open the guide.
  static var reservedNames: Set<String> {
    plannedCommands.union(configuration.subcommands.compactMap { $0.configuration.commandName })
  }

  /// Planned commands: once such a command exists, a guide of its name could no longer be opened.
  private static let plannedCommands: Set<String> = [
    "audit", "compare", "counsel", "export", "import", "ipdas", "keys", "kiosk", "language-server",
    "retention", "self-test", "sources",
  ]
}
