import Documents
import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof
@testable import SessionCore

/// What the tables count, compared with what a session really writes.
struct ReadingTimeTests {
  /// A conversation with a real session, and what it wrote.
  struct Conversation {
    var session: Session
    /// The time of everything written and answered so far, in fifths of a second.
    private(set) var time = 0
    /// At each question or menu of the guide: the state, and the time before the question was read.
    private(set) var prompts: [(state: State, time: Int, asksAgain: Bool)] = []

    init(at guide: GuideID, of library: Library) {
      session = Session(
        at: guide,
        of: library,
        setting: SessionSetting(isKiosk: false, isTerminal: false),
        consent: .undecided
      )
      write(session.handle(.began))
    }

    mutating func type(_ line: String) {
      time += ReadingCosts.question
      write(session.handle(.line(line, isCut: false)))
    }

    private mutating func write(_ effects: [LineEffect<RecordingRequest>]) {
      for effect in effects {
        guard case .write(let lines) = effect else { continue }
        for line in lines where !line.hasPrefix(">") {
          time +=
            line.split(separator: " ").count { $0.contains { $0.isLetter || $0.isNumber } }
            * ReadingCosts.word
        }
      }
      guard session.mode == .walk, !session.walk.isFinished else { return }
      let question = session.renderer.lines(session.question).joined(separator: " ")
      let words = question.split(separator: " ").count {
        $0.contains { $0.isLetter || $0.isNumber }
      }
      prompts.append(
        (session.walk, time - words * ReadingCosts.word, session.consent.asksAgain)
      )
    }
  }

  /// Types what somebody types who keeps nothing, and changes nothing in the review.
  private func answer(
    _ talk: inout Conversation,
    _ library: Library,
    _ isShort: Bool,
    _ chance: inout SeededGenerator
  ) {
    if case .consent = talk.session.mode { return talk.type("2") }
    let isWalk = talk.session.mode == .walk
    talk.type(isWalk ? line(for: talk.session.asked, library, isShort, &chance) : "1")
  }

  private func line(
    for asked: Effect?,
    _ library: Library,
    _ isShort: Bool,
    _ chance: inout SeededGenerator
  ) -> String {
    guard case .ask(let asking)? = asked else { return "1" }
    let question = library[asking.question]
    let offered = Screen.offered(asking, question)
    if question.name == "time" { return isShort ? "1" : "2" }
    if Int.random(in: 0..<6, using: &chance) == 0 { return "skip" }
    switch question.domain {
    case .choice: return String(Int.random(in: 1...offered.count, using: &chance))
    case .ticks:
      let first = Int.random(in: 1...offered.count, using: &chance)
      let second = Int.random(in: 1...offered.count, using: &chance)
      let isAlone = [first, second].contains { question.exclusive.contains(place: offered[$0 - 1]) }
      return isAlone || first == second ? "\(first)" : "\(first) \(second)"
    case .number(let numbers):
      let most = Int(floorOf: numbers.range.upperBound)
      return String(Int.random(in: 0...min(most, 400), using: &chance))
    case .date: return "2026-11-21"
    case .text:
      let words = ["I", "am", "afraid", "of", "it", "and", "of", "more"]
      return words[..<Int.random(in: 2...8, using: &chance)].joined(separator: " ")
    }
  }

  @Test(arguments: [true, false])
  func `what a session writes is what was counted`(isShort: Bool) throws {
    let folder = try Folder.real()
    let library = try #require(folder.checked().library)
    var chance = SeededGenerator(seed: isShort ? 1 : 2)
    for guide in library.guides.indices.dropFirst() {
      var rests = RestOfWalks(library)
      var worst = 0.0
      var missed: [String] = []
      for _ in 0..<3 {
        var talk = Conversation(at: GuideID(guide), of: library)
        if talk.session.mode != .walk { talk.type("2") }
        while !talk.session.isOver {
          answer(&talk, library, isShort, &chance)
        }
        for prompt in talk.prompts {
          let told = rests.remaining(
            at: prompt.state,
            before: nil,
            asksAgain: prompt.asksAgain
          )
          let remaining = try #require(told)
          let rest = Fraction(talk.time - prompt.time, over: 300) ?? .zero
          if !remaining.minutes.contains(rest) {
            missed.append("\(remaining.minutes) without \(rest) at \(prompt.state.awaiting)")
          }
        }
        let witness = Witness(inputs: talk.session.history, state: talk.session.walk)
        let trace = TraceCheck(library: library, witness: witness, guide: guide, inside: [guide])
        // Which headings there are, and how the person leaves, is known at the end.
        let frame = FrameCosts(of: GuideID(guide), in: library, Subroutines(library))
        var past = PastReading(library)
        let table = RestTable(of: GuideID(guide), in: library)
        let sections = past.sums(of: talk.session.walk, since: nil, library, table)?.all.sections
        let headings = (sections ?? []).reduce(0) { $0 + table.closing.heading($1) * 2 }
        let any = frame.headings + frame.anyFarewell
        let own = (frame.asks ? frame.farewellAskedAgain : frame.farewell) + (headings...headings)
        let counted =
          trace.time.lowerBound - any.lowerBound + own.lowerBound...trace.time.upperBound
          - any.upperBound + own.upperBound
        if !counted.contains(talk.time) {
          missed.append("counted \(counted), took \(talk.time)")
        }
        worst = max(
          worst,
          abs(1 - Double(counted.lowerBound + counted.upperBound) / 2 / Double(talk.time))
        )
      }
      #expect(worst < 0.05)
      #expect(missed.first == nil)
    }
  }

  @Test func `after going back and changing answers, what is left is still true`() throws {
    let library = try #require(try Folder.real().checked().library)
    var chance = SeededGenerator(seed: 3)
    var compared = 0
    for guide in library.guides.indices.dropFirst() {
      var rests = RestOfWalks(library)
      for number in 0..<3 {
        let isShort = number % 3 == 0
        var talk = Conversation(at: GuideID(guide), of: library)
        if talk.session.mode != .walk { talk.type("2") }
        var isOnlyForward = 0
        var turns = Int.random(in: 1...4, using: &chance)
        while !talk.session.isOver {
          if case .consent = talk.session.mode {
            talk.type("2")
            continue
          }
          let answered = library.summary(of: talk.session.walk).answers.count
          if turns > 0, answered > 0, Int.random(in: 0..<4, using: &chance) == 0 {
            turns -= 1
            let isReview = talk.session.mode != .walk
            let change = Int.random(in: 2...answered + 1, using: &chance)
            let isChange = isReview || Int.random(in: 0..<2, using: &chance) == 0
            talk.type(isChange ? (isReview ? "\(change)" : "change \(change)") : "back")
            isOnlyForward = talk.prompts.count
            if talk.session.walk.isChanging {
              talk.type(
                line(for: talk.session.asked, library, Bool.random(using: &chance), &chance)
              )
              isOnlyForward = talk.prompts.count - 1
            }
            continue
          }
          let isWalk = talk.session.mode == .walk
          talk.type(isWalk ? line(for: talk.session.asked, library, isShort, &chance) : "1")
        }
        for prompt in talk.prompts.dropFirst(max(isOnlyForward, 0)) {
          if prompt.state.isChanging { continue }
          let told = rests.remaining(at: prompt.state, asksAgain: prompt.asksAgain)
          let remaining = try #require(told)
          let rest = Fraction(talk.time - prompt.time, over: 300) ?? .zero
          compared += 1
          #expect(
            remaining.minutes.contains(rest),
            "\(library.guides[guide].name) \(prompt.state.awaiting)"
          )
        }
      }
    }
    #expect(compared > 40)
  }

  /// Prints how long each way through a guide takes, by the answer about time: shortest, median, and
  /// longest, in tenths of a minute, for someone who keeps nothing and skips one question in six.
  @Test(arguments: [true, false])
  func `each conversation is between the shortest and the longest`(isShort: Bool) throws {
    let library = try #require(try Folder.real().checked().library)
    var chance = SeededGenerator(seed: 7)
    for guide in library.guides.indices.dropFirst() {
      var times: [Int] = []
      var bounds = 0...0
      for number in 0..<21 {
        var talk = Conversation(at: GuideID(guide), of: library)
        if talk.session.mode != .walk { talk.type("2") }
        while !talk.session.isOver {
          answer(&talk, library, isShort, &chance)
          if number == 0, talk.prompts.count == 2, bounds == 0...0 {
            var rests = RestOfWalks(library)
            let told = rests.remaining(at: talk.prompts[1].state, asksAgain: true)
            let minutes = try #require(told).minutes
            let spent = talk.prompts[1].time
            bounds =
              spent + Int(floorOf: minutes.lowerBound.times(Fraction(300)) ?? .zero)...spent
              + Int(floorOf: minutes.upperBound.times(Fraction(300)) ?? .zero)
          }
        }
        times.append(talk.time)
      }
      times.sort()
      if bounds == 0...0 { bounds = times[0]...times[times.count - 1] }
      #expect(bounds.contains(times[0]) && bounds.contains(times[times.count - 1]))
      print(
        library.guides[guide].name,
        isShort ? "short" : "full",
        bounds.lowerBound / 30,
        times[times.count / 2] / 30,
        bounds.upperBound / 30
      )
    }
  }

  @Test func `a part that was just put on the screen can count as unread`() throws {
    let library = try #require(try Folder.real().checked().library)
    var chance = SeededGenerator(seed: 9)
    var compared = 0
    for guide in library.guides.indices.dropFirst() {
      var rests = RestOfWalks(library)
      var talk = Conversation(at: GuideID(guide), of: library)
      if talk.session.mode != .walk { talk.type("2") }
      while talk.session.mode == .walk {
        talk.type(line(for: talk.session.asked, library, false, &chance))
      }
      for (first, second) in zip(talk.prompts, talk.prompts.dropFirst()) {
        guard case .answer(let question) = first.state.awaiting, !library[question].isCheck,
          case .step(let step)? = second.state.walk.dropFirst(first.state.walk.count + 1).first
        else { continue }
        let told = rests.remaining(at: second.state, before: step, asksAgain: true)
        let later = rests.remaining(at: second.state, before: nil, asksAgain: true)
        let (whole, rest) = (try #require(told), try #require(later))
        #expect(whole.partsBegun < rest.partsBegun)
        #expect(whole.parts == rest.parts)
        let read = library.words(in: question) * ReadingCosts.word + ReadingCosts.question
        let shown = Fraction(second.time - first.time - read, over: 300) ?? .zero
        let least = whole.minutes.lowerBound.minus(rest.minutes.lowerBound) ?? .zero
        let most = whole.minutes.upperBound.minus(rest.minutes.upperBound) ?? .zero
        #expect(least <= shown && shown <= most)
        compared += 1
      }
    }
    #expect(compared > 5)
  }

  @Test func `on the shelf, a guide is measured by itself`() throws {
    let library = try #require(try Folder.real().checked().library)
    var rests = RestOfWalks(library)
    for guide in library.guides.indices.dropFirst() {
      var (alone, inside) = (State(of: library), State(of: library))
      _ = library.advance(&alone, .began(GuideID(guide)))
      _ = library.advance(&inside, .began(.house))
      #expect(rests.remaining(at: inside) == nil)
      _ = library.advance(&inside, .opened(.guide(GuideID(guide))))
      let frame = FrameCosts(of: GuideID(guide), in: library, Subroutines(library))
      let around = frame.closing + frame.farewellAskedAgain
      while case .answer(let question) = alone.awaiting {
        let told = (rests.remaining(at: alone), rests.remaining(at: inside))
        let (whole, part) = (try #require(told.0), try #require(told.1))
        #expect(whole.parts == part.parts && whole.partsBegun == part.partsBegun)
        let more = whole.minutes.lowerBound.minus(part.minutes.lowerBound)
        #expect(more == Fraction(around.lowerBound, over: ReadingCosts.minute))
        for input in [Input.answered(question, .skipped)] {
          _ = library.advance(&alone, input)
          _ = library.advance(&inside, input)
        }
      }
      #expect(rests.remaining(at: inside) == nil)
    }
  }
}
