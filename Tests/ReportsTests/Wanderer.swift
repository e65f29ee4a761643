import GuideCheck
import GuideEngine
import SourceText
import TestSupport

/// Someone who walks through a guide, by plan or by chance.
struct Wanderer {
  let library: Library
  private(set) var state: State
  private let start: GuideID
  private var dice: SeededGenerator

  init(_ library: Library, seed: UInt64 = 0) {
    self.library = library
    dice = SeededGenerator(seed: seed)
    let guides = library.guides.indices.dropFirst()
    start = GuideID(guides.randomElement(using: &dice) ?? 0)
    state = State(of: library)
    _ = library.advance(&state, .began(start))
  }

  @discardableResult
  mutating func send(_ input: Input) -> [Effect] { library.advance(&state, input) }

  mutating func answer(_ words: String) {
    guard case .answer(let question) = state.awaiting else { return }
    if words == "skipped" {
      send(.answered(question, .skipped))
      return
    }
    switch library[question].domain {
    case .date: send(.answered(question, .date(Day(words) ?? Day(daysSinceEpoch: 0))))
    case .text: send(.answered(question, .text(words)))
    case .number: send(.answered(question, .number(Fraction(Int(words) ?? 0))))
    case .choice, .ticks:
      let places = words.split(separator: " ").compactMap {
        library[question].option(named: String($0))
      }
      send(.answered(question, .options(OptionMask(places: places))))
    }
  }

  mutating func open(_ name: String) {
    guard case .choice(let menu) = state.awaiting else { return }
    if let entry = library[menu].entries.first(where: { library.name(of: $0) == name }) {
      send(.opened(entry))
    }
  }

  mutating func readOn() { send(.readOn) }

  // MARK: by chance

  mutating func wander(steps: Int) {
    for _ in 0..<steps {
      send(chance())
      while state.awaiting == .reading { send(.readOn) }
    }
    // A person who is about to change an answer has not changed anything yet.
    if state.isChanging { send(.wentBack) }
    while state.awaiting == .reading { send(.readOn) }
  }

  private mutating func chance() -> Input {
    let mood = Int.random(in: 0..<20, using: &dice)
    let asked = library.questions.indices.filter { state.answers[$0] != nil }
    let summary = library.summary(of: state)
    if mood < 2 { return .wentBack }
    if mood < 5, let question = asked.randomElement(using: &dice) {
      return .changed(QuestionID(question))
    }
    if mood == 5 { return .answered(state.awaiting.question ?? QuestionID(-1), .skipped) }
    if mood < 8, let item = library.pageItems(of: state).randomElement(using: &dice) {
      return state.hasTakenOff(item) ? .putBack(item) : .tookOff(item)
    }
    if mood == 8 {
      let questions = Set(summary.lines.filter { $0.list == .ask }.map(\.text)).sorted()
      let count = Int.random(in: 0...mostPriorities, using: &dice)
      return .prioritized(Array(questions.shuffled(using: &dice).prefix(count)))
    }
    switch state.awaiting {
    case .answer(let question), .change(let question):
      return .answered(question, answer(to: question))
    case .choice(let menu):
      let entry = library[menu].entries.randomElement(using: &dice)
      return Int.random(in: 0..<4, using: &dice) == 0
        ? .readOn : entry.map { .opened($0) } ?? .readOn
    case .nothing where Bool.random(using: &dice):
      return .wentOn(GuideID(library.guides.indices.randomElement(using: &dice) ?? 0))
    case .beginning, .nothing, .reading: return .wentBack
    }
  }

  private mutating func answer(to identifier: QuestionID) -> Answer {
    let question = library[identifier]
    switch question.domain {
    case .choice:
      let place = Int.random(in: 0..<question.options.count, using: &dice)
      return .options(OptionMask(place: place))
    case .ticks:
      let bits = UInt64.random(in: 1..<(1 << UInt64(question.options.count)), using: &dice)
      let mask = OptionMask(rawValue: bits)
      let alone = mask.intersection(question.exclusive)
      return .options(alone.isEmpty ? mask : alone.first)
    case .number(let numbers):
      let low = numbers.range.lowerBound.rounded(decimals: 0) ?? 0
      let high = numbers.range.upperBound.rounded(decimals: 0) ?? 0
      return .number(Fraction(Int.random(in: low...high, using: &dice)))
    case .date: return .date(Day(daysSinceEpoch: Int.random(in: 20_000...21_000, using: &dice)))
    case .text: return .text(Bool.random(using: &dice) ? "words" : "other words")
    }
  }

  // MARK: straight

  /// Someone who gives this person's final answers right away, and takes off the lines they took off.
  ///
  /// Nil if their walk does not lead to this person's place.
  func straight() -> State? {
    var walked = State(of: library)
    _ = library.advance(&walked, .began(start))
    while walked.walk.count < state.walk.count {
      switch walked.awaiting {
      case .answer(let question):
        guard let answer = state.answers[question.index] else { return nil }
        _ = library.advance(&walked, .answered(question, answer))
      case .choice(let menu):
        let next = library[menu].entries.filter { visited($0, state) && !visited($0, walked) }
          .min { place(of: $0) < place(of: $1) }
        _ = library.advance(&walked, next.map { .opened($0) } ?? .readOn)
      case .nothing:
        let next = library.guides.indices.map { GuideID($0) }
          .filter { state.hasVisited($0) && !walked.hasVisited($0) }
          .min { place(of: .guide($0)) < place(of: .guide($1)) }
        guard let next else { return nil }
        _ = library.advance(&walked, .wentOn(next))
      case .beginning, .change, .reading: return nil
      }
    }
    guard walked.walk == state.walk else { return nil }
    _ = library.advance(&walked, .prioritized(priorities))
    for item in library.pageItems(of: walked) where state.hasTakenOff(item) {
      _ = library.advance(&walked, .tookOff(item))
    }
    return walked
  }

  /// The questions picked that are still on the walk; whether they were taken off does not matter.
  private var priorities: [String] {
    let asked = Set(library.summary(of: state).allLines.filter { $0.list == .ask }.map(\.text))
    return state.priorities.filter { asked.contains($0) }
  }

  private func visited(_ entry: Menu.Entry, _ state: State) -> Bool {
    switch entry {
    case .topic(let step): state.hasVisited(step)
    case .guide(let guide): state.hasVisited(guide)
    }
  }

  private func place(of entry: Menu.Entry) -> Int {
    state.walk.firstIndex { footprint in
      switch entry {
      case .topic(let step): footprint == .step(step)
      case .guide(let guide): footprint == .guide(guide)
      }
    } ?? .max
  }
}
