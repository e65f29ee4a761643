import GuideCheck
import GuideEngine

/// Whom a promise is examined for.
struct Concerned {
  /// The diagram that is true at the end of the guide for them; everyone if that is not known.
  let truth: Int
  /// What that reads.
  let facts: Set<Int>
  /// Whether it is exactly they; if not, nobody can be shown to be one of them.
  let isExact: Bool
  /// Whether they are those whom the condition of the promise misses.
  let isSlip: Bool
  /// The same, as the engine decides it.
  let includes: (Library, State) -> Bool

  init(
    truth: Int,
    facts: Set<Int>,
    isExact: Bool = true,
    isSlip: Bool = false,
    includes: @escaping (Library, State) -> Bool = { _, _ in true }
  ) {
    (self.truth, self.facts, self.isExact) = (truth, facts, isExact)
    (self.isSlip, self.includes) = (isSlip, includes)
  }
}

/// Whether anyone in a group of people breaks a promise.
private enum Breach {
  case nobody(Verdict.Certificate)
  /// The person of the shortest conversation that breaks it.
  case somebody(Witness)
  /// It could not be determined.
  case unknown
}

extension Prover {
  /// Proves a promise of a guide, or of the house, on every walk of the guide.
  mutating func verdict(on identifier: PromiseID, of guide: Int) -> Verdict {
    let promise = library[identifier]
    if let certificate = induction(for: identifier) { return .kept(certificate) }
    entangled = []
    let verdict = verdict(on: promise, of: guide)
    if case .refused = verdict, !entangled.isEmpty {
      entangledConditions[guide, default: [:]][identifier] = entangled
    }
    return verdict
  }

  /// The same for each group of people in turn.
  private mutating func verdict(on promise: Promise, of guide: Int) -> Verdict {
    var certificate: Verdict.Certificate?
    for concerned in concerned(by: promise) {
      if budget.isSpent { return .refused(.budgetSpent) }
      switch breach(of: promise, guide, among: concerned) {
      case .somebody(let witness):
        return .broken(
          BrokenPromise(promise: promise, witness: witness, isSlip: concerned.isSlip)
        )
      case .unknown: return .refused(budget.isSpent ? .budgetSpent : .tooEntangled)
      case .nobody(let found): certificate = certificate.map { .both($0, found) } ?? found
      }
    }
    return certificate.map { .kept($0) } ?? .refused(.tooEntangled)
  }

  /// The people who must not break a promise: those whom its condition includes, and those whom it misses because
  /// they skipped a question that it reads, or were not asked.
  mutating func concerned(by promise: Promise) -> [Concerned] {
    guard let clause = promise.clause else {
      return [Concerned(truth: DecisionDiagrams.yes, facts: [])]
    }
    let open = explorer.conditionDiagrams.isOpen(clause)
    let read = Set(explorer.conditionDiagrams.facts(readBy: clause.condition))
    // If it is not known whom the condition includes, the engine decides.
    let included = Concerned(truth: open ?? DecisionDiagrams.yes, facts: read) {
      $0.isOpen(clause, in: $1)
    }
    if clause.isUnless || promise.most != nil { return [included] }
    var missed = DecisionDiagrams.yes
    var isExact = false
    if let open, let anyone = explorer.conditionDiagrams.mightHold(clause.condition) {
      let opposite = explorer.conditionDiagrams.diagrams.opposite(open)
      missed = explorer.conditionDiagrams.diagrams.both(anyone, opposite)
      if missed == DecisionDiagrams.no { return [included] }
      isExact = true
    }
    let slipping = Concerned(
      truth: missed,
      facts: read.union(explorer.conditionDiagrams.facts(in: missed)),
      isExact: isExact,
      isSlip: true
    ) { !$0.isOpen(clause, in: $1) }
    return [included, slipping]
  }

  /// Whether anyone in a group breaks a promise.
  ///
  /// First from everything that can have happened before the guide; if nobody breaks it then, nobody does. Then
  /// from the beginning of the guide itself, from what other guides have done, and last in every session.
  private mutating func breach(
    of promise: Promise,
    _ guide: Int,
    among concerned: Concerned
  ) -> Breach {
    let anything = Start.anything(fixed: [], truth: DecisionDiagrams.yes)
    switch breaking(promise, guide, concerned, from: anything) {
    case .nobody(let certificate): return .nobody(certificate)
    case .somebody: break
    case .unknown:
      // Perhaps nobody breaks it, whomever it is about.
      if case .nobody(let certificate) = breaking(promise, guide, nil, from: anything) {
        return .nobody(certificate)
      }
    }
    let own = session(promise, of: guide, from: guide, concerned)
    if case .somebody = own { return own }
    let roots = sessionRoots[guide]
    if roots.isEmpty { return own }
    if case .nobody(let certificate) = left(promise, guide, concerned) {
      return .nobody(certificate)
    }
    return sessions(promise, guide, concerned, own)
  }

  /// Whether anyone breaks a promise in a session that begins with another guide.
  private mutating func sessions(
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Concerned,
    _ own: Breach
  ) -> Breach {
    var shortest: Witness?
    // Nobody breaks it only if that is known of every session.
    var certificate: Verdict.Certificate?
    if case .nobody(let found) = own { certificate = found }
    for root in sessionRoots[guide] {
      switch session(promise, of: guide, from: root, concerned) {
      case .somebody(let found):
        if shortest.map({ found.inputs.count < $0.inputs.count }) ?? true { shortest = found }
      case .nobody(let found): certificate = certificate.map { .both($0, found) }
      case .unknown: certificate = nil
      }
    }
    if let shortest { return .somebody(shorter(shortest, promise, guide, concerned)) }
    return certificate.map { .nobody($0) } ?? .unknown
  }

  /// A conversation from the shelf, or a shorter one that begins with a guide that is on it.
  private mutating func shorter(
    _ witness: Witness,
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Concerned
  ) -> Witness {
    var shortest = witness
    guard witness.inputs.first == .began(.house) else { return witness }
    for root in map.guidesReaching[guide]
    where root != guide && root != 0 && !sessionRoots[guide].contains(root) {
      // A shorter conversation is worth less than another verdict.
      if budget.steps < ProofBudget.proofs.steps / 2 { break }
      if case .somebody(let found) = session(promise, of: guide, from: root, concerned),
        found.inputs.count < shortest.inputs.count
      {
        shortest = found
      }
    }
    return shortest
  }

  /// The states at the end of a guide in which a promise is broken by those it is examined for; by anyone, if that is
  /// nil.
  mutating func breaking(
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Concerned?,
    from start: Start,
    recording: [Int: [Int]] = [:]
  ) -> Breaking {
    let monitor = PromiseMonitor(
      promise,
      of: guide,
      &mentionIndex,
      isSession: false,
      &explorer.conditionDiagrams
    )
    var query = monitor.query(at: map.subroutines.bodies[guide].upperBound, of: promise)
    query.readsAtBegin = recording
    query.verdict?.facts = (concerned?.facts ?? []).sorted()
    let exit = explore(guide, for: query, from: start)
    return explorer.breaking(
      exit.states,
      [monitor.isBroken, concerned?.truth ?? DecisionDiagrams.yes],
      costingLessThan: least(promise, guide)
    )
  }

  /// What walks that break a promise of `at most` cost less than; costs are negative.
  private func least(_ promise: Promise, _ guide: Int) -> Int? {
    guard let (charge, most) = promise.most else { return nil }
    let around = charge == .time ? frame(of: guide).all.upperBound : 0
    return around - Int(floorOf: most)
  }

  /// Whether anyone breaks a promise of a guide in a session that begins with `root`.
  private mutating func session(
    _ promise: Promise,
    of guide: Int,
    from root: Int,
    _ concerned: Concerned
  ) -> Breach {
    let isSession = root != guide
    let monitor = PromiseMonitor(
      promise,
      of: guide,
      &mentionIndex,
      isSession: isSession,
      &explorer.conditionDiagrams
    )
    var query = monitor.query(at: map.subroutines.bodies[guide].upperBound, of: promise)
    query.verdict?.facts = concerned.facts.sorted()
    query.endsAtVerdict = isSession
    query.goesOn = isSession
    query.chargingFlag = isSession && query.charge != .nothing ? PromiseMonitor.active : nil
    let truths = [monitor.isBroken, concerned.truth]
    let least = least(promise, guide)
    func ends(_ exit: Explorer<Cost>.Exit) -> Edge? { isSession ? exit.over : exit.states }
    // Most promises are kept, so conversations that break one are looked for only after it is known
    // to be broken.
    switch explorer.breaking(ends(explore(root, for: query)), truths, costingLessThan: least) {
    case .nobody(let certificate): return .nobody(certificate)
    case .unknown: return .unknown
    case .somebody: if !concerned.isExact { return .unknown }
    }
    for charge in query.charge == .nothing ? [.inputs, .nothing] : [query.charge] {
      query.charge = charge
      query.keepsTrails = true
      let exit = explore(root, for: query)
      guard
        case .somebody(let broken) = explorer.breaking(
          ends(exit),
          truths,
          costingLessThan: least
        ), let end = explorer.sets.cheapest(broken)?.state,
        var plan = explorer.plan(to: end, isOver: isSession)
      else { continue }
      if charge == .time {
        plan.triesTwice = true
        plan.dearest = map.costs
      }
      if let witness = held(plan, promise, guide, isSession, concerned) {
        return .somebody(shortened(witness, plan, promise, guide, isSession, concerned))
      }
    }
    return .unknown
  }

  /// A planned conversation, if the engine holds it and it breaks the promise.
  private func held(
    _ plan: Plan,
    _ promise: Promise,
    _ guide: Int,
    _ isSession: Bool,
    _ concerned: Concerned
  ) -> Witness? {
    let library = library
    let inside = inside[guide]
    let witness = plan.held(over: library, explorer.conditionDiagrams) { state in
      isSession && state.hasVisited(GuideID(guide))
        && library.guide(at: state).map(inside.contains) == false
    }
    guard let witness else { return nil }
    let trace = TraceCheck(library: library, witness: witness, guide: guide, inside: inside)
    return trace.breaks(promise, isConcerned: { concerned.includes(library, $0) }) ? witness : nil
  }

  /// The conversation without what it opens for nothing: what must be read before going on need not be, if the guide
  /// is over before.
  private func shortened(
    _ witness: Witness,
    _ plan: Plan,
    _ promise: Promise,
    _ guide: Int,
    _ isSession: Bool,
    _ concerned: Concerned
  ) -> Witness {
    var (best, plan) = (witness, plan)
    if promise.most != nil { return best }
    for (menu, entries) in plan.openings {
      for entry in entries {
        var shorter = plan
        shorter.openings[menu]?.removeAll { $0 == entry }
        if let found = held(shorter, promise, guide, isSession, concerned),
          found.inputs.count < best.inputs.count
        {
          (best, plan) = (found, shorter)
        }
      }
    }
    return best
  }

  /// The actual number of questions or minutes in a conversation that breaks a promise of `at most`.
  func excess(of witness: Witness, over promise: Promise, in guide: Int) -> String? {
    let trace = TraceCheck(
      library: library,
      witness: witness,
      guide: guide,
      inside: inside[guide]
    )
    switch promise.form {
    case .atMostMinutes:
      return Fraction(trace.time.upperBound, over: ReadingCosts.minute).map {
        "takes \($0) minutes"
      }
    case .atMostQuestions: return "asks \(trace.questions) questions"
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: return nil
    }
  }
}

extension Promise {
  /// What is counted, and the limit, if the promise is a limit.
  var most: (Query.Charge, Fraction)? {
    switch form {
    case .atMostQuestions(let most): (.questions, most)
    case .atMostMinutes(let most):
      (.time, most.times(Fraction(ReadingCosts.minute)) ?? Fraction(1 << 40))
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: nil
    }
  }
}

extension Library {
  /// The guide that waits for the person; nil if the walk is over.
  func guide(at state: State) -> Int? {
    if state.isFinished { return nil }
    let place = state.position.counter
    return guides.lastIndex { $0.entry <= place }
  }
}
