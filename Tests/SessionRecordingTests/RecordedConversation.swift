import Documents
import Foundation
import GRDB
import GuideCheck
import GuideEngine
import Phrases
import SessionCore
import TestSupport
import Testing

@testable import Journal
@testable import SessionRecording

/// A session whose answers go into a real journal, in a folder of its own that is removed with it.
final class RecordedConversation {
  let library: Library
  let path: String
  private(set) var session: Session
  let recorder: SessionRecorder
  private(set) var isOver = false
  /// What came of every request, in order.
  private(set) var outcomes: [RecordingOutcome] = []

  init(
    over library: Library,
    at path: String? = nil,
    text: SessionRecorder.Text = RecordedConversation.text,
    isTerminal: Bool = true,
    consent: RetentionConsent = .requested
  ) {
    self.library = library
    self.path =
      path ?? FileManager.default.temporaryDirectory.appending(path: "recorded-\(UUID())/data").path
    session = Session(
      at: library.guide(named: "choice") ?? .house,
      of: library,
      setting: SessionSetting(isKiosk: false, isTerminal: isTerminal),
      consent: consent
    )
    recorder = SessionRecorder(path: self.path, text: text, library: library, options: "")
  }

  deinit {
    let parent = URL(filePath: path).deletingLastPathComponent()
    if parent.lastPathComponent.hasPrefix("recorded-") {
      try? FileManager.default.removeItem(at: parent)
    }
  }

  static let text = SessionRecorder.Text(
    fingerprint: { "00ff" },
    archive: { Array("the text".utf8) }
  )

  /// Hands an event to the session and its requests to the recorder; returns what was written.
  @discardableResult
  func handle(_ event: LineEvent<RecordingOutcome>) -> String {
    var written: [String] = []
    var effects = session.handle(event)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .write(let lines): written += lines
      case .perform(let request):
        let outcome = recorder.perform(request)
        outcomes.append(outcome)
        effects = session.handle(.performed(outcome)) + effects
      case .end: isOver = true
      }
    }
    return written.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A conversation that is kept, after these lines, and its name.
  static func kept(
    over library: Library,
    after lines: [String]
  ) throws -> (RecordedConversation, SessionName) {
    let held = RecordedConversation(over: library)
    held.begin()
    for line in lines { held.take(line) }
    return (held, try #require(held.name))
  }

  @discardableResult func begin() -> String { handle(.began) }

  @discardableResult func take(_ line: String) -> String { handle(.line(line, isCut: false)) }

  /// The name it is kept under.
  var name: SessionName? {
    recorder.appender?.handle ?? session.consent.kept.flatMap { try? SessionName(parsing: $0.name) }
  }

  /// The events of a session in the journal, read again.
  func events(of name: SessionName) throws -> [KeptEvent] {
    try JournalReader(path).events(of: name)
  }

  /// The place that follows from the journal alone.
  func replayed(_ name: SessionName) throws -> State? {
    RestoredSession(try events(of: name))?.replayed(over: library)
  }

  // MARK: what may go wrong

  /// From now on the disk takes nothing through the journal that is open.
  func refuseWrites() throws {
    try execute(
      """
      CREATE TEMP TRIGGER IF NOT EXISTS refuses BEFORE INSERT ON main.event
      BEGIN SELECT RAISE(FAIL, 'refused'); END
      """
    )
  }

  /// From now on there is no room for the journal that is open to grow.
  func fillDisk() throws { try execute("PRAGMA max_page_count = 1") }

  private func execute(_ sql: String) throws {
    try recorder.appender?.writer.store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}
