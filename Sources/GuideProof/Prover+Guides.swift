import GuideCheck
import GuideEngine
import SourceText

extension Prover {
  /// Proves all guides.
  mutating func prove(isMeasuring: Bool, _ tell: (Proof) -> Void) -> ProofResult {
    var proofs: [Proof] = []
    var diagnostics: [Diagnostic] = []
    // How guides can begin is already known from the house, where every session can begin.
    var before = 0
    for guide in library.guides.indices {
      diagnostics += check(guide)
      let isRefused = wasTooMuch
      let verdicts = verdicts(on: guide, isRefused: isRefused)
      let proof = Proof(
        guide: GuideID(guide),
        states: explorer.sets.count - before,
        walks: isMeasuring && guide != 0 && !isRefused ? walks(of: guide) : nil,
        verdicts: verdicts
      )
      before = explorer.sets.count
      proofs.append(proof)
      tell(proof)
    }
    diagnostics += self.diagnostics(on: proofs)
    return ProofResult(proofs: proofs, diagnostics: diagnostics.sorted(by: Diagnostic.precedes))
  }

  /// Facts about the walks of a guide.
  private mutating func walks(of guide: Int) -> Walks? {
    guard let paths = paths(of: guide), let questions = range(of: guide, .questions),
      let time = range(of: guide, .time),
      let least = Fraction(time.lowerBound, over: ReadingCosts.minute),
      let most = Fraction(time.upperBound, over: ReadingCosts.minute)
    else { return nil }
    return Walks(paths: paths, questions: questions, minutes: least...most)
  }

  // MARK: problems

  /// The problems with the conditions and steps of a guide.
  private mutating func check(_ guide: Int) -> [Diagnostic] {
    guard guide != 0 || allBeginningsAreKnown, let coverage = coverage(of: guide) else {
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
    // A step that is not reached because of a condition is not a separate problem.
    guard let step = coverage.missed.first, found.allSatisfy({ $0.severity == .warning }) else {
      return found
    }
    let others = coverage.missed.dropFirst().map { library[$0].name }
    let causes = found.compactMap(\.labels.first).map(\.span)
    return [
      .neverReached(source, library[step].span, name: library[step].name, others, causes: causes)
    ]
  }

  /// A question that a condition reads but no walk asks before it.
  private mutating func neverAsked(_ condition: Int, _ asked: Set<QuestionID>) -> QuestionID? {
    for fact in explorer.conditionDiagrams.facts(readBy: condition) {
      if let question = explorer.variables.question(ofFact: fact), !asked.contains(question) {
        return question
      }
    }
    return nil
  }

  private mutating func tooEntangled(_ guide: Int) -> Diagnostic {
    let conditions = explorer.entangled.filter { library.conditions[$0].span != nil }
    let spans = conditions.compactMap { library.conditions[$0].span }
    let steps = library.guides[guide].steps
    let place = steps.first.map { library[$0].span } ?? .empty
    return .tooEntangled(library.guides[guide].source, spans.isEmpty ? [place] : spans)
  }
}
