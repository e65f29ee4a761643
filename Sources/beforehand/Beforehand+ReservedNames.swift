import ArgumentParser

extension Beforehand {
  /// The names that a guide cannot have: `beforehand NAME` would run the command instead.
  static var reservedNames: Set<String> {
    plannedCommands.union(configuration.subcommands.compactMap { $0.configuration.commandName })
  }

  /// Planned commands: when such a command exists, a guide with its name could no longer be opened.
  private static let plannedCommands: Set<String> = [
    "audit", "compare", "counsel", "export", "import", "ipdas", "keys", "kiosk", "language-server",
    "retention", "self-test", "sources",
  ]
}
