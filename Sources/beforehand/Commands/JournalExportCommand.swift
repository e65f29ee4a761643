import ArgumentParser
import Journal

/// `beforehand journal export`: a session, for other programs.
struct JournalExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a session as JSON for other programs. The schema is session.schema.json."
  )

  /// The formats in which a session can be exported.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String
  @Option var format = Form.json
  @OptionGroup var journal: JournalOptions

  func run() throws {
    let wanted = try SessionName(typed: handle, in: journal.data)
    print(try journal.read { try $0.exported(wanted) })
  }
}
