import GuideCheck
import GuideEngine
import SourceText

extension Prover {
  /// Proves all guides.
  mutating func prove(isMeasuring: Bool, _ tell: (Proof) -> Void) -> ProofResult {
    var proofs: [Proof] = []
    var found: [Found] = []
    // How guides begin was found out for the house, where every sitting can begin.
    var before = 0
    for guide in library.guides.indices {
      var broken: [BrokenPromise] = []
      found += check(guide).map { Found(diagnostic: $0, isOwn: true) }
      // Refused is refused: what else holds of such a guide is not looked for.
      let isRefused = wasTooMuch
      if !isRefused { found += keep(guide, &broken) }
      let proof = Proof(
        guide: GuideID(guide),
        states: explorer.sets.count - before,
        walks: isMeasuring && guide != 0 && !isRefused ? walks(of: guide) : nil,
        broken: broken
      )
      before = explorer.sets.count
      proofs.append(proof)
      tell(proof)
    }
    return ProofResult(proofs: proofs, diagnostics: told(found).sorted(by: Diagnostic.precedes))
  }

  /// What was found, and whether it shows on walks that begin with the guide itself.
  private struct Found {
    let diagnostic: Diagnostic
    let isOwn: Bool
  }

  /// A promise of the house that several guides break is one fault, told of a guide that breaks it alone.
  private func told(_ found: [Found]) -> [Diagnostic] {
    var told: [Diagnostic] = []
    for item in found.filter(\.isOwn) + found.filter({ !$0.isOwn }) {
      let diagnostic = item.diagnostic
      let isKnown = told.contains { known in
        known.id == diagnostic.id && known.labels.first == diagnostic.labels.first
      }
      if !isKnown { told.append(diagnostic) }
    }
    return told
  }

  /// What the walks of a guide are like.
  private mutating func walks(of guide: Int) -> Walks? {
    guard let paths = paths(of: guide), let questions = range(of: guide, .questions),
      let time = range(of: guide, .time),
      let least = Fraction(time.lowerBound, over: ReadingCosts.minute),
      let most = Fraction(time.upperBound, over: ReadingCosts.minute)
    else { return nil }
    return Walks(paths: paths, questions: questions, minutes: least...most)
  }

  // MARK: what is wrong

  /// What is wrong with the conditions and steps of a guide.
  private mutating func check(_ guide: Int) -> [Diagnostic] {
    guard !(guide == 0 && isSittingTooEntangled), let coverage = coverage(of: guide) else {
      return [tooEntangled(guide)]
    }
    let source = library.guides[guide].source
    var found: [Diagnostic] = []
    for (condition, outcomes) in coverage.outcomes.sorted(by: { $0.key < $1.key }) {
      guard outcomes.isReached, let span = library.conditions[condition].span else { continue }
      if outcomes.hasHeld, outcomes.hasFailed { continue }
      if let question = neverAsked(condition, outcomes.asked) {
        found.append(.neverAskedBefore(source, span, name: library[question].name))
      } else if outcomes.hasFailed != coverage.inverted.contains(condition) {
        found.append(.neverHolds(source, span))
      } else {
        found.append(.alwaysHolds(source, span))
      }
    }
    // A step that is missed for the sake of a condition is not one more fault.
    guard let step = coverage.missed.first, found.allSatisfy({ $0.severity == .warning }) else {
      return found
    }
    let others = coverage.missed.dropFirst().map { library[$0].name }
    let causes = found.compactMap(\.labels.first).map(\.span)
    return [
      .neverReached(source, library[step].span, name: library[step].name, others, causes: causes)
    ]
  }

  /// A question a condition reads that no walk asks before.
  private mutating func neverAsked(_ condition: Int, _ asked: Set<QuestionID>) -> QuestionID? {
    for fact in explorer.conditionDiagrams.facts(readBy: condition) {
      if let question = explorer.variables.question(ofFact: fact), !asked.contains(question) {
        return question
      }
    }
    return nil
  }

  /// What is wrong with the promises that hold for a guide; the house itself promises nothing.
  private mutating func keep(_ guide: Int, _ broken: inout [BrokenPromise]) -> [Found] {
    if guide == 0 { return [] }
    var found: [Found] = []
    func add(_ diagnostic: Diagnostic, _ witness: Witness?) {
      let isOwn = witness?.inputs.first == .began(GuideID(guide))
      found.append(Found(diagnostic: diagnostic, isOwn: isOwn))
    }
    for promise in library.guides[guide].promises + library.guides[0].promises {
      let name = library.guides[guide].name
      switch verdict(on: promise, of: guide) {
      case .kept: break
      case .broken(let witness):
        broken.append(BrokenPromise(promise: promise, witness: witness))
        let lines = witness.lines(in: library)
        let excess = excess(of: witness, over: promise, in: guide)
        add(.brokenPromise(promise.source, promise.span, guide: name, excess, lines), witness)
      case .slips(let witness):
        broken.append(BrokenPromise(promise: promise, witness: witness))
        let lines = witness.lines(in: library)
        let instead = library.safely(promise)
        add(.promiseSlips(promise.source, promise.span, instead: instead, lines), witness)
      case .tooEntangled:
        add(.tooEntangledPromise(promise.source, promise.span, guide: name), nil)
        if wasTooMuch { return found }
      }
    }
    return found
  }

  private mutating func tooEntangled(_ guide: Int) -> Diagnostic {
    let conditions = explorer.entangled.filter { library.conditions[$0].span != nil }
    let spans = conditions.compactMap { library.conditions[$0].span }
    let steps = library.guides[guide].steps
    let place = steps.first.map { library[$0].span } ?? .empty
    return .tooEntangled(library.guides[guide].source, spans.isEmpty ? [place] : spans)
  }
}

extension Library {
  /// How the condition of a promise would be written so that nobody slips through, if that is simple.
  fileprivate func safely(_ promise: Promise) -> String? {
    guard let clause = promise.clause, conditions[clause.condition].atoms.count == 1,
      case .options(let question, let mask) = conditions[clause.condition].atoms[0],
      self[question].domain == .choice
    else { return nil }
    let names = self[question].options.indices
      .filter { !mask.contains(place: $0) }.map { self[question].options[$0].name }
    return names.isEmpty
      ? nil : "unless \(self[question].name) is \(names.joined(separator: " or "))"
  }
}
