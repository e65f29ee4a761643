import GuideCheck
import GuideEngine

/// What the walk so far adds to the review and the page, and the parts it has begun; kept for each decision,
/// so that going on and going back cost only what they add.
struct PastReading: Sendable {
  /// The sums over a beginning of the walk.
  struct Sums: Sendable {
    /// In fifths of a second.
    var later = 0...0
    /// The sections of the review and the page that have begun.
    var sections: Set<ClosingWords.Section> = []
    var parts = 0
    /// The steps and topics that have begun and have shown nothing yet.
    var silent: [StepID] = []

    /// A step or topic begins.
    mutating func begin(_ step: StepID, _ library: Library) {
      // An earlier step of the guide that has shown nothing is over.
      if !library[step].isTopic {
        silent.removeAll { library[$0].guide == library[step].guide }
      }
      silent.append(step)
    }

    /// Something of a step or topic was shown.
    mutating func show(_ step: StepID?, _ library: Library) {
      if silent.isEmpty { return }
      guard let step, let place = silent.lastIndex(of: step) else { return }
      silent.remove(at: place)
      if !library[step].isTopic { parts += 1 }
    }
  }

  private struct Checkpoint: Sendable {
    let mark: UInt64
    /// Up to the question or menu of the decision.
    let sums: Sums
    /// Where the guide begins that the decision opened, if it opened one.
    let guide: GuideID?
  }

  private var checkpoints: [Checkpoint] = []
  /// By passage: the instruction that shows it.
  private let places: [Int?]

  init(_ library: Library) {
    var places = [Int?](repeating: nil, count: library.passages.count)
    for (place, instruction) in library.instructions.enumerated() {
      if case .say(let passage) = instruction { places[passage.index] = place }
    }
    self.places = places
  }

  /// The instruction that shows a passage.
  func place(of passage: PassageID) -> Int? { places[passage.index] }

  /// The sums over the walk of a state, and those before a guide that was opened in a menu; nil if it was
  /// not.
  mutating func sums(
    of state: State,
    since guide: GuideID?,
    _ library: Library,
    _ table: borrowing RestTable
  ) -> (all: Sums, before: Sums)? {
    let count = state.decisionCount
    if checkpoints.count > count { checkpoints.removeLast(checkpoints.count - count) }
    while let last = checkpoints.last,
      last.mark != state.mark(ofDecision: checkpoints.count - 1)
    {
      checkpoints.removeLast()
    }
    var sums = checkpoints.last?.sums ?? Sums()
    var start = checkpoints.isEmpty ? 0 : state.walkCount(beforeDecision: checkpoints.count - 1)
    for decision in checkpoints.count..<count {
      let end = state.walkCount(beforeDecision: decision)
      add(state.walk[start..<end], state, &sums, library, table.costs, table.closing)
      var opened: GuideID?
      if state.walk.indices.contains(end), case .guide(let begun) = state.walk[end] {
        opened = begun
      }
      // A question or menu was on the screen.
      sums.show(table.step(at: state.counter(ofDecision: decision)), library)
      checkpoints.append(
        Checkpoint(mark: state.mark(ofDecision: decision), sums: sums, guide: opened)
      )
      start = end
    }
    add(state.walk[start...], state, &sums, library, table.costs, table.closing)
    guard let guide else { return (sums, Sums()) }
    return checkpoints.last { $0.guide == guide }.map { (sums, $0.sums) }
  }

  private func add(
    _ walk: ArraySlice<State.Footprint>,
    _ state: State,
    _ sums: inout Sums,
    _ library: Library,
    _ costs: ReadingCosts,
    _ closing: ClosingWords
  ) {
    for footprint in walk {
      switch footprint {
      case .guide(let guide): sums.later = sums.later + costs.later[library[guide].entry]
      case .step(let step): sums.begin(step, library)
      case .passage(let passage):
        sums.show(library[passage].step, library)
        if let place = places[passage.index] { sums.later = sums.later + costs.later[place] }
        if let item = library.item(of: passage) { sums.sections.formUnion(closing.sections(item)) }
      case .answer(let question):
        if let answer = state.answers[question.index] {
          sums.later = sums.later + costs.answers[question.index].later(answer)
          let item: ClosingWords.Item =
            if answer == .skipped { .skipped(question) } else { .answer(question, words: 0...0) }
          sums.sections.formUnion(closing.sections(item))
          if library.misses(answer, question) { sums.sections.formUnion([.lines, .ask]) }
        }
      }
    }
  }
}
