import Documents
import GuideCheck
import GuideEngine
import Phrases
import TestSupport
import Testing

@testable import SessionCore

/// What a session does about each thing that can happen.
struct EventTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  private func held(
    isTerminal: Bool = true,
    consent: RetentionConsent = .declined(asksAgain: false),
    _ lines: String...
  ) -> HeldSession {
    var held = HeldSession(at: "choice", of: library, isTerminal: isTerminal, consent: consent)
    held.begin()
    held.take(lines)
    return held
  }

  @Test func `time that passes and a window that changes ask for nothing and change nothing`() {
    let standing = held("yes")
    for event: LineEvent<RecordingOutcome> in [
      .elapsed, .resized(TerminalSize(columns: 40, rows: 10)),
    ] {
      var held = standing
      let reply = held.handle(event)
      #expect(reply.written == [] && reply.requests == [] && !reply.ends)
      #expect(held.session.walk == standing.session.walk && held.session.mode == .walk)
    }
  }

  @Test func `Escape on an empty line goes back, and is not written out`() {
    var held = held(isTerminal: false, "yes")
    let reply = held.handle(.back)
    #expect(reply.inputs == [.wentBack])
    #expect(!reply.lines.contains { $0.hasPrefix(">") })
  }

  @Test func `Control-C says how to leave, and changes nothing`() {
    var held = held()
    let reply = held.handle(.interrupted)
    #expect(reply.text.contains("quit"))
    #expect(reply.inputs == [] && held.session.mode == .walk)
  }

  @Test func `where nobody sees what was typed, it is written out, made visible`() {
    var piped = held(isTerminal: false)
    #expect(piped.take("ye\u{1B}s").written.first == "> ye\u{241B}s")
    var typed = held()
    #expect(!typed.take("yes").written.contains { $0.hasPrefix("> ") })
  }

  @Test func `a line that was too long is told of, and its beginning is the answer`() {
    var held = held("yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip")
    let long = String(repeating: "a", count: Session.mostLetters)
    let reply = held.handle(.line(long, isCut: true))
    #expect(reply.text.contains("10,000"))
    guard case .answered(_, .text(long))? = reply.inputs.first else {
      Issue.record("\(reply.inputs)")
      return
    }
  }

  @Test func `every stream of lines ends`() {
    var held = held(isTerminal: false)
    var count = 0
    while !held.session.isOver, count <= Session.mostLines + 1 {
      held.take("help")
      count += 1
    }
    #expect(held.session.isOver && count <= Session.mostLines + 1)
  }

  @Test func `an outcome nobody waits for does nothing`() {
    let standing = held("yes")
    for outcome: RecordingOutcome in [
      .done, .wasKept, .began(name: "x", setAside: nil), .failed(.diskFull),
    ] {
      var held = standing
      let reply = held.handle(.performed(outcome))
      #expect(reply.written == [] && !reply.ends && held.session.walk == standing.session.walk)
    }
  }

  /// No copy of the library or of the walk is made for a line: only what it changes is.
  @Test func `a line changes nothing before what it does is recorded`() {
    var held = held(consent: .given(name: "maple-river-7"))
    let stood = held.session
    let effects = held.session.handle(.line("yes", isCut: false))
    guard case .perform(.append(let inputs, ending: nil))? = effects.first, effects.count == 1
    else {
      Issue.record("\(effects)")
      return
    }
    #expect(inputs.count == 1)
    #expect(held.session.walk == stood.walk && held.session.history == stood.history)
    #expect(held.session.mode == stood.mode)
    // Only then.
    _ = held.session.handle(.performed(.done))
    #expect(held.session.walk != stood.walk && held.session.history.suffix(1) == inputs[...])
  }

  @Test func `answers that a failed beginning may have left are erased, or named at the end`() {
    let leftover = Leftover(
      name: "maple-river-7",
      command: "beforehand journal erase maple-river-7"
    )
    var held = held(consent: .undecided)
    held.outcome = { _ in .failed(.disk, leftover: leftover) }
    #expect(held.take("1").text.contains("This could not be saved."))
    held.take("2")
    var failing = held
    let words = failing.take("quit")
    #expect(words.requests == [.eraseLeftover])
    #expect(words.text.contains(leftover.command) && words.ends)
    held.outcome = { _ in .done }
    let clean = held.take("quit")
    #expect(clean.requests == [.eraseLeftover] && clean.ends)
    #expect(!clean.text.contains(leftover.name))
  }

  @Test(arguments: [InputEnding.endOfInput, .hangUp, .terminated])
  func `the end of the input ends the session at any prompt`(_ ending: InputEnding) {
    for line in ["", "review", "pause", "forget", "yes"] {
      for consent in [RetentionConsent.given(name: "maple-river-7"), .declined(asksAgain: true)] {
        var held = held(consent: consent)
        held.take(line)
        let reply = held.handle(.ended(ending, draft: "half a wo"))
        #expect(reply.ends && held.session.ending == .left, "\(line)")
        let isKept = consent.kept != nil
        // Words are kept as a draft only where the question asks for words.
        #expect(reply.requests == (isKept ? [.leave(ending, draft: "")] : []), "\(line)")
      }
    }
  }
}
