import GuideCheck
import GuideEngine
import Reports
import TestSupport
import Testing

@testable import SessionCore

/// What a slip costs a person: nothing they said, and nothing they have yet to read.
struct SlipTests {
  private let library: Library

  init() throws {
    library = try #require(decisionFolder.checked().library)
  }

  private func held(
    _ lines: String...,
    consent: RetentionConsent = .declined(asksAgain: false)
  ) -> HeldSession {
    var held = HeldSession(at: "choice", of: library, isTerminal: true, consent: consent)
    held.begin()
    held.take(lines)
    return held
  }

  private func atTheWords() -> HeldSession {
    held("yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip")
  }

  private let notWritten =
    "What you typed was not written down. If it is your answer, type send."

  @Test func `words that call for help are an answer when they are typed again, and only then`() {
    var held = atTheWords()
    var reply = held.take("I want to die")
    #expect(reply.inputs == [] && reply.text.contains(notWritten))
    #expect(reply.lines.first == "== Help now ==")
    // A punctuation mark more or less does not make it another line.
    reply = held.take("I want to die.")
    guard case .answered(let words, .text("I want to die."))? = reply.inputs.first else {
      Issue.record("\(reply.inputs)")
      return
    }

    // Or it is sent, as it was typed first.
    held = atTheWords()
    held.take("I want to die")
    #expect(held.take("Send").inputs == [.answered(words, .text("I want to die"))])
    // Enter in between only asks again.
    held = atTheWords()
    held.take(["I want to die", ""])
    #expect(held.take("send").inputs == [.answered(words, .text("I want to die"))])
    // Without a call before it, the word is an answer like any other.
    held = atTheWords()
    #expect(held.take("send").inputs == [.answered(words, .text("send"))])

    // Another call, or a word between, is not that line again.
    held = atTheWords()
    for line in ["I want to die", "I want to end it all", "why", "I want to end it all"] {
      #expect(held.take(line).inputs == [], "\(line)")
    }
    #expect(held.session.keptDraft(of: "I want to end it all") == "")
  }

  @Test func `help by its own word is never an answer, nor is a call where a choice is asked`() {
    for word in ["help", "988", "Help!"] {
      var held = atTheWords()
      for _ in 0..<3 {
        let reply = held.take(word)
        #expect(reply.inputs == [] && !reply.text.contains(notWritten), "\(word)")
      }
    }
    var held = held()
    for _ in 0..<3 {
      let reply = held.take("I want to die")
      #expect(reply.inputs == [] && !reply.text.contains(notWritten))
    }
  }

  @Test func `words the person went back past are named before the page is made without them`() {
    var held = atTheWords()
    held.take(["I am tired.", "back", "back", "2"])
    var reply = held.take("stop here")
    #expect(!reply.ends && reply.text.contains("“I am tired.”"), "\(reply.text)")
    var other = held
    reply = held.take("stop here")
    if case .review = held.session.mode { reply = held.take("1") }
    #expect(reply.ends)
    // A person who goes on finds them where they were.
    other.take(["same", "same"])
    #expect(other.session.takenHome.sayFirst == ["I am tired."])
  }

  @Test func `an answer that is changed stays when three lines fit nothing, and that is said`() {
    var held = held("yes", "change 2", "qqq", "www")
    #expect(held.take("eee").text.contains("Your answer stays as it was."))
    #expect(held.take("review").lines.contains { $0.hasPrefix("  2  ") && $0.hasSuffix("Yes") })
  }

  @Test
  func
    `a word that goes on does not answer what should happen to the answers, but yes and no do`()
    throws
  {
    let atStart = Mode.consent(.atStart(try #require(library.guide(named: "choice"))))
    for word in ["", "next", "ok", "continue"] {
      var held = held(word, consent: .undecided)
      #expect(held.session.mode == atStart)
      #expect(held.take("yes").requests.count == 1)
    }
    var held = held("no", consent: .undecided)
    #expect(held.session.mode == .walk && held.session.consent.kept == nil)
    held.take("stop here")
    let requests = held.take("yes").requests
    guard case .begin(_, ending: .stopped, told: _?)? = requests.first else {
      Issue.record("\(requests)")
      return
    }
  }

  @Test func `a guide that asks nothing begins without a question`() throws {
    var folder = decisionFolder
    folder["guides/reading.guide"] =
      "title: Reading\nkind: form\n\n# one: One\nOnly something to read.\n"
    folder["house.guide"] = folder["house.guide"].replacing(
      "=> choice",
      with: "=> choice\n  => reading"
    )
    let library = try #require(folder.checked().library, "\(folder.checked().text)")
    for isTerminal in [true, false] {
      var held = HeldSession(
        at: "reading",
        of: library,
        isTerminal: isTerminal,
        consent: .undecided
      )
      let reply = held.begin()
      #expect(held.session.ending == .finished && reply.requests == [])
    }
  }
}
