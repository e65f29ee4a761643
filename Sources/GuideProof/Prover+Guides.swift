import GuideCheck
import GuideEngine
import SourceText

extension Prover {
  /// Proves all guides.
  mutating func prove(isMeasuring: Bool, _ tell: (Proof) -> Void) -> ProofResult {
    var proofs: [Proof] = []
    var diagnostics: [Diagnostic] = []
    let sharedConditions = library.conditionsOfSharedOptions
    var shared = Coverage()
    for guide in library.guides.indices {
      let (nodesBefore, effortBefore) = (nodes, effort)
      var coverage = coverage(of: guide)
      shared.take(sharedConditions, from: &coverage)
      diagnostics += self.diagnostics(on: coverage, of: guide)
      let verdicts = library.promises(concerning: GuideID(guide)).map { promise in
        (promise, verdict(on: promise, of: guide))
      }
      let proof = Proof(
        guide: GuideID(guide),
        states: nodes - nodesBefore,
        effort: effort - effortBefore,
        walks: isMeasuring && guide != 0 ? walks(of: guide) : nil,
        verdicts: verdicts
      )
      proofs.append(proof)
      tell(proof)
    }
    // An answer to a shared question is offered in every guide that asks it.
    diagnostics += self.diagnostics(on: shared, of: 0)
    diagnostics += self.diagnostics(on: proofs)
    return ProofResult(proofs: proofs, diagnostics: diagnostics.sorted(by: Diagnostic.precedes))
  }

  /// How much work was done so far for proofs.
  private var effort: Effort {
    let diagrams = explorer.conditionDiagrams.diagrams
    return Effort(
      steps: ProofBudget.proofs.steps - budget.steps + diagrams.looks,
      nodes: diagrams.count + diagrams.wasted
    )
  }

  /// Facts about the walks of a guide; they take nothing from the budget for proofs.
  private mutating func walks(of guide: Int) -> Walks {
    swap(&budget, &measuringBudget)
    defer { swap(&budget, &measuringBudget) }
    let minutes = range(of: guide, .time).flatMap { time -> ClosedRange<Fraction>? in
      guard let least = Fraction(time.lowerBound, over: ReadingCosts.minute),
        let most = Fraction(time.upperBound, over: ReadingCosts.minute)
      else { return nil }
      return least...most
    }
    let questions = range(of: guide, .questions)
    return Walks(paths: paths(of: guide), questions: questions, minutes: minutes)
  }

  // MARK: problems

  /// The problems with the conditions and steps of a guide.
  private mutating func diagnostics(on coverage: Coverage, of guide: Int) -> [Diagnostic] {
    let source = library.guides[guide].source
    var found: [Diagnostic] = []
    if !coverage.unknown.isEmpty { found.append(tooEntangled(guide, coverage)) }
    for (condition, outcomes) in coverage.outcomes.sorted(by: { $0.key < $1.key }) {
      guard let span = library.conditions[condition].span else { continue }
      if coverage.free.contains(condition) {
        found.append(.cannotBeProved(source, span, isProduct: isProduct(condition)))
        continue
      }
      if coverage.unknown.conditions.contains(condition) { continue }
      if !outcomes.isReached || outcomes.hasHeld && outcomes.hasFailed { continue }
      if let question = neverAsked(condition, outcomes.asked) {
        found.append(.neverAskedBefore(source, span, name: library[question].name))
      } else if outcomes.hasFailed != coverage.inverted.contains(condition) {
        found.append(.neverHolds(source, span))
      } else {
        found.append(.alwaysHolds(source, span))
      }
    }
    let missed = coverage.missed.filter { !coverage.unknown.steps.contains($0.index) }
    // A step that is not reached because of a condition is not a separate problem.
    guard let step = missed.first, found.allSatisfy({ $0.severity == .warning }) else {
      return found
    }
    let others = missed.dropFirst().map { library[$0].name }
    // The conditions that are to blame are told with it.
    let causes = found.prefix(3).compactMap(\.labels.first).map(\.span)
    return [
      .neverReached(source, library[step].span, name: library[step].name, others, causes: causes)
    ] + found.dropFirst(3)
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

  /// Whether a condition cannot be proved because it reads a product or a quotient of answers, perhaps by the name of
  /// another condition.
  private func isProduct(_ condition: Int) -> Bool {
    let sums = explorer.conditionDiagrams.reading.sums
    var visited: Set<Int> = [condition]
    var pending = [condition]
    while let next = pending.popLast() {
      for atom in library.conditions[next].atoms {
        switch atom {
        case .compares(.equation(let equation), _, _) where sums[equation.index] == nil: return true
        case .isTrue(let equation):
          if case .truth(let named) = library.equations[equation.index].expression,
            visited.insert(named).inserted
          {
            pending.append(named)
          }
        default: break
        }
      }
    }
    return false
  }

  private func tooEntangled(_ guide: Int, _ coverage: Coverage) -> Diagnostic {
    let conditions =
      coverage.entangled.isEmpty ? coverage.unknown.conditions.sorted() : coverage.entangled
    let places = places(of: conditions)
    let source = library.guides[guide].source
    let step = library.guides[guide].steps.first.map { library[$0].span } ?? .empty
    return .tooEntangled(places.isEmpty ? [(source, step)] : places, in: source, step)
  }

  /// Where conditions are, each in its own guide.
  func places(of conditions: [Int]) -> [(source: SourceFile, span: Span)] {
    if conditions.isEmpty { return [] }
    var sources: [Int: SourceFile] = [:]
    for (owner, extent) in map.subroutines.extents.enumerated() {
      for place in extent {
        for clause in library.clauses(at: place) {
          sources[clause.condition] = library.guides[owner].source
        }
      }
    }
    return conditions.compactMap { condition in
      library.conditions[condition].span.flatMap { span in
        sources[condition].map { (source: $0, span: span) }
      }
    }
  }
}
