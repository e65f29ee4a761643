import GuideCheck
import GuideEngine

/// What really happened in a conversation, according to the engine's own walk.
struct TraceCheck {
  let library: Library
  let witness: Witness
  let guide: Int
  /// The guides whose walks can be part of the walk of the guide.
  let inside: Set<Int>

  /// The walk of the guide: from its beginning to the first thing outside it.
  private var extent: Range<Int> {
    let walk = witness.state.walk
    guard let first = walk.firstIndex(of: .guide(GuideID(guide))) else { return 0..<0 }
    let end = walk[first...].firstIndex { footprint in
      owner(of: footprint).map { !inside.contains($0) } ?? false
    }
    return first..<(end ?? walk.count)
  }

  private func owner(of footprint: State.Footprint) -> Int? {
    switch footprint {
    case .guide(let guide): guide.index
    case .step(let step): library[step].guide.index
    case .passage(let passage): library[library[passage].step].guide.index
    case .answer(let question): library[question].step.map { library[$0].guide.index }
    }
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
    guard isConcerned(witness.state) else { return false }
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
      return Fraction(time) > limit
    }
  }

  /// How many questions the walk of the guide asks.
  var questions: Int {
    witness.state.walk[extent].count { if case .answer = $0 { true } else { false } }
  }

  /// How long the walk of the guide takes, in fifths of a second.
  var time: Int {
    let costs = ReadingCosts(library)
    var time = 0
    for place in extent {
      switch witness.state.walk[place] {
      case .guide: break
      case .step(let step): time += costs.cost(of: library[step].entry, .time)
      case .passage(let passage): time += library.words(in: passage) * ReadingCosts.word
      case .answer(let question): time += costs.cost(ofAsking: question)
      }
    }
    var state = State(of: library)
    var menus: Set<MenuID> = []
    for input in witness.inputs {
      let effects = library.advance(&state, input)
      for effect in effects {
        if case .sayAgain(let question) = effect { time += costs.priceOfRetry(question, .time) }
      }
      if case .choice(let menu) = state.awaiting,
        inside.contains(library[library[menu].step].guide.index),
        state.hasVisited(GuideID(guide)), menus.insert(menu).inserted
      {
        time += costs.cost(ofOffering: menu)
      }
    }
    return time
  }
}
