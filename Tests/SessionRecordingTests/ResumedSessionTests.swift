import Foundation
import GuideCheck
import GuideEngine
import Journal
import SessionCore
import SessionRecording
import TestSupport
import Testing

/// A resumed session continues at the exact question, even if the text has changed.
final class ResumedSessionTests {
  /// The text the session was held over; the SHA-256 of its bytes tells it from any other.
  private static let text = SessionRecorder.Text(
    fingerprint: { "41a1f654dc79a9ac645afa553c31d51fd115eca8dd1cb9e6c67ae03e52718e8b" },
    archive: { Array("the text".utf8) }
  )

  private let library: Library
  private let path: String
  private let name: SessionName
  /// Where the session was left: at its second question.
  private let stood: State

  init() throws {
    library = try #require(decisionFolder.checked().library)
    path = FileManager.default.temporaryDirectory.appending(path: "resumed-\(UUID())/data").path
    // Only one program writes to a journal: this one is gone when another goes on.
    let held = RecordedConversation(over: library, at: path, text: Self.text)
    held.begin()
    held.take("yes")
    stood = held.session.walk
    name = try #require(held.name)
    held.take("quit")
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }

  private var events: [KeptEvent] {
    get throws { try JournalReader(path).events(of: name) }
  }

  private func resumed(
    _ name: SessionName? = nil,
    over library: Library? = nil,
    as fingerprint: String = text.fingerprint(),
    reading: ([UInt8]) -> Library? = { _ in nil }
  ) throws(JournalError) -> ResumedSession {
    try ResumedSession(
      name,
      in: path,
      text: SessionRecorder.Text(
        fingerprint: { fingerprint },
        archive: { Array("another text".utf8) }
      ),
      library: library ?? self.library,
      setting: SessionSetting(isKiosk: false, isTerminal: false),
      options: "",
      reading: reading
    )
  }

  @Test func `without a name it is the session left last, as it was left`() throws {
    let resumed = try resumed()
    #expect(resumed.session.walk == stood)
    #expect(resumed.session.consent.kept?.name == "\(name)")
    #expect(try events.last?.event == .left(.quit))
  }

  @Test func `new events are kept after the earlier ones`() throws {
    let count = try events.count
    let resumed = try resumed(name)
    var session = resumed.session
    _ = session.handle(.began)
    for effect in session.handle(.line("1 2", isCut: false)) {
      guard case .perform(let request) = effect else { continue }
      _ = session.handle(.performed(resumed.recorder.perform(request)))
    }
    #expect(try events.count > count)
    #expect(try RestoredSession(events)?.replayed(over: library) == session.walk)
  }

  @Test func `over another text it is carried over, and that is kept first`() throws {
    var folder = decisionFolder
    folder["house.guide"] = folder["house.guide"].replacing("ever had", with: "once had")
    let other = try #require(folder.checked().library)
    let resumed = try resumed(over: other, as: "11ee") { bytes in
      bytes == Array("the text".utf8) ? library : nil
    }
    // The question whose words changed is asked again.
    guard case .answer(let question) = resumed.session.walk.awaiting else {
      Issue.record("nothing is asked")
      return
    }
    #expect(other[question].name == "bipolar")
    guard case .carriedOver(_, "11ee")? = try events.last?.event else {
      Issue.record("that it was carried over is not kept")
      return
    }
  }

  @Test func `where the old text cannot be read, what fits goes on`() throws {
    let resumed = try resumed(as: "11ee")
    #expect(resumed.session.walk.awaiting == stood.awaiting)
  }

  @Test func `without an open session there is nothing to go on with`() throws {
    try JournalWriter(path, isMade: false).erase(name, at: .now)
    #expect(throws: JournalError.noOpenSession) { try resumed() }
    #expect(throws: JournalError.erased) { try resumed(name) }
  }
}
