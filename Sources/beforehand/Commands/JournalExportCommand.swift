import ArgumentParser
import Journal

/// `beforehand journal export`: a session, as a program reads it.
struct JournalExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A session, for other programs: session.schema.json says what stands in it."
  )

  /// The forms a session can be exported in.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
  var handle: String
  @Option var format = Form.json
  @OptionGroup var journal: JournalOptions

  func run() throws {
    let wanted = try SessionName(typed: handle, in: journal.data)
    print(try journal.read { try $0.exported(wanted) })
  }
}
