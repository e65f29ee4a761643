import ArgumentParser
import Journal
import SessionRecording
import SourceText

/// `beforehand journal list`: all sessions.
struct JournalListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the sessions: date, name, status, and how much is saved.",
    discussion: "If the journal is damaged, this lists what can be read, and exits with 74."
  )
  @Flag(help: "Write JSON for other programs. The schema is sessions.schema.json.") var json = false
  @OptionGroup var journal: JournalOptions

  func run() throws {
    if json { return print(try journal.read { try $0.exportedSessions() }) }
    try journal.read { reader in
      do throws(JournalError) {
        show(try reader.sessions())
      } catch {
        guard case .damaged = error else { throw error }
        show(try reader.intactSessions())
        throw error
      }
    }
    for name in try journal.setAsides() { print("Damaged and set aside: \(visible(name))") }
  }

  private func show(_ sessions: [JournalReader.Session]) {
    for session in sessions {
      print(session.line)
    }
    if sessions.isEmpty { print("Nothing is kept.") }
  }
}
