import GuideCheck
import SourceText
import TestSupport

@testable import GuideEngine

/// Someone who does whatever comes to mind, the same way for the same seed.
struct Person {
  let library: Library
  private(set) var state: State
  private(set) var inputs: [Input] = []
  private(set) var problems: [String] = []
  /// Whether the state is written down and read again after every step.
  var keepsRecord = false
  private var dice: SeededGenerator

  init(_ library: Library, seed: UInt64) {
    self.library = library
    state = State(of: library)
    dice = SeededGenerator(seed: seed)
    let guide = GuideID(Int.random(in: library.guides.indices, using: &dice))
    take(.began(guide))
  }

  mutating func wander(steps: Int) {
    for _ in 0..<steps { take(nextInput()) }
  }

  private mutating func take(_ input: Input) {
    let before = state
    let effects = library.advance(&state, input)
    inputs.append(input)
    if effects.contains(.refuse), effects != [.refuse] || state != before {
      problems.append("\(inputs.count): \(input) was refused and changed something")
    }
    if !effects.contains(.refuse), !hasPrompt(effects) {
      problems.append("\(inputs.count): \(input) left nothing to do: \(effects)")
    }
    guard keepsRecord else { return }
    let restored = library.restored(library.saved(state).throughJSON)
    if restored.state != state {
      problems.append("\(inputs.count): after \(input), read back differs")
    }
    if !restored.reworded.isEmpty { problems.append("\(inputs.count): reworded") }
  }

  /// Whether a step ends with something a person can do, and only one such thing.
  private func hasPrompt(_ effects: [Effect]) -> Bool {
    let prompts = effects.filter { effect in
      switch effect {
      case .ask, .finish, .offer, .pause: true
      default: false
      }
    }
    return prompts.count == 1 && effects.last == prompts.first
  }

  private mutating func nextInput() -> Input {
    let mood = roll(20)
    if mood < 2 { return .wentBack }
    if mood < 5, let question = pick(answered) { return .changed(question) }
    if mood == 5 { return .answered(state.awaiting.question ?? QuestionID(-1), .skipped) }
    switch state.awaiting {
    case .answer(let question), .change(let question):
      return .answered(question, answer(to: question))
    case .choice(let menu):
      let entries = library[menu].entries
      return roll(4) == 0 ? .readOn : pick(entries).map { .opened($0) } ?? .readOn
    case .reading: return .readOn
    case .beginning, .nothing: return pick(answered).map { .changed($0) } ?? .wentBack
    }
  }

  /// A number from 0 up to `sides`, without it.
  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }

  private mutating func pick<Thing>(_ things: [Thing]) -> Thing? {
    things.randomElement(using: &dice)
  }

  private var answered: [QuestionID] {
    state.answers.indices.filter { state.answers[$0] != nil }.map { QuestionID($0) }
  }

  private mutating func answer(to identifier: QuestionID) -> Answer {
    let question = library[identifier]
    switch question.domain {
    case .choice: return .options(OptionMask(place: roll(question.options.count)))
    case .ticks:
      let mask = OptionMask(rawValue: UInt64(roll(1 << question.options.count)))
      let alone = mask.intersection(question.exclusive)
      return .options(alone.isEmpty ? mask : alone)
    case .number(let numbers):
      let low = numbers.range.lowerBound.rounded(decimals: 0) ?? 0
      let high = numbers.range.upperBound.rounded(decimals: 0) ?? 0
      return .number(Fraction(low + roll(high - low + 1)))
    case .date: return .date(Day(daysSinceEpoch: 20_000 + roll(400)))
    case .text: return .text(roll(2) == 0 ? "words" : "other words")
    }
  }

  /// What nobody should send, and some of what only here does not fit.
  var hostileInputs: [Input] {
    let questions = [
      state.awaiting.question ?? QuestionID(0), QuestionID(-1), QuestionID(.max), QuestionID(0),
    ]
    let answers: [Answer] = [
      .options([]), .options(.all), .options(OptionMask(rawValue: 1 << 63)),
      .number(Fraction(.max)), .number(Fraction(-1)), .number(Fraction(1, over: 3) ?? .zero),
      .text(""), .text("\u{0}\u{1B}[2J"), .options(OptionMask(first: 2)),
      .options(OptionMask(place: 0)),
    ]
    return questions.flatMap { question in answers.map { .answered(question, $0) } } + [
      .began(.house), .began(GuideID(-1)), .began(GuideID(.max)),
      .opened(.topic(StepID(-1))), .opened(.topic(StepID(.max))), .opened(.guide(GuideID(.max))),
      .opened(.guide(.house)), .readOn, .changed(QuestionID(-1)), .changed(QuestionID(.max)),
    ] + library.steps.indices.map { .opened(.topic(StepID($0))) }
      + library.questions.indices.map { .changed(QuestionID($0)) }
  }
}
