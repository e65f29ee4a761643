import Foundation
import GRDB
import GuideCheck
import GuideEngine
import Journal
import Phrases
import SessionRecording
import TestSupport
import Testing

@testable import SessionCore

/// What a person reads and loses when the disk refuses, comes back, or has done more than it said.
struct RecoveryTests {
  private let library: Library
  private let held: RecordedConversation
  private let name: SessionName

  /// A session at its second question.
  init() throws {
    library = try #require(decisionFolder.checked().library)
    (held, name) = try RecordedConversation.kept(over: library, after: ["yes"])
  }

  @Test func `a line that cannot be kept has not happened, and may be typed again`() throws {
    let stood = held.session.walk
    try held.refuseWrites()
    let words = held.take("1 2")
    #expect(words.contains("This could not be saved. Something went wrong with the disk."))
    #expect(words.contains("What worries you?"))
    #expect(held.session.walk == stood)
    #expect(try held.replayed(name) == stood)
    // The journal is reopened for the next line.
    #expect(held.take("1 2").contains("When may you drive?"))
    #expect(held.session.walk != stood)
    #expect(try held.replayed(name) == held.session.walk)
  }

  @Test func `a full disk is told as one`() throws {
    try held.fillDisk()
    var words = ""
    // A page may have room for a line or two.
    for _ in 0..<40 where !words.contains("This could not be saved.") {
      words = held.take("1 2")
      if !words.contains("This could not be saved.") { held.take("back") }
    }
    #expect(words.contains("The disk is full."))
    #expect(try held.replayed(name) == held.session.walk)
  }

  @Test func `a person who leaves after a line was not kept is told so, once`() throws {
    try held.refuseWrites()
    held.take("1 2")
    let words = held.take("quit")
    #expect(held.isOver)
    #expect(words.components(separatedBy: "Your last answer was not saved.").count == 2, "\(words)")
    #expect(try held.events(of: name).map(\.event).suffix(2).last == .left(.quit))
    #expect(try held.events(of: name).count == 3)
  }

  @Test func `a person who types it again and leaves hears of no loss`() throws {
    try held.refuseWrites()
    held.take("1 2")
    held.take("1 2")
    #expect(!held.take("quit").contains("not kept"))
    #expect(try held.events(of: name).last?.event == .left(.quit))
  }

  /// A disk can report a failure and still have written; here, another writer takes its role.
  @Test func `what seemed lost and is there happens then, and the new line is asked for again`()
    throws
  {
    try held.refuseWrites()
    held.take("1 2")
    let lost = Input.answered(
      try #require(held.session.walk.awaiting.question),
      .options(OptionMask(places: [0, 1]))
    )
    do {
      let writer = try JournalWriter(held.path, isMade: false)
      let event = Event(lost, in: library, fingerprint: "00ff")
      try writer.resume(name).appender.append([event], at: .now)
    }
    let words = held.take("3")
    #expect(held.outcomes.last == .wasKept)
    #expect(words.contains("What you typed earlier has now been saved."))
    #expect(words.contains("When may you drive?"))
    #expect(held.session.history.last == lost)
    #expect(try held.replayed(name) == held.session.walk)
  }

  @Test func `if the journal cannot be reopened, the line can be typed again`() throws {
    try held.refuseWrites()
    held.take("1 2")
    let stood = held.session.walk
    do {
      let other = try JournalWriter(held.path, isMade: false)
      let words = held.take("1 2")
      #expect(words.contains("Another window or program is saving answers right now."))
      #expect(held.outcomes.last == .failed(.busy, isReopening: true))
      #expect(held.session.walk == stood)
      withExtendedLifetime(other) {}
    }
    held.take("1 2")
    #expect(held.session.walk != stood)
    #expect(try held.replayed(name) == held.session.walk)
  }

  @Test func `a session that was erased meanwhile is not gone on with in silence`() throws {
    try held.refuseWrites()
    held.take("1 2")
    try JournalWriter(held.path, isMade: false).erase(name, at: .now)
    let words = held.take("1 2")
    #expect(words.contains("No one can read your answers anymore."), "\(words)")
    #expect(!held.isOver)
    held.take("forget")
    #expect(held.session.mode == .erased(over: .walk) && held.outcomes.last == .done)
  }

  @Test func `what cannot be erased is still there, and is erased at the next try`() throws {
    held.take("forget")
    try held.refuseWrites()
    let words = held.take("forget")
    #expect(words.contains("This could not be erased."))
    #expect(!held.isOver)
    #expect(try held.events(of: name).count == 2)
    held.take("forget")
    if held.session.mode != .erased(over: .walk) { held.take("forget") }
    #expect(held.session.mode == .erased(over: .walk))
    #expect(throws: JournalError.erased) { try held.events(of: name) }
  }

  @Test
  func `an erasing that cannot be proved while somebody reads is told as such, and proved later`()
    throws
  {
    let reader = try DatabaseQueue(path: held.path + "/journal.sqlite")
    try reader.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN; SELECT * FROM event")
      held.take("forget")
      let words = held.take("forget")
      #expect(held.outcomes.last == .failed(.unproven(.busy)))
      #expect(words.contains("A trace of their key may still be on this disk."))
      #expect(!held.isOver)
      #expect(throws: JournalError.erased) { try held.events(of: name) }
      try database.execute(sql: "COMMIT")
    }
    held.take("forget")
    #expect(held.session.mode == .erased(over: .walk) && held.outcomes.last == .done)
  }

  /// The same from random lines and a disk that refuses now and then.
  @Test func `whatever fails whenever, the journal says what the screen says`() throws {
    let lines = [
      "1", "1", "2", "3", "1 2", "skip", "skip", "back", "menu", "review", "7", "9", "go on", "4",
      "250", "My own words.", "xyz", "", "change 2", "same", "repeat", "pause",
    ]
    var (refused, recovered) = (0, 0)
    for seed in 0..<12 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      let held = RecordedConversation(over: library, isTerminal: seed % 2 == 0)
      held.begin()
      let name = try #require(held.name)
      for _ in 0..<40 where !held.isOver {
        if Int.random(in: 0..<5, using: &dice) == 0 { try held.refuseWrites() }
        let words = held.take(lines.randomElement(using: &dice) ?? "1")
        if words.contains("This could not be saved.") { refused += 1 }
        if held.outcomes.suffix(2).contains(.done) { recovered += 1 }
        let replayed = try #require(try held.replayed(name))
        #expect(
          library.straightInputs(to: replayed) == library.straightInputs(to: held.session.walk),
          "seed \(seed)"
        )
        #expect(library.summary(of: replayed) == library.summary(of: held.session.walk))
      }
    }
    #expect(refused > 20 && recovered > 20)
  }
}
