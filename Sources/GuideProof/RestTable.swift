import GuideCheck
import GuideEngine

/// What is left of a walk from a place on: the shortest and the longest time, and the smallest and the
/// largest number of parts, each as a number that depends on what was answered and seen.
struct Rest: Hashable {
  typealias Edge = AdditiveDiagrams.Edge

  /// In fifths of a second.
  var least: Edge? = AdditiveDiagrams.constant(0)
  var most: Edge? = AdditiveDiagrams.constant(0)
  var fewestParts: Edge? = AdditiveDiagrams.constant(0)
  var mostParts: Edge? = AdditiveDiagrams.constant(0)

  /// The smaller and the larger of two rests that differ only by a cost.
  func or(_ longer: Rest) -> Rest {
    Rest(
      least: least,
      most: longer.most,
      fewestParts: fewestParts,
      mostParts: longer.mostParts
    )
  }

  /// Nothing is left.
  static let none = Rest()
  /// A way that nobody can take.
  static let impossible = Rest(least: nil, most: nil, fewestParts: nil, mostParts: nil)

  /// With a cost before it.
  func plus(_ cost: ClosedRange<Int>, parts: Int = 0) -> Rest {
    Rest(
      least: least?.plus(cost.lowerBound),
      most: most?.plus(cost.upperBound),
      fewestParts: fewestParts?.plus(parts),
      mostParts: mostParts?.plus(parts)
    )
  }
}

/// What is left of each walk of a library, from every place on: made backward, from where a walk ends.
///
/// A place in a visit has one rest for each place that the visit can return to, worked out when it is first
/// needed. If that takes too many nodes, every condition counts as open and as not open: then the range is
/// wider, and still true.
struct RestTable {
  /// What is left from the places of a part where a person can be.
  struct Walked {
    /// Before its first instruction.
    var entry = Rest.none
    /// At the places where the walk waits; with the question or menu itself.
    var stops: [Int: Rest] = [:]
    /// At the places where the walk returns to, if something of the step was shown before the visit.
    var returns: [Int: Rest] = [:]
    /// The same, if nothing was.
    var silentReturns: [Int: Rest] = [:]
    /// At teach-backs that are being asked again.
    var retries: [Int: Rest] = [:]
  }

  struct Call: Hashable {
    let part: Int
    let behind: Rest
  }

  /// The number of nodes of diagrams for a guide.
  static let mostNodes = 200_000
  /// The number of visits to nodes and instructions for a guide.
  static let mostLooks = 2_000_000

  let library: Library
  let subroutines: Subroutines
  var costs: ReadingCosts
  var conditions: ConditionDiagrams
  var diagrams = AdditiveDiagrams()
  /// Whether conditions count as open and not open.
  var isWide = false
  var walked: [Call: Walked] = [:]
  /// The instructions processed.
  private var looks = 0
  private let allowed: (nodes: Int, looks: Int)
  /// By instruction: the step it is in.
  private let steps: [StepID?]
  /// By instruction: whether the walk can be there before the title of the step was shown, or after
  /// something else was.
  private let isUntitled: [Bool]
  /// By menu: entries of which one reads what another writes are in one group.
  var groups: [[[Menu.Entry]]?]
  private let root: Int
  private let surroundings: Surroundings
  let closing: ClosingWords

  init(
    of guide: GuideID,
    in library: Library,
    nodes: Int = Self.mostNodes,
    looks: Int = Self.mostLooks
  ) {
    self.library = library
    root = guide.index
    subroutines = Subroutines(library)
    surroundings = Surroundings(library)
    closing = ClosingWords(library: library)
    costs = ReadingCosts(library)
    conditions = ConditionDiagrams(library)
    allowed = (nodes, looks)
    diagrams.allow(nodes: nodes, looks: looks)
    groups = Array(repeating: nil, count: library.menus.count)
    (steps, isUntitled) = Self.titles(library)
    if library.places(from: guide, subroutines).contains(where: { library.instructions[$0].offers })
    {
      var query = Query()
      query.charge = .time
      let slice = ProgramSlice(root, query, LibraryMap(library, costs), &conditions)
      for (menu, entries) in slice.groups { groups[menu] = entries }
    }
  }

  private static func titles(_ library: Library) -> (steps: [StepID?], isUntitled: [Bool]) {
    var steps = [StepID?](repeating: nil, count: library.instructions.count)
    var isUntitled = [Bool](repeating: false, count: library.instructions.count + 1)
    var step: StepID?
    for (place, instruction) in library.instructions.enumerated() {
      switch instruction {
      case .begin: step = nil
      case .enter(let entered):
        step = entered
        isUntitled[place + 1] = true
      case .say, .offer: break
      case .ask(let question):
        if isUntitled[place], library[question].step == nil { isUntitled[place + 1] = true }
      case .visit: isUntitled[place + 1] = true
      case .go(let target): if isUntitled[place] { isUntitled[target] = true }
      case .test(_, let otherwise):
        if isUntitled[place] {
          isUntitled[place + 1] = true
          isUntitled[otherwise] = true
        }
      case .leave: step = nil
      }
      steps[place] = step
    }
    return (steps, isUntitled)
  }

  /// Whether so much was worked out that the range has to be wider.
  private var isTooMuch: Bool { diagrams.isOverfull || looks > allowed.looks }

  // MARK: parts

  /// What is left from the places of a part, with the rest after it.
  mutating func walk(_ part: Int, _ behind: Rest) -> Walked {
    if isWide {
      // Without conditions, what follows a part does not depend on it.
      let call = Call(part: part, behind: .none)
      let own = walked[call] ?? walkedBackward(part, .none)
      walked[call] = own
      return own.before(behind)
    }
    let call = Call(part: part, behind: behind)
    if let known = walked[call] { return known }
    let result = walkedBackward(part, behind)
    if !isWide { walked[call] = result }
    return result
  }

  /// Starts over with wider ranges if there was too much to work out; returns whether it did.
  mutating func widenIfTooMuch() -> Bool {
    guard !isWide, isTooMuch else { return false }
    isWide = true
    walked = [:]
    diagrams = AdditiveDiagrams()
    return true
  }

  private mutating func walkedBackward(_ part: Int, _ behind: Rest) -> Walked {
    let body = subroutines.bodies[part]
    var result = Walked()
    // By place.
    var rests = [Titling](repeating: Titling(.impossible), count: body.count)
    for place in body.reversed() {
      looks += 1
      if isTooMuch, !isWide { break }
      let next = place == body.upperBound ? Titling(behind) : rests[place + 1 - body.lowerBound]
      var here = next
      switch library.instructions[place] {
      case .leave: here = Titling(behind)
      case .go(let target): here = rests[target - body.lowerBound]
      case .begin(let guide):
        here = Titling(
          seeing([conditions.variables.fact(.guide(guide))], next.shown).plus(paid(place))
        )
      case .enter(let step):
        here = Titling(seeing([conditions.variables.fact(.topic(step))], next.silent))
      case .say(let passage):
        let facts = library[passage].mentions.map { conditions.variables.fact($0) }
        let rest = seeing(facts, next.shown).plus(paid(place))
        here = titling(beginning(library.item(of: passage), rest), place)
      case .test(let clause, let otherwise):
        let other = rests[otherwise - body.lowerBound]
        here.shown = test(clause, next.shown, other.shown)
        if isUntitled[place] {
          here.silent = test(clause, next.silent, other.silent)
          here.interrupted = test(clause, next.interrupted, other.interrupted)
        }
      case .ask(let question):
        let asked = ask(question, next.shown)
        let fresh = titling(asked.first.plus(paid(place)), place)
        here.shown = unlessAsked(question, fresh.shown, next.shown)
        if isUntitled[place] {
          here.silent = unlessAsked(question, fresh.silent, next.silent)
          here.interrupted = unlessAsked(question, fresh.interrupted, next.interrupted)
        }
        result.stops[place] = here.shown
        result.retries[place] = asked.again?.plus(paid(place))
      case .offer(let menu):
        here = titling(offer(menu, next.shown, at: place).plus(paid(place)), place)
        result.stops[place] = here.shown
        result.returns[place] = here.shown
      case .visit(let entry, let again):
        // The title is shown again if something was shown in the visit.
        let isSure = surelyShows(subroutines[entry])
        let after = isSure ? next.interrupted : next.shown.or(next.interrupted)
        result.returns[place + 1] = after
        result.silentReturns[place + 1] = next.silent
        let passed = titling(next.shown.plus(costs.passing(again)), place)
        here.shown = visit(entry, passed.shown, after)
        if isUntitled[place] {
          here.silent = visit(entry, passed.silent, next.silent)
          here.interrupted = visit(entry, passed.interrupted, next.interrupted)
        }
      }
      rests[place - body.lowerBound] = isWide ? here.map(widened) : here
    }
    result.entry = rests[0].shown
    return result
  }

  /// What is left from a place, which depends on what was shown of its step.
  private struct Titling {
    /// After its title was shown.
    var shown: Rest
    /// Before anything of it was shown.
    var silent: Rest
    /// After something of it was shown, and then something else.
    var interrupted: Rest

    init(_ rest: Rest) { (shown, silent, interrupted) = (rest, rest, rest) }

    func map(_ change: (Rest) -> Rest) -> Titling {
      var result = self
      result.shown = change(shown)
      result.silent = change(silent)
      result.interrupted = change(interrupted)
      return result
    }
  }

  /// The step or topic that an instruction is in.
  func step(at place: Int) -> StepID? { steps[place] }

  /// Whether every walk through a part shows something.
  func surelyShows(_ part: Int) -> Bool {
    surroundings.partSurelyShows[subroutines.bodies[part].lowerBound]
  }

  /// What is left from something that is shown at a place, with the title of its step above it.
  private func titling(_ rest: Rest, _ place: Int) -> Titling {
    var result = Titling(rest)
    guard let step = steps[place] else { return result }
    let title = costs.titles[step.index]
    result.interrupted = rest.plus(title...title)
    result.silent = rest.plus(title...title, parts: library[step].isTopic ? 0 : 1)
    return result
  }

  /// The cost of reaching an instruction, besides a title.
  private func paid(_ place: Int) -> ClosedRange<Int> { costs.now[place] + costs.later[place] }

  // MARK: numbers

  /// The rest when some facts are seen from here on.
  mutating func seeing(_ facts: [Int], _ rest: Rest) -> Rest {
    facts.reduce(rest) { setting($0, $1, to: 1) }
  }

  /// The rest when something is added to the review and the page, with the headings of its sections if it
  /// is the first there.
  mutating func beginning(_ item: ClosingWords.Item?, _ rest: Rest) -> Rest {
    item.map { closing.sections($0) }?.reduce(rest) { rest, section in
      let heading = closing.heading(section) * ReadingCosts.word
      if isWide { return rest.plus(0...heading) }
      let variable = Variables.sections + section.rawValue
      let after = setting(rest, variable, to: 1)
      let hasBegun = conditions.diagrams.choice(
        variable,
        [DecisionDiagrams.no, DecisionDiagrams.yes]
      )
      return fork(hasBegun, after, after.plus(heading...heading))
    } ?? rest
  }

  mutating func setting(_ rest: Rest, _ variable: Int, to value: Int) -> Rest {
    if isWide { return rest }
    return Rest(
      least: diagrams.setting(rest.least, variable, to: value),
      most: diagrams.setting(rest.most, variable, to: value),
      fewestParts: diagrams.setting(rest.fewestParts, variable, to: value),
      mostParts: diagrams.setting(rest.mostParts, variable, to: value)
    )
  }

  /// The rest when the person, or something that is not known, decides between two ways.
  mutating func either(_ first: Rest, _ second: Rest) -> Rest {
    Rest(
      least: diagrams.choose(.least, first.least, second.least),
      most: diagrams.choose(.most, first.most, second.most),
      fewestParts: diagrams.choose(.least, first.fewestParts, second.fewestParts),
      mostParts: diagrams.choose(.most, first.mostParts, second.mostParts)
    )
  }

  /// The first rest where a truth is true, and the second elsewhere; nil is a truth that is not known.
  mutating func fork(_ truth: Int?, _ first: Rest, _ second: Rest) -> Rest {
    guard !isWide, let truth else { return either(first, second) }
    return Rest(
      least: diagrams.fork(truth, first.least, second.least, conditions.diagrams),
      most: diagrams.fork(truth, first.most, second.most, conditions.diagrams),
      fewestParts: diagrams.fork(
        truth,
        first.fewestParts,
        second.fewestParts,
        conditions.diagrams
      ),
      mostParts: diagrams.fork(truth, first.mostParts, second.mostParts, conditions.diagrams)
    )
  }

  private func widened(_ rest: Rest) -> Rest {
    Rest(
      least: rest.least.map { AdditiveDiagrams.constant(diagrams.bounds($0).lowerBound) },
      most: rest.most.map { AdditiveDiagrams.constant(diagrams.bounds($0).upperBound) },
      fewestParts: rest.fewestParts.map {
        AdditiveDiagrams.constant(diagrams.bounds($0).lowerBound)
      },
      mostParts: rest.mostParts.map { AdditiveDiagrams.constant(diagrams.bounds($0).upperBound) }
    )
  }

  private mutating func test(_ clause: WhenClause, _ inside: Rest, _ outside: Rest) -> Rest {
    fork(isWide ? nil : conditions.isOpen(clause), inside, outside)
  }
}

extension RestTable.Walked {
  /// With a rest after the part that does not depend on it.
  fileprivate func before(_ behind: Rest) -> RestTable.Walked {
    func add(_ rest: Rest) -> Rest {
      Rest(
        least: behind.least.flatMap { rest.least?.plus($0.value) },
        most: behind.most.flatMap { rest.most?.plus($0.value) },
        fewestParts: behind.fewestParts.flatMap { rest.fewestParts?.plus($0.value) },
        mostParts: behind.mostParts.flatMap { rest.mostParts?.plus($0.value) }
      )
    }
    return RestTable.Walked(
      entry: add(entry),
      stops: stops.mapValues(add),
      returns: returns.mapValues(add),
      silentReturns: silentReturns.mapValues(add),
      retries: retries.mapValues(add)
    )
  }
}

extension Instruction {
  fileprivate var offers: Bool { if case .offer = self { true } else { false } }
}
