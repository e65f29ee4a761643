import GuideCheck
import GuideEngine

extension Verdict {
  /// What a verdict of *kept* requires: only the prover can create it, so nothing else can give that
  /// verdict.
  public struct Certificate: Sendable { fileprivate init() {} }
}

/// Whether anyone in a group of people breaks a promise.
private enum Breach {
  case nobody
  /// The person of the shortest conversation that breaks it.
  case somebody(Witness)
  /// It could not be determined.
  case unknown
}

extension Prover {
  /// Proves a promise of a guide, or of the house, on every walk of the guide.
  mutating func verdict(on promise: Promise, of guide: Int) -> Verdict {
    wasTooMuch = false
    var concerned = DecisionDiagrams.yes
    if let clause = promise.clause {
      guard let open = explorer.conditionDiagrams.isOpen(clause) else {
        return .refused(.tooEntangled)
      }
      concerned = open
    }
    let breach = breach(of: promise, guide, among: concerned) { library, state in
      promise.clause.map { library.isOpen($0, in: state) } ?? true
    }
    switch breach {
    case .somebody(let witness):
      return .broken(BrokenPromise(promise: promise, witness: witness, isSlip: false))
    case .unknown: return .refused(.tooEntangled)
    case .nobody: break
    }
    switch slip(from: promise, guide, concerned) {
    case .somebody(let witness):
      return .broken(BrokenPromise(promise: promise, witness: witness, isSlip: true))
    case .unknown: return .refused(.tooEntangled)
    case .nobody: break
    }
    return beginningsAreKnown(guide)
      ? .kept(Verdict.Certificate()) : .refused(.beginningsTooEntangled)
  }

  /// Whether anyone breaks a promise that is kept for everyone its `when` includes, and may be meant by it
  /// too, because they skip a question or are not asked it.
  private mutating func slip(from promise: Promise, _ guide: Int, _ concerned: Int) -> Breach {
    guard let clause = promise.clause, !clause.isUnless else { return .nobody }
    switch promise.form {
    case .atMostMinutes, .atMostQuestions: return .nobody
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: break
    }
    guard let anyone = explorer.conditionDiagrams.mightHold(clause.condition) else {
      return .unknown
    }
    let opposite = explorer.conditionDiagrams.diagrams.opposite(concerned)
    let skipping = explorer.conditionDiagrams.diagrams.both(anyone, opposite)
    if skipping == DecisionDiagrams.no { return .nobody }
    return breach(of: promise, guide, among: skipping) { library, state in
      !library.isOpen(clause, in: state)
    }
  }

  /// Whether anyone for whom a diagram is true at the end of the guide breaks a promise.
  private mutating func breach(
    of promise: Promise,
    _ guide: Int,
    among concerned: Int,
    _ isConcerned: (Library, State) -> Bool
  ) -> Breach {
    wasTooMuch = false
    // The time is that of the guide started by itself.
    let isTimed = if case .atMostMinutes = promise.form { true } else { false }
    let start = isTimed ? explorer.sets.start : beginnings[guide]
    let states = breaking(promise, guide, concerned, start)
    if wasTooMuch { return .unknown }
    if states == nil { return .nobody }
    let hasReadFree = explorer.explorationResult.hasReadFree
    if let found = witness(breaking: promise, of: guide, from: guide, concerned, isConcerned) {
      return .somebody(found)
    }
    if isTimed { return .unknown }
    // A person who begins with a guide on the shelf could have opened it there instead. Their walks are
    // explored too, but only to find shorter conversations.
    var shortest: Witness?
    for isSure in [true, false] where isSure || shortest != nil {
      for root in library.guides.indices where root != guide && onShelf.contains(root) != isSure {
        guard explorer.subroutines.reached(from: root, in: library).contains(guide) else {
          continue
        }
        let found = witness(breaking: promise, of: guide, from: root, concerned, isConcerned)
        if let found, shortest.map({ found.inputs.count < $0.inputs.count }) ?? true {
          shortest = found
        }
      }
    }
    if let shortest { return .somebody(shortest) }
    // The states in which a guide can begin are joined, so they include states that never occur. Here,
    // a set of breaking states was found, but no conversation from any beginning. That nobody breaks
    // the promise depends on this search alone.
    return wasTooMuch || hasReadFree || explorer.explorationResult.hasReadFree ? .unknown : .nobody
  }

  /// The states at the end of a guide in which a promise is broken.
  private mutating func breaking(
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Int,
    _ start: WeightedDiagrams<Cost>.Edge?
  ) -> WeightedDiagrams<Cost>.Edge? {
    let leave = explorer.subroutines.bodies[guide].upperBound
    let facts = promise.clause.map { explorer.conditionDiagrams.facts(readBy: $0.condition) } ?? []
    if let (charge, most) = promise.most {
      var query = Query()
      query.verdict = (leave, facts)
      query.charge = charge
      query.isDearest = true
      let exit = explore(guide, for: query, from: start)
      let states = explorer.sets.restrict(exit, to: concerned, explorer.conditionDiagrams.diagrams)
      let around = charge == .time ? frame(of: guide).all.upperBound : 0
      guard let states, Fraction(around - states.weight.value) > most else { return nil }
      return states
    }
    guard
      let watching = PromiseMonitor(
        promise,
        of: guide,
        &mentionIndex,
        isSession: false,
        &explorer.conditionDiagrams
      )
    else { return nil }
    let exit = explore(guide, for: watching.query(at: leave), from: start)
    let states = explorer.sets.restrict(
      exit,
      to: watching.isBroken,
      explorer.conditionDiagrams.diagrams
    )
    return explorer.sets.restrict(states, to: concerned, explorer.conditionDiagrams.diagrams)
  }

  /// The shortest conversation from the beginning of `root` that breaks a promise.
  private mutating func witness(
    breaking promise: Promise,
    of guide: Int,
    from root: Int,
    _ concerned: Int,
    _ isConcerned: (Library, State) -> Bool
  ) -> Witness? {
    let leave = explorer.subroutines.bodies[guide].upperBound
    let isSession = root != guide
    var query = Query()
    var isBroken = DecisionDiagrams.yes
    if let (charge, _) = promise.most {
      query.verdict = (
        leave, promise.clause.map { explorer.conditionDiagrams.facts(readBy: $0.condition) } ?? []
      )
      query.charge = charge
      query.isDearest = true
    } else {
      guard
        let watching = PromiseMonitor(
          promise,
          of: guide,
          &mentionIndex,
          isSession: isSession,
          &explorer.conditionDiagrams
        )
      else { return nil }
      query = watching.query(at: leave)
      query.charge = .inputs
      isBroken = watching.isBroken
    }
    query.endsAtVerdict = isSession
    // Most promises are kept, so conversations that break one are searched for only after it is known
    // to be broken.
    let charge = query.charge
    if charge == .inputs {
      query.charge = .nothing
      guard ends(root, query, isBroken, concerned) != nil else { return nil }
      query.charge = charge
    }
    explorer.keepsTrails = true
    defer { explorer.keepsTrails = false }
    var broken = ends(root, query, isBroken, concerned)
    if explorer.sets.isOverfull, charge == .inputs {
      query.charge = .nothing
      broken = ends(root, query, isBroken, concerned)
    }
    guard let broken, let end = explorer.sets.cheapest(broken)?.state,
      var plan = explorer.plan(to: end, isOver: isSession)
    else { return nil }
    plan.triesTwice = query.isDearest
    if query.charge == .time { plan.dearest = explorer.costs }
    let library = library
    let inside = inside(guide)
    let witness = plan.held(over: library, explorer.conditionDiagrams) { state in
      isSession && state.hasVisited(GuideID(guide))
        && !(library.guide(at: state).map { inside.contains($0) } ?? true)
    }
    guard let witness else { return nil }
    let account = TraceCheck(
      library: library,
      witness: witness,
      guide: guide,
      inside: inside
    )
    return account.breaks(promise, isConcerned: { isConcerned(library, $0) }) ? witness : nil
  }

  /// The guides whose walks can be part of the walk of a guide.
  private func inside(_ guide: Int) -> Set<Int> {
    let parts = explorer.subroutines.reached(from: guide, in: library)
    return Set(parts.map { explorer.subroutines.guide(of: $0, in: library) })
  }

  /// The actual number of questions or minutes in a conversation that breaks a promise of `at most`.
  func excess(of witness: Witness, over promise: Promise, in guide: Int) -> String? {
    let account = TraceCheck(
      library: library,
      witness: witness,
      guide: guide,
      inside: inside(guide)
    )
    switch promise.form {
    case .atMostMinutes:
      return Fraction(account.time.upperBound, over: ReadingCosts.minute).map {
        "takes \($0) minutes"
      }
    case .atMostQuestions: return "asks \(account.questions) questions"
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: return nil
    }
  }

  /// The states at the verdict in which both diagrams are true.
  private mutating func ends(
    _ root: Int,
    _ query: Query,
    _ isBroken: Int,
    _ concerned: Int
  ) -> WeightedDiagrams<Cost>.Edge? {
    let exit = explore(root, for: query, from: explorer.sets.start)
    let ends = query.endsAtVerdict ? explorer.over : exit
    let broken = explorer.sets.restrict(ends, to: isBroken, explorer.conditionDiagrams.diagrams)
    return explorer.sets.restrict(broken, to: concerned, explorer.conditionDiagrams.diagrams)
  }
}

extension Promise {
  /// What is counted, and the limit, if the promise is a limit.
  var most: (Query.Charge, Fraction)? {
    switch form {
    case .atMostQuestions(let most): (.questions, most)
    case .atMostMinutes(let most):
      (.time, most.times(Fraction(ReadingCosts.minute)) ?? Fraction(Int.max))
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: nil
    }
  }
}

extension Library {
  /// The guide that waits for the person.
  func guide(at state: State) -> Int? {
    if case .choice(let menu) = state.awaiting { return self[self[menu].step].guide.index }
    for footprint in state.walk.reversed() {
      switch footprint {
      case .guide(let guide): return guide.index
      case .passage(let passage): return self[self[passage].step].guide.index
      case .step(let step): return self[step].guide.index
      case .answer: continue
      }
    }
    return nil
  }
}
