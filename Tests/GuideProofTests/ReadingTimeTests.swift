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
    var lines: [String] = []
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
        self.lines += lines
        for line in lines where !line.hasPrefix(">") {
          time += line.split(separator: " ").count { $0.contains { $0.isLetter || $0.isNumber } }
            * ReadingCosts.word
        }
      }
      guard session.mode == .walk, !session.walk.isFinished else { return }
      let question = session.renderer.lines(session.question).joined(separator: " ")
      let words = question.split(separator: " ").count { $0.contains { $0.isLetter || $0.isNumber } }
      prompts.append(
        (session.walk, time - words * ReadingCosts.word, session.consent.asksAgain)
      )
    }
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
      var (worst, widest) = (0.0, 0.0)
      var missed: [String] = []
      for _ in 0..<12 {
        var talk = Conversation(at: GuideID(guide), of: library)
        if talk.session.mode != .walk { talk.type("2") }
        while !talk.session.isOver {
          if case .consent = talk.session.mode {
            talk.type("2")
          } else {
            let isWalk = talk.session.mode == .walk
            talk.type(isWalk ? line(for: talk.session.asked, library, isShort, &chance) : "1")
          }
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
        let counted = trace.time
        let isIn = counted.contains(talk.time)
        if !isIn {
          missed.append("counted \(counted), took \(talk.time)")
          let costs = ReadingCosts(library)
          for (first, second) in zip(talk.prompts, talk.prompts.dropFirst()) {
            var sum = 0...0
            var step: StepID?
            for footprint in second.state.walk[first.state.walk.count...] {
              switch footprint {
              case .step(let one): step = one; sum = sum + costs.now[library[one].entry]
              case .passage(let passage):
                for (place, instruction) in library.instructions.enumerated() {
                  if case .say(passage) = instruction { sum = sum + costs.now[place] }
                }
              default: break
              }
            }
            if case .answer(let q) = first.state.awaiting { sum = sum + (library.words(in: q) * 2...library.words(in: q) * 2) }
            print(first.state.awaiting, second.time - first.time - 50, sum, step.map { library[$0].name } as Any)
          }
        }
        worst = max(worst, abs(1 - Double(counted.lowerBound + counted.upperBound) / 2 / Double(talk.time)))
        widest = max(widest, Double(counted.upperBound - counted.lowerBound) / Double(talk.time))
      }
      print(library.guides[guide].name, isShort, "worst", worst, "widest", widest, missed.count)
      #expect(worst < 0.05)
      #expect(missed.first == nil)
    }
  }
}
