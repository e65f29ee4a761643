import GuideCheck
import GuideEngine

/// What really happened in a conversation, according to the engine's own walk.
struct TraceCheck {
  let library: Library
  let witness: Witness
  let guide: Int
  /// The guides whose walks can be part of the walk of the guide.
  let inside: Set<Int>
  /// The state at the end of the guide; nil if the walk did not reach it.
  let end: State?

  init(library: Library, witness: Witness, guide: Int, inside: Set<Int>) {
    self.library = library
    self.witness = witness
    self.guide = guide
    self.inside = inside
    end = library.state(atEndOf: GuideID(guide), onWalkOf: witness.state)
  }

  /// The walk of the guide: from its beginning to its end.
  private var extent: Range<Int> {
    guard let end, let first = end.walk.firstIndex(of: .guide(GuideID(guide))) else { return 0..<0 }
    return first..<end.walk.count
  }

  private func comes(_ mention: Mention, _ footprint: State.Footprint) -> Bool {
    switch (footprint, mention) {
    case (.step(let step), .step(let wanted)): step == wanted
    case (.guide(let guide), .guide(let wanted)): guide == wanted
    case (.answer(let question), .question(let wanted)): question == wanted
    case (.passage, .step), (.passage, .guide), (.passage, .question): false
    case (.passage(let passage), _): library.carries(library[passage], mention)
    default: false
    }
  }

  /// Whether a promise is broken on it, with the condition `clause`, which can differ from its own.
  func breaks(_ promise: Promise, isConcerned: (State) -> Bool) -> Bool {
    guard let end, isConcerned(end) else { return false }
    let walk = witness.state.walk
    let extent = extent
    func first(_ mention: Mention, in range: Range<Int>) -> Int? {
      range.first { comes(mention, walk[$0]) }
    }
    switch promise.form {
    case .seeBefore(let mention, let mark):
      guard let late = first(mark, in: extent) else { return false }
      return first(mention, in: 0..<late + 1) == nil
    case .seeAfter(let mention, let mark):
      guard let last = extent.last(where: { comes(mark, walk[$0]) }) else { return false }
      return first(mention, in: last..<extent.upperBound) == nil
    case .seeBeforeEnd(let mention): return first(mention, in: 0..<extent.upperBound) == nil
    case .never(let mention): return first(mention, in: extent) != nil
    case .atMostQuestions(let most): return Fraction(questions) > most
    case .atMostMinutes(let most):
      guard let limit = most.times(Fraction(ReadingCosts.minute)) else { return false }
      return Fraction(time.upperBound) > limit
    }
  }

  /// How many questions the walk of the guide asks.
  var questions: Int {
    witness.state.walk[extent].count { if case .answer = $0 { true } else { false } }
  }

  /// How long the guide takes, started by itself, in fifths of a second.
  var time: ClosedRange<Int> {
    let costs = ReadingCosts(library)
    return time(costs) { question, answer in
      let costs = costs.answers[question.index]
      // A person's own words can be longer than those of a witness.
      if case .text = answer { return costs.answered }
      return costs.cost(of: answer)
    }
  }

  /// The same, where `later` says what an answer costs.
  func time(
    _ costs: ReadingCosts,
    _ later: (QuestionID, Answer) -> ClosedRange<Int>
  ) -> ClosedRange<Int> {
    let frame = FrameCosts(of: GuideID(guide), in: library, Subroutines(library))
    var time = frame.all
    func pay(_ place: Int) { time = time + costs.now[place] + costs.later[place] }
    let places = places
    let walk = witness.state.walk
    var title = 0
    for index in extent {
      switch walk[index] {
      case .guide(let begun):
        pay(library.guides[begun.index].entry)
        if index != extent.lowerBound, !opened.contains(.guide(begun)) { time = time + (0...title) }
      case .step(let step):
        pay(library[step].entry)
        if library[step].isTopic, !opened.contains(.topic(step)) { time = time + (0...title) }
        if !library[step].isTopic { title = costs.titles[step.index] }
      case .passage(let passage):
        if case .alreadySeen = library[passage].kind {
          time = time + costs.passing(passage)
        } else if let place = places.passages[passage] {
          pay(place)
        }
      case .answer(let question):
        if let place = places.questions[question] { pay(place) }
        if let answer = witness.state.answers[question.index] {
          time = time + later(question, answer)
        }
      }
    }
    return time + rounds(costs)
  }

  /// What was opened in a menu.
  private var opened: Set<Menu.Entry> {
    Set(
      witness.inputs.compactMap { if case .opened(let entry) = $0 { entry } else { nil } }
    )
  }

  /// Where each passage is shown, and where each question of the conversation was asked.
  private var places: (passages: [PassageID: Int], questions: [QuestionID: Int]) {
    var passages: [PassageID: Int] = [:]
    for (place, instruction) in library.instructions.enumerated() {
      if case .say(let passage) = instruction { passages[passage] = place }
    }
    var questions: [QuestionID: Int] = [:]
    var state = State(of: library)
    for input in witness.inputs {
      _ = library.advance(&state, input)
      if case .answer(let question) = state.awaiting {
        questions[question] = state.position.counter
      }
    }
    return (passages, questions)
  }

  /// The menus, each time they are offered, and second tries of teach-backs.
  private func rounds(_ costs: ReadingCosts) -> ClosedRange<Int> {
    var state = State(of: library)
    var menus: Set<MenuID> = []
    var time = 0...0
    let extent = extent
    for input in witness.inputs {
      let effects = library.advance(&state, input)
      guard extent.lowerBound < state.walk.count, state.walk.count <= extent.upperBound else {
        continue
      }
      for effect in effects {
        if case .sayAgain(let question) = effect {
          time = time + (costs.retry(question)...costs.retry(question))
        }
      }
      if case .choice(let menu) = state.awaiting,
        inside.contains(library[library[menu].step].guide.index)
      {
        let isFirst = menus.insert(menu).inserted
        time = time + (isFirst ? costs.now[state.position.counter] : costs.reopening(menu))
      }
    }
    return time
  }
}
