import Foundation
import GuideCheck
import GuideEngine
import Journal
import Phrases
import SessionCore
import SessionRecording
import TestSupport
import Testing

/// What is on the screen is on the disk, and what a person wants erased is not.
struct KeepingTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  @Test func `a session is kept from its first word, and its name is said`() throws {
    let held = RecordedConversation(over: library)
    let words = held.begin()
    let name = try #require(held.name)
    #expect(words.contains("Your answers are kept. Their name is \(name)."))
    #expect(
      try held.events(of: name).map(\.event) == [.began(guide: "choice", fingerprint: "00ff")]
    )
    for line in ["yes", "skip", "2"] {
      held.take(line)
      #expect(try held.replayed(name) == held.session.walk)
    }
  }

  @Test func `what was said before somebody chose to keep it is kept with it`() throws {
    let held = RecordedConversation(over: library, consent: .declined(asksAgain: true))
    held.begin()
    for line in ["yes", "stop here", "1"] { held.take(line) }
    #expect(held.name == nil && !FileManager.default.fileExists(atPath: held.path))
    held.take("1")
    let name = try #require(held.name)
    #expect(held.isOver)
    #expect(try held.events(of: name).last?.event == .stopped)
    guard case .began(_, _, let told?)? = try held.events(of: name).first?.event else {
      Issue.record("what the person was told is not kept")
      return
    }
    #expect(told.contains("Anyone who uses this account can open it."))
    #expect(told.contains("They stay until someone erases them."))
    #expect(try held.replayed(name) == held.session.walk)
  }

  @Test(arguments: [(InputEnding.hangUp, Event.Leaving.hangUp), (.endOfInput, .endOfInput)])
  func `words that were not sent are kept as a draft, and how the input ended`(
    _ ending: InputEnding,
    _ leaving: Event.Leaving
  ) throws {
    let held = RecordedConversation(over: library)
    held.begin()
    let way = ["yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip"]
    for line in way { held.take(line) }
    held.handle(.ended(ending, draft: "I am ti"))
    let name = try #require(held.name)
    #expect(
      try held.events(of: name).suffix(2).map(\.event) == [.drafted("I am ti"), .left(leaving)]
    )
    #expect(held.isOver)
    // A draft is not an answer; the next start of the program puts it into the line again.
    let restored = try #require(RestoredSession(try held.events(of: name)))
    #expect(restored.draft == "I am ti")
    #expect(restored.replayed(over: library) == held.session.walk)
  }

  @Test func `what is erased cannot be read any more`() throws {
    let held = RecordedConversation(over: library)
    held.begin()
    held.take("yes")
    let name = try #require(held.name)
    held.take("forget")
    #expect(try held.events(of: name).count == 2)
    let words = held.take("forget")
    #expect(!held.isOver && words.contains("Nothing of this session is kept."), "\(words)")
    #expect(throws: JournalError.erased) { try held.events(of: name) }
    #expect(held.outcomes.last == .done)
    // Whoever goes on does so with nothing kept.
    #expect(held.take("1").contains("What worries you?"))
    let count = held.outcomes.count
    held.take("1 2")
    #expect(held.session.consent.kept == nil && held.outcomes.count == count)
    for line in ["forget", "forget", "2"] { held.take(line) }
    #expect(held.isOver)
  }

  @Test func `a damaged journal is set aside, named, and not deleted`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recorded-\(UUID())/data")
    do { _ = try JournalWriter(folder.path) }
    let journal = folder.appending(path: "journal.sqlite")
    let bytes = Data(repeating: 7, count: 9000)
    try bytes.write(to: journal)
    let held = RecordedConversation(over: library, at: folder.path)
    let words = held.begin()
    guard case .began(_, let aside?)? = held.outcomes.first else {
      Issue.record("\(held.outcomes)")
      return
    }
    #expect(words.contains("as \(aside)."))
    #expect(
      try Data(contentsOf: journal.deletingLastPathComponent().appending(path: aside)) == bytes
    )
    #expect(try held.replayed(try #require(held.name)) == held.session.walk)
  }

  @Test func `where nothing can be kept, a session that was to be kept does not begin`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let held = RecordedConversation(over: library, at: file.appending(path: "data").path)
    #expect(!held.begin().contains("Have you ever had bipolar disorder?"))
    #expect(held.isOver && held.session.refusal == .cannotCreate)
    // Somebody who chose it at the first question hears why, and may go on without.
    let asked = RecordedConversation(over: library, at: held.path, consent: .undecided)
    asked.begin()
    let words = asked.take("1")
    #expect(words.contains("This could not be saved."))
    #expect(words.contains("Do you want this computer to keep your answers?"))
    #expect(asked.take("2").contains("Have you ever had bipolar disorder?"))
  }

  @Test func `a kept session goes on where it was left, in another process`() throws {
    let first = RecordedConversation(over: library)
    first.begin()
    for line in ["yes", "1 2"] { first.take(line) }
    let name = try #require(first.name)
    first.take("quit")
    #expect(first.isOver)
    let recorder = SessionRecorder(
      path: first.path,
      text: RecordedConversation.text,
      library: library,
      options: ""
    )
    withExtendedLifetime(first) {}
    let (path, walk) = (first.path, first.session.walk)
    let events = try JournalReader(path).events(of: name)
    let restored = try #require(RestoredSession(events))
    #expect(restored.fingerprint == "00ff")
    #expect(restored.replayed(over: library) == walk)
    #expect(recorder.perform(.append([.readOn], ending: nil)) == .done)
  }
}
