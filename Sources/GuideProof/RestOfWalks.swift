public import GuideCheck
public import GuideEngine
import Phrases

/// How much of a guide is left from each place of its walks, exactly: the shortest and the longest rest of
/// all walks that are possible from there.
///
/// Nothing is worked out before it is needed, and then only for the guide the person is in.
public struct RestOfWalks: RemainingTimes {
  private let library: Library
  private let limits: (nodes: Int, looks: Int)
  private var tables: [GuideID: RestTable] = [:]
  private var frames: [GuideID: FrameCosts] = [:]
  private var past: PastReading?
  private var subroutines: Subroutines?

  /// Prepares to measure the walks of a library; costs nothing yet.
  public init(_ library: Library) {
    self.init(library, nodes: RestTable.mostNodes, looks: RestTable.mostLooks)
  }

  /// The same with other limits for the tables.
  init(_ library: Library, nodes: Int, looks: Int) {
    self.library = library
    limits = (nodes, looks)
  }

  /// Whether the ranges of a guide are wider because there was too much to work out.
  func isWide(_ guide: GuideID) -> Bool { tables[guide]?.isWide ?? false }

  /// How much is left for a person, from the current question or menu on, with that question or menu.
  ///
  /// - Parameters:
  ///   - state: Where the person is.
  ///   - step: A step of what was read since their last decision: then its text counts as unread.
  ///   - asksAgain: Whether they are asked at the end if their answers should be kept after all.
  /// - Returns: How much is left of the guide they are in; nil if the place is not part of a guide, or if it
  ///   is not known.
  public mutating func remaining(
    at state: State,
    before step: StepID? = nil,
    asksAgain: Bool = true
  ) -> Remaining? {
    switch state.awaiting {
    case .beginning, .change: return nil
    case .answer, .choice, .nothing, .reading: break
    }
    var returns = state.position.returns
    var guide = state.start
    let isVisit = guide == .house
    if isVisit {
      // A guide on the shelf is measured by itself.
      if returns.isEmpty || state.isFinished { return nil }
      returns.removeFirst()
      let parts = subroutines ?? Subroutines(library)
      subroutines = parts
      guide = GuideID(parts.owners[returns.first ?? state.position.counter])
      // A topic of the house itself is not a guide.
      if !library.guides.indices.contains(guide.index) || guide == .house { return nil }
    }
    var table = tables.removeValue(forKey: guide) ?? newTable(of: guide)
    defer { tables[guide] = table }
    var past = self.past ?? PastReading(library)
    // It is changed in place, not copied.
    self.past = nil
    defer { self.past = past }
    guard let sums = past.sums(of: state, since: isVisit ? guide : nil, library, table)
    else { return nil }
    var rest: (time: ClosedRange<Int>, parts: ClosedRange<Int>) = (0...0, 0...0)
    if !state.isFinished {
      var found = self.rest(at: state, returns, guide, sums.all, &table)
      if table.widenIfTooMuch() {
        found = self.rest(at: state, returns, guide, sums.all, &table)
      }
      guard let found else { return nil }
      rest = found
      if state.isPartlyRead {
        // What was read or answered before costs nothing again; so it can all be shorter.
        var again = RestTable(of: guide, in: library, nodes: limits.nodes, looks: limits.looks)
        again.costs.discount(state, library)
        if table.isWide { again.isWide = true }
        let shorter = self.rest(at: state, returns, guide, sums.all, &again)
        let least = again.widenIfTooMuch() ? 0 : shorter?.time.lowerBound ?? 0
        rest.time = min(least, rest.time.lowerBound)...rest.time.upperBound
      }
    }
    let low = sums.all.later.lowerBound - sums.before.later.lowerBound
    let high = sums.all.later.upperBound - sums.before.later.upperBound
    // On the shelf, the sections that earlier guides have begun have their headings already.
    let begunHere = sums.all.sections.subtracting(sums.before.sections)
    let headings = begunHere.reduce(0) { $0 + table.closing.heading($1) } * ReadingCosts.word
    var time = rest.time + (low + headings...max(low, high) + headings)
    // Earlier answers are printed where their questions are asked again.
    let offered = state.answersToOffer.reduce(0) { sum, item in
      sum + wordCount(library.phrases.before(library.words(for: item.answer, to: item.question)))
    }
    time = time + (0...offered * ReadingCosts.word)
    if !isVisit {
      let frame = frames[guide] ?? FrameCosts(of: guide, in: library, table.subroutines)
      frames[guide] = frame
      time = time + frame.closing
      time = time + (asksAgain && frame.asks ? frame.farewellAskedAgain : frame.farewell)
    }
    var begun = sums.all.parts - sums.before.parts
    if !state.isFinished, let step = table.step(at: state.position.counter),
      !library[step].isTopic, sums.all.silent.contains(step)
    {
      begun += 1
    }
    let parts = begun + rest.parts.lowerBound...begun + rest.parts.upperBound
    if let step { unread(step, state, table.costs, past, &time, &begun) }
    guard let least = Fraction(time.lowerBound, over: ReadingCosts.minute),
      let most = Fraction(time.upperBound, over: ReadingCosts.minute)
    else { return nil }
    return Remaining(minutes: least...most, partsBegun: begun, parts: parts)
  }

  private func newTable(of guide: GuideID) -> RestTable {
    RestTable(of: guide, in: library, nodes: limits.nodes, looks: limits.looks)
  }

  /// What is left of the walk itself; nil if the table does not have the place.
  private func rest(
    at state: State,
    _ returns: [Int],
    _ guide: GuideID,
    _ sums: PastReading.Sums,
    _ table: inout RestTable
  ) -> (time: ClosedRange<Int>, parts: ClosedRange<Int>)? {
    var part = guide.index
    var behind = Rest.none
    for (number, place) in returns.enumerated() {
      guard table.subroutines.owners[place] == part else { return nil }
      let walked = table.walk(part, behind)
      let isSilent = sums.silent.contains { $0 == table.step(at: place) }
      guard var rest = (isSilent ? walked.silentReturns : walked.returns)[place] else { return nil }
      let inside = number + 1 < returns.count ? returns[number + 1] : state.position.counter
      part = table.subroutines.owners[inside]
      if case .offer(let menu) = library.instructions[place] {
        let title = table.costs.titles[library[menu].step.index]
        rest = rest.plus(table.surelyShows(part) ? title...title : 0...title)
      }
      behind = rest
    }
    let counter = state.position.counter
    guard table.subroutines.owners[counter] == part else { return nil }
    let walked = table.walk(part, behind)
    let rest = state.isTryingAgain ? walked.retries[counter] : walked.stops[counter]
    guard let rest else { return nil }
    let variables = table.conditions.variables
    let conditions = table.conditions
    func value(_ edge: AdditiveDiagrams.Edge?) -> Int? {
      edge.flatMap {
        table.diagrams.value($0) { variables.value(of: $0, in: state, conditions, sums.sections) }
      }
    }
    guard let least = value(rest.least), let most = value(rest.most),
      let fewest = value(rest.fewestParts), let mostParts = value(rest.mostParts)
    else { return nil }
    return (least...max(least, most), fewest...max(fewest, mostParts))
  }

  /// Counts what was read since the last decision as unread, from a step on.
  private func unread(
    _ step: StepID,
    _ state: State,
    _ costs: ReadingCosts,
    _ past: PastReading,
    _ time: inout ClosedRange<Int>,
    _ begun: inout Int
  ) {
    let count = state.decisionCount
    let start = count == 0 ? 0 : state.walkCount(beforeDecision: count - 1)
    guard let first = state.walk[start...].lastIndex(of: .step(step)) else { return }
    var isSilent: StepID?
    for footprint in state.walk[first...] {
      switch footprint {
      case .step(let step): isSilent = step
      case .passage(let passage):
        if let place = past.place(of: passage) { time = time + costs.now[place] }
        show(&isSilent, costs, &time, &begun)
      case .answer, .guide: break
      }
    }
    if !state.isFinished { show(&isSilent, costs, &time, &begun) }
  }

  private func show(
    _ step: inout StepID?,
    _ costs: ReadingCosts,
    _ time: inout ClosedRange<Int>,
    _ begun: inout Int
  ) {
    guard let shown = step else { return }
    step = nil
    let title = costs.titles[shown.index]
    time = time + (title...title)
    if !library[shown].isTopic { begun -= 1 }
  }
}

extension Variables {
  /// The value of a variable in a state.
  func value(
    of variable: Int,
    in state: State,
    _ conditions: ConditionDiagrams,
    _ sections: Set<ClosingWords.Section>
  ) -> Int {
    if let section = ClosingWords.Section(rawValue: variable - Self.sections) {
      return sections.contains(section) ? 1 : 0
    }
    let fact = fact(of: variable)
    if let question = question(ofFact: fact) {
      let classes = conditions.classes[question.index]
      return value(of: variable, state.answers[question.index], question, classes)
    }
    if let test = test(ofFact: fact) {
      return conditions.reading.tests[test].holds(in: state, conditions.library) ? 1 : 0
    }
    if fact >= mentions { return state.hasSeen(MentionID(fact - mentions)) ? 1 : 0 }
    if fact >= steps { return state.hasVisited(StepID(fact - steps)) ? 1 : 0 }
    if fact >= guides { return state.hasVisited(GuideID(fact - guides)) ? 1 : 0 }
    return 0
  }

  private func value(
    of variable: Int,
    _ answer: GuideCheck.Answer?,
    _ question: QuestionID,
    _ classes: AnswerClasses
  ) -> Int {
    guard let answer else { return 0 }
    switch (classes, answer) {
    case (.unread, _): return variable == self[question].variable ? 1 : 0
    case (_, .skipped): return variable == self[question].variable ? 1 : 0
    case (.choice(let sets), .options(let mask)):
      return (sets.firstIndex { !$0.isDisjoint(with: mask) } ?? -1) + 2
    case (.ticks(let sets, let alone), .options(let mask)):
      if variable == self[question].variable { return 2 }
      let place = variable - self[question].ticks.lowerBound
      return (sets + alone)[place].isDisjoint(with: mask) ? 0 : 1
    case (.numbers(let ranges, let numbers), .number(let value)):
      let step = value.times(Fraction(numbers.stepsPerUnit)).map { Int(floorOf: $0) } ?? 0
      return (ranges.firstIndex { $0.contains(step) } ?? -1) + 2
    default: return 2
    }
  }
}

extension SumTest {
  /// Whether all its questions were answered, and the sum of the answers reaches its limit.
  fileprivate func holds(in state: State, _ library: Library) -> Bool {
    var sum = Fraction.zero
    for term in terms {
      guard case .number(let value)? = state.answers[term.question.index],
        let numbers = library[term.question].domain.numbers,
        let more = value.times(Fraction(numbers.stepsPerUnit))?.times(Fraction(term.factor)),
        let total = sum.plus(more)
      else { return false }
      sum = total
    }
    return sum >= Fraction(least)
  }
}
