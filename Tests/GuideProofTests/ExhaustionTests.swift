import Foundation
import GuideCheck
import SourceText
import TestSupport
import Testing

@testable import GuideEngine
@testable import GuideProof

struct ExhaustionTests {
  /// How many libraries each part tries; `PROOF_LIBRARIES` in the environment asks for more.
  private var tries: Int {
    Int(ProcessInfo.processInfo.environment["PROOF_LIBRARIES"] ?? "") ?? 60
  }

  @Test(arguments: 0..<8)
  func `proof and exhaustion agree`(part: Int) throws {
    var compared = 0
    for number in 0..<tries {
      let seed = part * 100_000 + number
      var guides = RandomGuides(seed: UInt64(seed))
      let folder = guides.folder()
      guard let library = folder.checked().library else { continue }
      if Comparison(library, folder, seed: seed).run() { compared += 1 }
    }
    #expect(compared > tries / 4)
  }
}

/// What the prover says about a library, compared with what all its walks show.
struct Comparison {
  let library: Library
  let folder: Folder
  let seed: Int

  init(_ library: Library, _ folder: Folder, seed: Int) {
    self.library = library
    self.folder = folder
    self.seed = seed
  }

  private func text(of guide: Int) -> String {
    "seed \(seed)\n" + folder["guides/\(library.guides[guide].name).guide"]
  }

  /// Compares everything; returns whether the library was small enough.
  func run() -> Bool {
    var prover = Prover(library)
    for guide in library.guides.indices.dropFirst() {
      guard compare(guide, &prover) else { return false }
    }
    return true
  }

  private func compare(_ guide: Int, _ prover: inout Prover) -> Bool {
    var exhaustion = Exhaustion(library, most: 1500)
    exhaustion.walk(from: guide)
    if exhaustion.isTooLarge { return false }
    compareCounts(guide, exhaustion, &prover)
    guard let ends = ends(of: guide) else { return false }
    compareCoverage(guide, ends, &prover)
    comparePromises(guide, ends, &prover)
    return true
  }

  private func compareCounts(_ guide: Int, _ exhaustion: Exhaustion, _ prover: inout Prover) {
    #expect(
      prover.paths(of: guide) == UnboundedNatural(exhaustion.walks.count),
      "\(text(of: guide))"
    )
    let questions = exhaustion.walks.map { walk in
      walk.state.walk.count { if case .answer = $0 { true } else { false } }
    }
    let range = prover.range(of: guide, .questions)
    #expect(range == (questions.min() ?? 0)...(questions.max() ?? 0), "\(text(of: guide))")
    let costs = ReadingCosts(library)
    let times = exhaustion.walks.map { walk in
      let witness = Witness(inputs: walk.inputs, state: walk.state)
      return account(of: guide, witness).time(costs) { question, answer in
        costs.answers[question.index].cost(
          ofClassOf: answer,
          exhaustion.classes[question.index]
        )
      }
    }
    let (least, most) = (times.map(\.lowerBound).min() ?? 0, times.map(\.upperBound).max() ?? 0)
    #expect(prover.range(of: guide, .time) == least...most, "\(text(of: guide))")
  }

  private func inside(_ guide: Int) -> Set<Int> {
    let subroutines = Subroutines(library)
    return Set(
      subroutines.reached(from: guide, in: library).map { subroutines.guide(of: $0, in: library) }
    )
  }

  private func account(of guide: Int, _ witness: Witness) -> TraceCheck {
    TraceCheck(
      library: library,
      witness: witness,
      guide: guide,
      inside: inside(guide)
    )
  }

  /// Every way a walk of a guide ends, in every session; nil if there are too many.
  private func ends(of guide: Int) -> [Witness]? {
    var ends: [Witness] = []
    let inside = inside(guide)
    let library = library
    func isOver(_ state: State) -> Bool {
      guard state.hasVisited(GuideID(guide)) else { return false }
      if state.isFinished { return true }
      return !(library.guide(at: state).map { inside.contains($0) } ?? true)
    }
    let subroutines = Subroutines(library)
    for root in library.guides.indices
    where subroutines.reached(from: root, in: library).contains(guide) {
      var exhaustion = Exhaustion(library, most: 3000)
      exhaustion.walk(from: root) { before, state, inputs in
        if let last = ends.last, inputs.starts(with: last.inputs) { return }
        if isOver(state), !isOver(before) {
          ends.append(Witness(inputs: inputs, state: state))
        }
      }
      if exhaustion.isTooLarge { return nil }
    }
    return ends
  }

  private func compareCoverage(_ guide: Int, _ ends: [Witness], _ prover: inout Prover) {
    let coverage = prover.coverage(of: guide)
    guard coverage.unknown.isEmpty, coverage.free.isEmpty else {
      Issue.record("refused\n\(text(of: guide))")
      return
    }
    var steps: Set<StepID> = []
    var passages: Set<Int> = []
    for end in ends {
      for footprint in end.state.walk {
        if case .step(let step) = footprint { steps.insert(step) }
        if case .passage(let passage) = footprint { passages.insert(passage.index) }
      }
    }
    let missed = library.guides[guide].steps.filter { !steps.contains($0) }
    #expect(coverage.missed == missed, "\(text(of: guide))")
    for place in Subroutines(library).places(of: guide, in: library) {
      guard case .test(let clause, _) = library.instructions[place],
        case .say(let passage) = library.instructions[place + 1],
        let outcomes = coverage.outcomes[clause.condition]
      else { continue }
      let isOpen = clause.isUnless ? outcomes.hasFailed : outcomes.hasHeld
      let words = library.conditions[clause.condition].words
      #expect(isOpen == passages.contains(passage.index), "\(words)\n\(text(of: guide))")
    }
  }

  private func comparePromises(_ guide: Int, _ ends: [Witness], _ prover: inout Prover) {
    for identifier in library.promises(concerning: GuideID(guide)) {
      let promise = library[identifier]
      let isBroken = ends.contains { end in
        account(of: guide, end).breaks(promise) { state in
          promise.clause.map { library.isOpen($0, in: state) } ?? true
        }
      }
      let verdict = prover.verdict(on: identifier, of: guide)
      let name = library.guides[guide].name
      switch verdict {
      case .kept: #expect(!isBroken, "\(name) \(promise.words)\n\(text(of: guide))")
      case .broken(let broken):
        #expect(isBroken != broken.isSlip, "\(name) \(promise.words)\n\(text(of: guide))")
      case .refused: Issue.record("refused \(promise.words)\n\(text(of: guide))")
      }
    }
  }
}

extension AnswerCosts {
  /// The smallest and the largest cost of the answers in the class of an answer.
  func cost(
    ofClassOf answer: GuideCheck.Answer,
    _ classes: AnswerClasses
  ) -> ClosedRange<Int> {
    switch (classes, answer) {
    case (.unread, _): return any
    case (_, .skipped): return skipped
    case (.choice(let sets), .options(let mask)):
      return sets.filter { !$0.isDisjoint(with: mask) }.reduce(answered) { $0 + one(of: $1) }
    case (.ticks(let sets, let alone), .options(let mask)):
      let together = sets.filter { !$0.isDisjoint(with: mask) }.reduce(answered) {
        $0 + some(of: $1)
      }
      return alone.filter { !$0.isDisjoint(with: mask) }.reduce(together) { $0 + one(of: $1) }
    default: return answered
    }
  }
}
