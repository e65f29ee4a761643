import Foundation
import GuideCheck
import SourceText
import Testing

@testable import GuideEngine

/// Someone who walks through a library.
///
/// Every step is also replayed, saved, and read again; all three must lead to the same
/// state.
struct Walker {
  let library: Library
  /// Where the first step starts: before the beginning, or where a kept state was taken up.
  private let origin: State
  var state: State
  private(set) var inputs: [Input] = []
  /// What the last step did, in short words.
  private(set) var seen: [String] = []

  init(_ library: Library) {
    self.library = library
    origin = State(of: library)
    state = origin
  }

  init(_ guides: SmallGuides, at guide: String = "main") throws {
    self.init(try guides.library())
    try begin(at: guide)
  }

  init(_ library: Library, resuming saved: SavedState) {
    self.library = library
    let restored = library.restored(saved)
    origin = restored.state
    state = origin
    seen = restored.effects.compactMap { library.inWords($0) }
  }

  // MARK: what a person does

  mutating func begin(at guide: String = "main") throws {
    let guide = try #require(library.guide(named: guide))
    _ = send(.began(guide))
  }

  @discardableResult
  mutating func answer(_ words: String) -> [String] {
    guard let question = state.question else { return ["nothing was asked"] }
    guard let answer = library.answer(words, to: question) else { return ["no such answer"] }
    return send(.answered(question, answer))
  }

  @discardableResult
  mutating func change(_ name: String, to words: String) -> [String] {
    let asked = send(.changed(library.question(name)))
    return asked == ["refuse"] ? asked : answer(words)
  }

  @discardableResult
  mutating func open(_ name: String) -> [String] {
    guard let entry = library.entry(name) else { return ["no such entry"] }
    return send(.opened(entry))
  }

  @discardableResult
  mutating func readOn() -> [String] { send(.readOn) }

  @discardableResult
  mutating func back() -> [String] { send(.wentBack) }

  @discardableResult
  mutating func send(_ input: Input, sourceLocation: SourceLocation = #_sourceLocation) -> [String]
  {
    let before = state
    let transition = library.step(state, input)
    state = transition.state
    seen = transition.effects.compactMap { library.inWords($0) }
    if transition.effects.contains(.refuse) {
      #expect(transition.effects == [.refuse], sourceLocation: sourceLocation)
      #expect(state == before, sourceLocation: sourceLocation)
      return seen
    }
    inputs.append(input)
    check(sourceLocation)
    return seen
  }

  /// Replayed, and written down and read again, it is the same state.
  func check(_ sourceLocation: SourceLocation = #_sourceLocation) {
    var replayed = origin
    for input in inputs { replayed = library.step(replayed, input).state }
    #expect(replayed == state, sourceLocation: sourceLocation)
    let restored = library.restored(library.saved(state).throughJSON)
    #expect(
      restored.state == state,
      "\(library.saved(state)) \(library.saved(restored.state))",
      sourceLocation: sourceLocation
    )
    #expect(restored.reworded.isEmpty, sourceLocation: sourceLocation)
    #expect(state.hasShownItsWalk, sourceLocation: sourceLocation)
  }

  // MARK: what has come of it

  /// The person's lists, line by line.
  var lists: [String] {
    library.summary(of: state).lines.map { "\($0.list.rawValue): \($0.text)" }
  }

  /// What was answered, question by question.
  var answers: [String] {
    library.summary(of: state).answers.map { item in
      "\(library[item.question].name) is \(library.words(for: item.answer, to: item.question))"
    }
  }

  /// The steps and topics on the walk.
  var steps: [String] { library.summary(of: state).steps.map { library[$0].name } }

  var saved: SavedState { library.saved(state).throughJSON }
}

extension State {
  /// The current question.
  var question: QuestionID? { awaiting.question }

  /// Whether every passage on the walk was shown at some time.
  var hasShownItsWalk: Bool {
    walk.allSatisfy { if case .passage(let passage) = $0 { hasShown(passage) } else { true } }
  }
}

extension SavedState {
  /// The same, written down and read again.
  var throughJSON: SavedState {
    do {
      return try JSONDecoder().decode(SavedState.self, from: JSONEncoder().encode(self))
    } catch {
      Issue.record(error)
      return self
    }
  }
}

extension Library {
  /// An effect in short words; nil for a title, which says nothing a test asks about.
  func inWords(_ effect: Effect) -> String? {
    switch effect {
    case .title: return nil
    case .show(_, let words):
      return (words.number.map { "\($0). " } ?? "") + words.text
    case .ask(let asking):
      let question = self[asking.question]
      let before = asking.previous.map { ", before \(words(for: $0, to: asking.question))" } ?? ""
      let places = question.options.indices.filter { asking.offered.contains(place: $0) }
      let isShort = places.count == question.options.count
      let offered =
        isShort ? "" : " of " + places.map { question.options[$0].name }.joined(separator: " ")
      return "ask \(question.name)\(offered)\(before)"
    case .sayAgain(let question): return "again: \(self[question].again ?? "")"
    case .affirm: return "yes"
    case .tellRight(let question):
      return "right: \(words(for: .options(self[question].right), to: question))"
    case .offer(let offer):
      let seen = offer.seen.isEmpty ? "" : ", seen \(names(offer.seen))"
      return "offer \(names(offer.unseen))\(seen)\(offer.canReadOn ? ", go on" : "")"
    case .pause: return "pause"
    case .refuse: return "refuse"
    case .finish: return "finish"
    }
  }

  private func names(_ entries: [Menu.Entry]) -> String {
    entries.isEmpty ? "nothing" : entries.map { name(of: $0) }.joined(separator: " ")
  }

  func question(_ name: String) -> QuestionID {
    QuestionID(questions.firstIndex { $0.name == name } ?? -1)
  }

  func entry(_ name: String) -> Menu.Entry? {
    menus.flatMap(\.entries).first { self.name(of: $0) == name }
  }

  /// An answer by the names of its options, its number, or its words.
  func answer(_ words: String, to identifier: QuestionID) -> Answer? {
    let question = self[identifier]
    if words == "skipped" { return .skipped }
    switch question.domain {
    case .text: return .text(words)
    case .date: return Day(words).map { .date($0) }
    case .number: return Fraction(digits: words).map { .number($0) }
    case .choice, .ticks:
      return NamedAnswer.options(words.split(separator: " ").map(String.init)).answer(to: question)
    }
  }
}

extension Fraction {
  /// Digits, and cents if there are any.
  init?(digits: String) {
    let parts = digits.split(separator: ".")
    guard parts.count == 2 else {
      guard let whole = Int(digits) else { return nil }
      self.init(whole)
      return
    }
    guard let hundredths = Int(parts[0] + parts[1]), parts[1].count == 2 else { return nil }
    self.init(hundredths, over: 100)
  }
}
