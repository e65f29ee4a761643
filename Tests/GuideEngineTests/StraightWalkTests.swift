import GuideCheck
import TestSupport
import Testing

@testable import GuideEngine

struct StraightWalkTests {
  private static let visit = SmallGuides(
    """
    # start: Start
    ? sleep: How did you sleep?
      ( ) well: Well
      ( ) badly: Badly

    check drive: When may you drive?
      ( ) now: Now
      (x) later: Later
      again: Think of sleep.

    # topics: What would you like to look at?
    menu
      must: risks

    ## gains: Gains
    It can help.

    ## risks: Risks
    It can hurt.

    # last: Last
    when sleep is badly:
      Sleep comes back.

    Goodbye.
    """
  )

  /// The question of this name, and an answer with its option of that name.
  private func said(
    _ name: String,
    _ option: String,
    _ library: Library
  ) throws -> (
    QuestionID, Answer
  ) {
    let question = try #require(library.questions.firstIndex { $0.name == name })
    let place = try #require(library.questions[question].option(named: option))
    return (QuestionID(question), .options(OptionMask(place: place)))
  }

  private func topic(_ name: String, _ library: Library) throws -> Menu.Entry {
    .topic(StepID(try #require(library.steps.firstIndex { $0.name == name })))
  }

  @Test func `questions are answered by the rule, and only what must be read is opened`() throws {
    let library = try Self.visit.library()
    let main = try #require(library.guide(named: "main"))
    let sleep = try said("sleep", "badly", library)
    let drive = try said("drive", "later", library).0
    let walk = library.walk(from: main) { asking, _ in
      asking.question == sleep.0 ? sleep.1 : .skipped
    }
    let risks = try topic("risks", library)
    #expect(
      walk.inputs == [
        .began(main), .answered(sleep.0, sleep.1), .answered(drive, .skipped), .opened(risks),
        .readOn,
      ]
    )
    #expect(walk.refusals.isEmpty)
    #expect(walk.state.isFinished)
    let replayed = walk.inputs.reduce(State(of: library)) { library.step($0, $1).state }
    #expect(walk.state == replayed)
  }

  @Test func `a topic is opened by the rule, and one that is not offered is passed over`() throws {
    let library = try Self.visit.library()
    let main = try #require(library.guide(named: "main"))
    let (gains, risks) = (try topic("gains", library), try topic("risks", library))
    let walk = library.walk(from: main) { _, _ in
      .skipped
    } choose: { _, _ in
      gains
    }
    // Once it was looked at, it is no longer offered: what must be read comes next.
    #expect(walk.inputs.suffix(3) == [.opened(gains), .opened(risks), .readOn])
    let all = library.walk(from: main) { _, _ in
      .skipped
    } choose: { offer, _ in
      offer.unseen.first
    }
    #expect(all.inputs == walk.inputs)
  }

  @Test func `an answer that does not fit is told, and the question is skipped`() throws {
    let library = try Self.visit.library()
    let main = try #require(library.guide(named: "main"))
    let walk = library.walk(from: main) { _, _ in .text("So and so") }
    #expect(walk.refusals.map { library[$0.question].name } == ["sleep", "drive"])
    #expect(walk.refusals.map(\.answer) == [.text("So and so"), .text("So and so")])
    #expect(walk.inputs.contains(.answered(walk.refusals[0].question, .skipped)))
    #expect(walk.state.isFinished)
  }

  @Test func `a walk stops where it is told to, and goes on from there`() throws {
    let library = try Self.visit.library()
    let main = try #require(library.guide(named: "main"))
    let drive = try said("drive", "now", library)
    func answer(_ asking: Asking, _ state: State) -> Answer {
      asking.question == drive.0 && !state.isTryingAgain ? drive.1 : .skipped
    }
    let whole = library.walk(from: main, answer: answer)
    #expect(whole.inputs.filter { $0 == .answered(drive.0, drive.1) }.count == 1)
    let start = library.walk(from: main, answer: answer, until: \.isTryingAgain)
    #expect(start.state.awaiting == .answer(drive.0))
    let rest = library.walk(from: start.state, answer: answer)
    #expect(start.inputs + rest.inputs == whole.inputs)
    #expect(rest.state == whole.state)
  }

  @Test func `what has become due is read, and nothing is done while an answer is changed`() throws
  {
    let library = try Self.visit.library()
    let main = try #require(library.guide(named: "main"))
    let sleep = try said("sleep", "badly", library)
    var state = library.walk(from: main) { _, _ in .skipped }.state
    _ = library.advance(&state, .changed(sleep.0))
    let changing = library.walk(from: state) { _, _ in .skipped }
    #expect(changing.inputs.isEmpty && changing.state == state)
    _ = library.advance(&state, .answered(sleep.0, sleep.1))
    #expect(library.walk(from: state) { _, _ in .skipped }.state.isFinished)
    var unread = State(of: library)
    #expect(library.walk(from: unread) { _, _ in .skipped }.inputs.isEmpty)
    _ = library.advance(&unread, .began(main))
    #expect(library.walk(from: unread) { _, _ in .skipped }.state.isFinished)
  }

  // MARK: the bound

  @Test func `some walks are as long as a walk can be`() throws {
    let library = try SmallGuides(
      """
      # start: Start
      check drive: When may you drive?
        ( ) now: Now
        (x) later: Later
        again: Think of sleep.

      menu

      ## gains: Gains
      It can help.

      ## risks: Risks
      It can hurt.
      """
    ).library()
    let main = try #require(library.guide(named: "main"))
    let walk = library.walk(from: main) { asking, _ in
      .options(asking.offered.subtracting(library[asking.question].right))
    } choose: { offer, _ in
      offer.unseen.first
    }
    #expect(walk.state.isFinished)
    // The beginning is not counted, and the shelf was passed by: its menu would be one input, and two.
    #expect(walk.inputs.count - 1 == 2 + 3)
    let shelf = library.walk(from: .house) { asking, _ in
      .options(asking.offered.subtracting(library[asking.question].right))
    } choose: { offer, _ in
      offer.unseen.first
    }
    #expect(shelf.state.isFinished)
    #expect(shelf.inputs.count - 1 == library.mostInputs)
  }

  @Test(arguments: RandomWalkTests.places)
  func `every walk ends, from wherever it goes on`(_ place: RandomWalkTests.Place) {
    let library = place.library
    var pauses = 0
    for seed in 0..<150 as Range<UInt64> {
      var person = Person(library, seed: seed)
      person.wander(steps: 40)
      var dice = SeededGenerator(seed: seed)
      let walk = library.walk(from: person.state) { asking, _ in
        let place = asking.offered.places.randomElement(using: &dice)
        return Bool.random(using: &dice)
          ? .options(place.map { OptionMask(place: $0) } ?? []) : asking.previous ?? .skipped
      } choose: { offer, _ in
        Bool.random(using: &dice) ? offer.unseen.randomElement(using: &dice) : nil
      }
      pauses += walk.inputs.count { $0 == .readOn }
      #expect(walk.state.isFinished != person.state.isChanging, "seed \(seed)")
      #expect(walk.inputs.count <= library.mostInputs, "seed \(seed)")
    }
    #expect(pauses > 0)
  }
}
