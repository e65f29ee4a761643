import GuideCheck
import GuideEngine
import Reports
import TestSupport
import Testing

@testable import TerminalUI

/// What a slip costs a person: nothing they said, and nothing they have yet to read.
struct SlipTests {
  private let library: Library

  init() throws {
    library = try #require(decisionFolder.checked().library)
  }

  private func sitting(
    _ lines: String...,
    keeping: Sitting.Keeping = .nothing(asksAgain: false)
  ) throws -> (Sitting, Sitting.Reply) {
    var sitting = Sitting(
      of: library,
      setting: Sitting.Setting(isKiosk: false, isTerminal: true),
      keeping: keeping
    )
    sitting.sources = ["a-study": aStudy]
    var reply = sitting.begin(at: try #require(library.guide(named: "choice")))
    for line in lines { reply = sitting.take(line) }
    return (sitting, reply)
  }

  private let toTheWords = ["yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip"]

  private func atTheWords() throws -> Sitting {
    var (sitting, _) = try sitting()
    for line in toTheWords { _ = sitting.take(line) }
    return sitting
  }

  private let notWritten = ScreenBlock.note(
    "What you typed was not written down. To put it on your page, type it once more."
  )

  @Test func `words that call for help are an answer when they are typed again, and only then`()
    throws
  {
    var sitting = try atTheWords()
    var reply = sitting.take("I want to die")
    #expect(reply.inputs == [] && reply.blocks.contains(notWritten))
    #expect(reply.blocks.first == .heading("Help now"))
    // A sign more or less is no other line.
    reply = sitting.take("I want to die.")
    guard case .answered(_, .text("I want to die."))? = reply.inputs.first else {
      Issue.record("\(reply.inputs)")
      return
    }

    // Another call, or a word between, is not that line again.
    sitting = try atTheWords()
    for line in ["I want to die", "I want to end it all", "why", "I want to end it all"] {
      #expect(sitting.take(line).inputs == [], "\(line)")
    }
    #expect(sitting.draft(of: "I want to end it all") == "")
  }

  @Test func `help by its own word is never an answer, nor is a call where a choice is asked`()
    throws
  {
    for word in ["help", "988", "Help!"] {
      var sitting = try atTheWords()
      for _ in 0..<3 {
        let reply = sitting.take(word)
        #expect(reply.inputs == [] && !reply.blocks.contains(notWritten), "\(word)")
      }
    }
    var (sitting, _) = try sitting()
    for _ in 0..<3 {
      let reply = sitting.take("I want to die")
      #expect(reply.inputs == [] && !reply.blocks.contains(notWritten))
    }
  }

  @Test func `back at the first pause shows the text again from its first line`() throws {
    var (sitting, _) = try sitting()
    let stood = sitting.state
    let back = sitting.takeAtPause("back")
    #expect(back.blocks == [.note("This is the beginning.")] && back.repeats && !back.leadsAway)
    let menu = sitting.takeAtPause("menu")
    #expect(menu.blocks == [.note("There is no menu to go back to.")])
    #expect(!menu.repeats && !menu.leadsAway && sitting.state == stood)
    _ = sitting.take("yes")
    let reply = sitting.takeAtPause("back")
    #expect(reply.inputs == [.wentBack] && reply.leadsAway)
  }

  @Test func `stop here works at a pause`() throws {
    var (sitting, _) = try sitting("no")
    let reply = sitting.takeAtPause("stop here")
    #expect(reply.isOver && reply.leadsAway)
  }

  @Test func `words the person went back past are named before the page is made without them`()
    throws
  {
    var sitting = try atTheWords()
    _ = sitting.take("I am tired.")
    _ = sitting.take("back")
    _ = sitting.take("back")
    var reply = sitting.take("stop here")
    let shown = Layout(width: 76).lines(reply.blocks).joined(separator: " ")
    #expect(!reply.isOver && shown.contains("“I am tired.”"), "\(shown)")
    var other = sitting
    reply = sitting.take("stop here")
    if case .review = sitting.page { reply = sitting.take("1") }
    #expect(reply.isOver)
    // Whoever goes on finds them where they were.
    _ = other.take("same")
    _ = other.take("same")
    #expect(other.takenHome(sources: [:]).sayFirst == ["I am tired."])
  }

  @Test func `an answer that is changed stays when three lines fit nothing, and that is said`()
    throws
  {
    var (sitting, _) = try sitting("yes", "change 2")
    for line in ["qqq", "www"] { _ = sitting.take(line) }
    let reply = sitting.take("eee")
    let shown = Layout(width: 76).lines(reply.blocks).joined(separator: " ")
    #expect(shown.contains("Your answer stays as it was."))
    #expect(
      sitting.take("review").blocks.contains { block in
        if case .choice("2", let words) = block { words.hasSuffix("Yes") } else { false }
      }
    )
  }

  @Test func `yes is no answer to what should happen to the answers, but it is to after all`()
    throws
  {
    var (sitting, _) = try sitting("yes", keeping: .undecided)
    #expect(sitting.page == .choosing(library.guide(named: "choice")))
    _ = sitting.take("2")
    _ = sitting.take("stop here")
    #expect(sitting.take("yes").wishesToKeep)
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
      var sitting = Sitting(
        of: library,
        setting: Sitting.Setting(isKiosk: false, isTerminal: isTerminal),
        keeping: .undecided
      )
      let reply = sitting.begin(at: try #require(library.guide(named: "reading")))
      #expect(reply.ending == .finished && !reply.wishesToKeep)
    }
  }
}
