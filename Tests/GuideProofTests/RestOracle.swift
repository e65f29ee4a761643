import GuideCheck
import SourceText
import Testing

@testable import GuideEngine
@testable import GuideProof

/// What is left from every state of a guide, found by holding every conversation to its end with the real
/// engine; compared with what the tables say.
struct RestOracle {
  /// The shortest and the longest rest.
  struct Rest: Equatable {
    var time: ClosedRange<Int>
    var parts: ClosedRange<Int>

    func joined(_ other: Rest) -> Rest {
      Rest(time: time.joined(other.time), parts: parts.joined(other.parts))
    }
  }

  /// What was shown between two states.
  struct Shown {
    var time = 0...0
    var parts = 0
  }

  let library: Library
  let guide: GuideID
  let costs: ReadingCosts
  let frame: FrameCosts
  var rests: RestOfWalks
  var exhaustion: Exhaustion
  /// How many states were compared.
  private(set) var compared = 0
  private(set) var problems: [String] = []
  private(set) var isTooLarge = false
  private var left: Int
  private let places: [PassageID: Int]

  init(_ library: Library, _ guide: Int, most: Int) {
    self.library = library
    self.guide = GuideID(guide)
    costs = ReadingCosts(library)
    frame = FrameCosts(of: GuideID(guide), in: library, Subroutines(library))
    rests = RestOfWalks(library)
    exhaustion = Exhaustion(library, most: .max)
    left = most
    var places: [PassageID: Int] = [:]
    for (place, instruction) in library.instructions.enumerated() {
      if case .say(let passage) = instruction { places[passage] = place }
    }
    self.places = places
  }

  /// Compares every state from one on; `titled` are the steps whose titles were shown.
  @discardableResult
  mutating func rest(
    from state: State,
    titled: Set<StepID>,
    only: ((QuestionID) -> Answer?)? = nil
  ) -> Rest {
    left -= 1
    if left < 0 || isTooLarge {
      isTooLarge = true
      return Rest(time: 0...0, parts: 0...0)
    }
    var found: Rest?
    func add(_ cost: ClosedRange<Int>, _ parts: Int, _ rest: Rest) {
      let whole = Rest(
        time: rest.time + cost,
        parts: rest.parts.lowerBound + parts...rest.parts.upperBound + parts
      )
      found = found?.joined(whole) ?? whole
    }
    switch state.awaiting {
    case .answer(let question):
      let asked = costs.now[state.counter]
      let price = state.tries > 0 ? 0...0 : asked
      var copy = state
      let offered = library.offered(question, &copy)
      var answers = only?(question).map { [$0] } ?? exhaustion.answers(to: question, offered)
      if only?(question) == nil, case .unread = exhaustion.classes[question.index] {
        answers = [.skipped, library[question].domain.anyAnswer ?? .options(offered.first)]
      }
      for answer in answers {
        let next = follow(.answered(question, answer), state, titled)
        let rest = rest(from: next.state, titled: next.titled, only: only)
        var cost = price + next.shown.time
        if next.isRetry {
          cost = cost + (costs.retry(question)...costs.retry(question))
        } else {
          let classes = exhaustion.classes[question.index]
          let later = costs.answers[question.index]
          if case .unread = classes {
            cost = cost + (answer == .skipped ? later.skipped : later.anyAnswer)
          } else {
            cost = cost + later.cost(ofClassOf: answer, classes)
          }
        }
        add(cost, next.shown.parts, rest)
      }
    case .choice(let menu):
      for entry in library[menu].entries where !state.hasVisited(entry) {
        let next = follow(.opened(entry), state, titled)
        let rest = rest(from: next.state, titled: next.titled, only: only)
        add(next.shown.time, next.shown.parts, rest)
      }
      if library.canReadOn(menu, state) {
        let next = follow(.readOn, state, titled)
        let rest = rest(from: next.state, titled: next.titled, only: only)
        add(next.shown.time, next.shown.parts, rest)
      }
      if let rest = found {
        found = Rest(time: rest.time + costs.now[state.counter], parts: rest.parts)
      }
    case .nothing: found = Rest(time: headings(state), parts: 0...0)
    case .beginning, .change, .reading: isTooLarge = true
    }
    let rest = found ?? Rest(time: 0...0, parts: 0...0)
    if !isTooLarge { compare(rest, state, titled) }
    return rest
  }

  private mutating func compare(_ rest: Rest, _ state: State, _ titled: Set<StepID>) {
    compared += 1
    let begun = titled.count { !library[$0].isTopic }
    // A question that is asked again is read again.
    let again = state.tries > 0 ? costs.now[state.counter] : 0...0
    let farewell = frame.asks ? frame.farewellAskedAgain : frame.farewell
    let expected = rest.time + again + past(state) + frame.closing + farewell
    let told = rests.remaining(at: state, before: nil, asksAgain: true)
    let minutes = told.map {
      (
        Int(floorOf: $0.minutes.lowerBound.times(Fraction(300)) ?? .zero),
        Int(floorOf: $0.minutes.upperBound.times(Fraction(300)) ?? .zero)
      )
    }
    let isSame =
      minutes.map { $0.0...$0.1 } == expected && told?.partsBegun == begun
      && told?.parts == begun + rest.parts.lowerBound...begun + rest.parts.upperBound
    if !isSame {
      problems.append(
        "\(state.walk.count) \(state.awaiting) \(state.tries): told \(minutes as Any) "
          + "\(told?.partsBegun ?? -1) \(told?.parts ?? 0...0), "
          + "found \(expected) \(begun) \(rest.parts)"
      )
    }
  }

  /// The headings of the review and the page at the end of a walk.
  private func headings(_ state: State) -> ClosedRange<Int> {
    let closing = ClosingWords(library: library)
    let summary = library.summary(of: state)
    var sections: Set<ClosingWords.Section> = []
    for line in summary.allLines {
      switch line.list {
      case .ask: sections.formUnion([.lines, .ask])
      case .tell: sections.formUnion([.lines, .tell])
      case .flag: sections.formUnion([.lines, .flag])
      case .aside: break
      }
    }
    for item in summary.answers {
      let question = library[item.question]
      switch (question.role, question.domain) {
      case (.check, _): break
      case (.weigh, _):
        sections.formUnion([.answers, .onPage, .lines])
        if item.answer != .skipped { sections.insert(.ratings) }
      case (.question, .text), (.question, .date):
        sections.formUnion([.answers, .lines])
        if item.answer != .skipped {
          sections.formUnion([.onPage, question.name == "say-first" ? .first : .own])
        }
      case (.question, _):
        sections.formUnion([.answers, .lines])
        if item.answer == .skipped { sections.formUnion([.onPage, .skipped]) }
      }
    }
    for case .passage(let passage) in state.walk {
      if case .figure = library[passage].kind { sections.formUnion([.lines, .figures]) }
    }
    let words = sections.reduce(0) { $0 + closing.heading($1) } * ReadingCosts.word
    return words...words
  }

  /// What the walk so far adds to the review and the page.
  private func past(_ state: State) -> ClosedRange<Int> {
    state.walk.reduce(0...0) { sum, footprint in
      switch footprint {
      case .answer(let question):
        sum
          + (state.answers[question.index].map { costs.answers[question.index].later($0) } ?? 0...0)
      case .guide(let guide): sum + costs.later[library[guide].entry]
      case .passage(let passage): sum + (places[passage].map { costs.later[$0] } ?? 0...0)
      case .step: sum
      }
    }
  }

  /// Sends an input, and adds up what it shows.
  func follow(
    _ input: Input,
    _ state: State,
    _ titled: Set<StepID>
  ) -> (state: State, titled: Set<StepID>, shown: Shown, isRetry: Bool) {
    var next = state
    let effects = library.advance(&next, input)
    var titled = titled
    var shown = Shown()
    var isRetry = false
    for effect in effects {
      switch effect {
      case .title(let step):
        shown.time = shown.time + (costs.titles[step.index]...costs.titles[step.index])
        if titled.insert(step).inserted, !library[step].isTopic { shown.parts += 1 }
      case .show(let passage, _):
        if case .alreadySeen = library[passage].kind {
          shown.time = shown.time + costs.passing(passage)
        } else if let place = places[passage] {
          shown.time = shown.time + costs.now[place] + costs.later[place]
        }
      case .sayAgain: isRetry = true
      case .affirm, .ask, .offer, .finish, .pause, .refuse, .tellRight: break
      }
    }
    for footprint in next.walk.dropFirst(state.walk.count) {
      if case .guide(let guide) = footprint {
        let entry = library[guide].entry
        shown.time = shown.time + costs.now[entry] + costs.later[entry]
      }
    }
    return (next, titled, shown, isRetry)
  }
}
