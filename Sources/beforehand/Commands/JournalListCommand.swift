import ArgumentParser
import Journal
import SessionRecording
import SourceText

/// `beforehand journal list`: the sessions there are.
struct JournalListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The sessions, a line each: day, handle, how it stands, how much of it is kept.",
    discussion: "Of a damaged journal it lists what can be read, and ends with 74."
  )
  @Flag(help: "Write JSON: sessions.schema.json says what stands in it.") var json = false
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
