import GuideCheck

@testable import GuideEngine
@testable import GuideProof

/// Every walk of a library by the real engine, one by one.
struct Exhaustion {
  let library: Library
  let classes: [AnswerClasses]
  private var chance: UInt64 = 1
  /// How often the engine may be asked before the library is given up as too large.
  private var left: Int
  private(set) var isTooLarge = false

  /// By guide in whose own walk they were come upon.
  private(set) var steps: Set<Int> = []
  private(set) var passages: Set<Int> = []
  private(set) var walks: [Walk] = []

  /// A finished walk.
  struct Walk {
    let state: State
    let inputs: [Input]
    /// How many tries teach-backs took beyond the first.
    let retries: [QuestionID]
  }

  init(_ library: Library, most: Int) {
    self.library = library
    classes = AnswerReading(library).classes
    left = most
  }

  /// Walks every way from the beginning of a guide.
  mutating func walk(from guide: Int, visit: (State, State, [Input]) -> Void = { _, _, _ in }) {
    let before = State(of: library)
    var state = before
    _ = library.advance(&state, .began(GuideID(guide)))
    visit(before, state, [.began(GuideID(guide))])
    go(on: state, [.began(GuideID(guide))], [], visit)
  }

  private mutating func go(
    on state: State,
    _ inputs: [Input],
    _ retries: [QuestionID],
    _ visit: (State, State, [Input]) -> Void
  ) {
    if isTooLarge { return }
    for footprint in state.walk {
      switch footprint {
      case .step(let step): steps.insert(step.index)
      case .passage(let passage): passages.insert(passage.index)
      case .answer, .guide: break
      }
    }
    switch state.awaiting {
    case .answer(let question):
      var copy = state
      let offered = library.offered(question, &copy)
      for answer in answers(to: question, offered) {
        var retries = retries
        if state.tries > 0 { retries.append(question) }
        take(.answered(question, answer), state, inputs, retries, visit)
      }
    case .choice(let menu):
      for entry in library[menu].entries where !state.hasVisited(entry) {
        take(.opened(entry), state, inputs, retries, visit)
      }
      if library.canReadOn(menu, state) { take(.readOn, state, inputs, retries, visit) }
    case .nothing: walks.append(Walk(state: state, inputs: inputs, retries: retries))
    case .beginning, .change, .reading: isTooLarge = true
    }
  }

  private mutating func take(
    _ input: Input,
    _ state: State,
    _ inputs: [Input],
    _ retries: [QuestionID],
    _ visit: (State, State, [Input]) -> Void
  ) {
    left -= 1
    if left < 0 { isTooLarge = true }
    var next = state
    _ = library.advance(&next, input)
    visit(state, next, inputs + [input])
    go(on: next, inputs + [input], retries, visit)
  }

  /// One answer for each class that is offered, another one each time.
  mutating func answers(to question: QuestionID, _ offered: OptionMask) -> [Answer] {
    switch classes[question.index] {
    case .unread: return [any(of: library[question].domain, offered)]
    case .answered: return [.skipped, library[question].domain.anyAnswer ?? .skipped]
    case .numbers(let ranges, let numbers):
      return [.skipped]
        + ranges.compactMap { range in
          let number = pick([range.lowerBound, range.upperBound, range.randomElement()])
          return numbers.value(ofStep: number ?? range.lowerBound).map { .number($0) }
        }
    case .choice(let sets):
      return [.skipped]
        + sets.map { $0.intersection(offered) }.filter { !$0.isEmpty }
        .map { .options(one(of: $0)) }
    case .ticks(let sets, let alone):
      var found: [Answer] = [.skipped]
      let open = sets.map { $0.intersection(offered) }.filter { !$0.isEmpty }
      for choice in 1..<(1 << open.count) {
        var mask: OptionMask = []
        for (place, set) in open.enumerated() where choice & (1 << place) != 0 {
          mask.formUnion(one(of: set))
        }
        found.append(.options(mask))
      }
      return found
        + alone.map { $0.intersection(offered) }.filter { !$0.isEmpty }
        .map { .options(one(of: $0)) }
    }
  }

  private mutating func any(of domain: AnswerDomain, _ offered: OptionMask) -> Answer {
    domain.hasOptions && random() % 2 == 1 ? .options(one(of: offered)) : .skipped
  }

  private mutating func one(of set: OptionMask) -> OptionMask {
    pick(set.places).map { OptionMask(place: $0) } ?? []
  }

  private mutating func random() -> UInt64 {
    chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return chance >> 33
  }

  private mutating func pick<T>(_ items: [T?]) -> T? {
    items[Int(random() % UInt64(items.count))]
  }
}
