import GuideCheck
import GuideEngine
import Reports
import TestSupport
import Testing

@testable import SessionCore

/// The review at a terminal: changing, the questions that matter most, and going on from there.
struct ReviewAtTerminalTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  private static let way = [
    "yes", "skip", "2", "1", "go on", "4", "skip", "5", "skip", "I am tired.",
  ]

  private func held(_ lines: [String], isTerminal: Bool = true) -> HeldSession {
    var held = HeldSession(at: "choice", of: library, isTerminal: isTerminal)
    held.begin()
    held.take(lines)
    return held
  }

  private func number(of words: String, in held: HeldSession) -> String {
    var held = held
    let line = held.take("review").lines.first { $0.contains(words) } ?? ""
    return line.split(separator: " ").first.map(String.init) ?? "none"
  }

  // MARK: changing

  @Test func `own words are in the line to be edited, and the review comes straight back`() {
    var held = held(Self.way)
    held.take(number(of: "I am tired.", in: held))
    #expect(held.session.draft == "I am tired.")
    let reply = held.take("I am very tired.")
    #expect(held.session.draft == "")
    #expect(reply.lines.contains("== Your answers =="))
    #expect(reply.text.contains("I am very tired."))
    #expect(held.session.mode == .review(atEnd: true, over: .walk))
  }

  @Test func `a rating is in the line too, and a line that it adds needs no pause`() {
    var held = held(Self.way)
    held.take(number(of: "4 of 5", in: held))
    #expect(held.session.draft == "4")
    #expect(held.take("3").lines.contains("== Your answers =="))
    held.take(number(of: "3 of 5", in: held))
    let reply = held.take("5")
    #expect(reply.lines.contains("== Your answers =="))
    #expect(!reply.lines.contains("  1  Keep reading"))
  }

  @Test(arguments: ["help", " help", "I want to die", " back"])
  func `a call for help or a command after the answer in the line is heard`(typed: String) {
    var held = held(Self.way)
    held.take(number(of: "I am tired.", in: held))
    let reply = held.take("I am tired.\(typed)")
    #expect(!reply.inputs.contains { if case .answered = $0 { true } else { false } })
    #expect(held.session.takenHome.sayFirst == ["I am tired."])
  }

  @Test func `without a terminal nothing is in the line, and same keeps the answer`() {
    var held = held(Self.way, isTerminal: false)
    held.take(number(of: "I am tired.", in: held))
    #expect(held.session.draft == "")
    #expect(held.take("same").text.contains("I am tired."))
  }

  @Test func `on the way, a change comes back to the review, and done to the question`() {
    var held = held(Array(Self.way.prefix(3)))
    let place = held.session.walk.awaiting
    held.take("review")
    held.take("2")
    #expect(held.session.walk.isChanging)
    held.take("no")
    #expect(held.session.mode == .review(atEnd: false, over: .walk))
    held.take("done")
    #expect(held.session.mode == .walk)
    #expect(held.session.walk.awaiting == place)
  }

  @Test func `on the way, change and a number comes back to the question`() {
    var held = held(Array(Self.way.prefix(3)))
    let place = held.session.walk.awaiting
    held.take("change 2")
    #expect(held.session.walk.isChanging)
    held.take("no")
    #expect(held.session.mode == .walk)
    #expect(held.session.walk.awaiting == place)
  }

  @Test func `answers that the person went back past are still listed`() {
    var held = held(Array(Self.way.prefix(3)))
    let words = "Your answers are still here:"
    #expect(!held.take("review").text.contains(words))
    for _ in 0..<4 { held.take("back") }
    let reply = held.take("review")
    #expect(reply.text.contains(words))
    #expect(!reply.text.contains("You have not answered anything yet."))
  }

  @Test(arguments: ["1", "done", "ok", "next", "continue", "looks good", "Looks good!"])
  func `ends the review`(word: String) {
    var held = held(Array(Self.way.prefix(3)))
    held.take("review")
    held.take(word)
    #expect(held.session.mode == .walk)
  }

  // MARK: the questions that matter most

  @Test func `a person with many questions is asked once which matter most`() {
    var held = held(Self.way)
    let asked = held.session.takenHome.ask
    #expect(asked.count == 3)
    held.take(number(of: "4 of 5", in: held))
    held.take("same")
    #expect(!held.take("done").text.contains("Which three"))
    #expect(held.session.isOver)
  }

  @Test func `the questions picked come first on the page`() throws {
    let library = try #require(manyQuestions.checked().library)
    for isTerminal in [true, false] {
      var held = HeldSession(at: "many", of: library, isTerminal: isTerminal)
      held.begin()
      held.take("1")
      #expect(held.session.mode == .review(atEnd: true, over: .walk))
      let reply = held.take("done")
      if !isTerminal {
        #expect(held.session.isOver)
        #expect(reply.text.contains("1  Q one? 2  Q two? 3  Q three?"))
        continue
      }
      #expect(reply.text.contains("Which three questions matter most to you?"))
      #expect(reply.lines.contains("  7  Q five?"))
      #expect(held.take("99").text.contains("Type the numbers of up to 3 of your questions"))
      let page = held.take("7, 4")
      #expect(page.inputs == [.prioritized(["Q five?", "Q two?"])])
      #expect(page.text.contains("What I want to ask first == 1  Q five? 2  Q two?"))
      #expect(held.session.isOver)
    }
  }

  @Test func `Enter picks nothing, done takes the first three, and top picks them in the review`()
    throws
  {
    let library = try #require(manyQuestions.checked().library)
    var held = HeldSession(at: "many", of: library, isTerminal: true)
    held.begin()
    held.take("1")
    var other = held
    other.take("done")
    #expect(other.take("").text.contains("Which three questions matter most to you?"))
    #expect(!other.session.isOver)
    #expect(other.take("done").text.contains("1  Q one? 2  Q two? 3  Q three?"))
    #expect(other.session.isOver)
    #expect(held.take("top 5 6").inputs == [.prioritized(["Q three?", "Q four?"])])
    #expect(held.take("done").text.contains("1  Q three? 2  Q four?"))
    #expect(held.session.isOver)
  }

  private var manyQuestions: Folder {
    Folder([
      "house.guide": "title: House\nkind: house\n\n# shelf: Guides\nmenu\n  => many\n",
      "guides/many.guide": """
      title: Many
      kind: form

      # one: One
      ? sure: Sure?
        ( ) is-so: Yes
        ( ) not-so: No

      ask: Q one?
      ask: Q two?
      ask: Q three?
      ask: Q four?
      ask: Q five?
      """,
    ])
  }

  // MARK: going on

  @Test func `after a guide by itself the next one is a choice, and goes on in the session`() throws
  {
    let library = try #require(try Folder.real().checked().library)
    var held = HeldSession(at: "ketamine-or-ect", of: library)
    held.begin()
    let reply = held.take(["1", "3", "3"])
    let next = try #require(reply.lines.first { $0.hasSuffix("Read next: Cost and insurance") })
    let number = String(next.split(separator: " ")[0])
    let cost = try #require(library.guide(named: "cost-and-insurance"))
    let begun = held.take(number)
    #expect(begun.inputs == [.wentOn(cost)])
    #expect(begun.lines.contains("== Cost and insurance =="))
    #expect(held.session.walk.hasVisited(cost))
    #expect(!held.session.isOver)
    let saved = library.saved(held.session.walk)
    #expect(library.restored(saved).state == held.session.walk)
    held.take("back")
    #expect(held.session.walk.isFinished)
    #expect(!held.session.walk.hasVisited(cost))
  }
}
