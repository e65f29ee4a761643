import ArgumentParser
import ContentFolder
import GuideCheck
import Journal
import SessionRecording
import Terminal

/// `beforehand journal show`: a session, for people.
struct JournalShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what was asked and answered in a session, and when.",
    discussion: """
      Without a name, this shows the session that was kept last. It uses the text that the person \
      read; if neither the journal nor the content folder has that text, it shows the names in the \
      scripts instead. If the session is damaged, it shows the undamaged records, and exits with 74.
      """
  )
  @Argument(help: ArgumentHelp("The session's name, such as maple-river-1.", valueName: "handle"))
  var handle: String?
  @Flag(help: "Write JSON for other programs. The schema is session.schema.json.") var json = false
  @OptionGroup var place: ContentOptions
  @OptionGroup var journal: JournalOptions

  func run() throws {
    let named = try handle.map { try SessionName(typed: $0, in: journal.data) }
    try journal.read { reader in
      let wanted = try named ?? reader.latest(that: "can be shown", in: journal.data)
      do throws(JournalError) {
        try print(
          json ? reader.exported(wanted) : text(wanted, reader.events(of: wanted), reader)
        )
      } catch {
        guard case .damaged = error else { throw error }
        try print(
          json
            ? reader.exportedIntact(wanted)
            : text(wanted, reader.intactEvents(of: wanted), reader)
        )
        throw error
      }
    }
  }

  private func text(
    _ handle: SessionName,
    _ events: [KeptEvent],
    _ reader: JournalReader
  ) -> String {
    let output = Output(environment: environment())
    let screen = SessionScreen(of: handle, events) { fingerprint in
      fingerprint.flatMap { library(keptAs: $0, reader) } ?? place.library
    }
    return screen.lines(output.renderer, isTerminal: output.isTerminal).joined(separator: "\n")
  }

  /// The text that a person read, if it was kept and this program can read it.
  private func library(keptAs fingerprint: String, _ reader: JournalReader) -> Library? {
    (try? reader.text(of: fingerprint)).flatMap { ContentText.library(kept: $0) }
  }
}
