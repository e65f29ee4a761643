import ArgumentParser
import ContentFolder
import GuideCheck
import Journal
import SessionRecording
import Terminal

/// `beforehand journal show`: a session, as a person reads it.
struct JournalShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "What was asked and said in a session, and when.",
    discussion: """
      Without a handle, the session that was kept last. The words are those the person read; where \
      neither the journal nor the content folder has them, the names in the scripts stand for them. Of a damaged session it shows what is as it was \
      written, and ends with 74.
      """
  )
  @Argument(help: ArgumentHelp("Its handle, such as maple-river-1.", valueName: "handle"))
  var handle: String?
  @Flag(help: "Write JSON: session.schema.json says what stands in it.") var json = false
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

  /// The text a person read, if it was kept and this program can read it.
  private func library(keptAs fingerprint: String, _ reader: JournalReader) -> Library? {
    (try? reader.text(of: fingerprint)).flatMap { ContentText.library(kept: $0) }
  }
}
