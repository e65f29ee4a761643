import GuideCheck
import GuideEngine

/// What is proved of a promise.
enum Verdict {
  /// It holds on every walk.
  case kept
  /// The shortest conversation that breaks it.
  case broken(Conversation)
  /// It holds, but says nothing of those who skip a question or are not asked: someone like these in
  /// this conversation would break it.
  case slips(Conversation)
  /// It could not be explored completely.
  case tooEntangled
}

extension Prover {
  /// Proves a promise of a guide, or of the house, on every walk of the guide.
  mutating func verdict(on promise: Promise, of guide: Int) -> Verdict {
    var concerned = Functions.yes
    if let gate = promise.gate {
      guard let open = explorer.truths.isOpen(gate) else { return .tooEntangled }
      concerned = open
    }
    let verdict = verdict(on: promise, of: guide, among: concerned) { library, state in
      promise.gate.map { library.isOpen($0, in: state) } ?? true
    }
    guard case .kept = verdict, let gate = promise.gate, !gate.isUnless else { return verdict }
    switch promise.form {
    case .atMostMinutes, .atMostQuestions: return verdict
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: break
    }
    // Who skips, or is not asked, might be meant.
    guard let anyone = explorer.truths.mightHold(gate.condition) else { return verdict }
    let opposite = explorer.truths.functions.opposite(concerned)
    let skipping = explorer.truths.functions.both(anyone, opposite)
    if skipping == Functions.no { return verdict }
    let slip = self.verdict(on: promise, of: guide, among: skipping) { library, state in
      !library.isOpen(gate, in: state)
    }
    if case .broken(let conversation) = slip { return .slips(conversation) }
    return verdict
  }

  /// Proves a promise among those for whom a truth holds at the end of the guide.
  private mutating func verdict(
    on promise: Promise,
    of guide: Int,
    among concerned: Int,
    _ isConcerned: (Library, State) -> Bool
  ) -> Verdict {
    wasTooMuch = false
    let states = breaking(promise, guide, concerned, beginnings[guide])
    if wasTooMuch { return .tooEntangled }
    if states == nil { return .kept }
    let hasReadFree = explorer.survey.hasReadFree
    if let found = conversation(breaking: promise, of: guide, from: guide, concerned, isConcerned) {
      return .broken(found)
    }
    // Whoever begins with a guide of the shelf might as well have opened it there: only to say it shortly,
    // their walks are looked at too.
    var shortest: Conversation?
    for isSure in [true, false] where isSure || shortest != nil {
      for root in library.guides.indices where root != guide && onShelf.contains(root) != isSure {
        guard explorer.procedures.reached(from: root, in: library).contains(guide) else { continue }
        let found = conversation(breaking: promise, of: guide, from: root, concerned, isConcerned)
        if let found, shortest.map({ found.inputs.count < $0.inputs.count }) ?? true {
          shortest = found
        }
      }
    }
    if let shortest { return .broken(shortest) }
    return wasTooMuch || hasReadFree || explorer.survey.hasReadFree ? .tooEntangled : .kept
  }

  /// The states at the end of a guide in which a promise is broken.
  private mutating func breaking(
    _ promise: Promise,
    _ guide: Int,
    _ concerned: Int,
    _ start: WeightedSets<Cost>.Edge?
  ) -> WeightedSets<Cost>.Edge? {
    let leave = explorer.procedures.bodies[guide].upperBound
    let facts = promise.gate.map { explorer.truths.facts(readBy: $0.condition) } ?? []
    if let (charge, most) = promise.most {
      var purpose = Purpose()
      purpose.verdict = (leave, facts)
      purpose.charge = charge
      purpose.isDearest = true
      let exit = explore(guide, for: purpose, from: start)
      let states = explorer.sets.restrict(exit, to: concerned, explorer.truths.functions)
      guard let states, Fraction(-states.weight.value) > most else { return nil }
      return states
    }
    guard
      let watching = Watching(
        promise,
        of: guide,
        &sightings,
        isSitting: false,
        &explorer.truths
      )
    else { return nil }
    let exit = explore(guide, for: watching.purpose(at: leave), from: start)
    let states = explorer.sets.restrict(exit, to: watching.isBroken, explorer.truths.functions)
    return explorer.sets.restrict(states, to: concerned, explorer.truths.functions)
  }

  /// The shortest conversation from the beginning of `root` that breaks a promise.
  private mutating func conversation(
    breaking promise: Promise,
    of guide: Int,
    from root: Int,
    _ concerned: Int,
    _ isConcerned: (Library, State) -> Bool
  ) -> Conversation? {
    let leave = explorer.procedures.bodies[guide].upperBound
    let isSitting = root != guide
    var purpose = Purpose()
    var isBroken = Functions.yes
    if let (charge, _) = promise.most {
      purpose.verdict = (
        leave, promise.gate.map { explorer.truths.facts(readBy: $0.condition) } ?? []
      )
      purpose.charge = charge
      purpose.isDearest = true
    } else {
      guard
        let watching = Watching(
          promise,
          of: guide,
          &sightings,
          isSitting: isSitting,
          &explorer.truths
        )
      else { return nil }
      purpose = watching.purpose(at: leave)
      purpose.charge = .inputs
      isBroken = watching.isBroken
    }
    purpose.endsAtVerdict = isSitting
    // Most are kept; the way to those that are not is looked for once they are known.
    let charge = purpose.charge
    if charge == .inputs {
      purpose.charge = .nothing
      guard ends(root, purpose, isBroken, concerned) != nil else { return nil }
      purpose.charge = charge
    }
    explorer.keepsTrails = true
    defer { explorer.keepsTrails = false }
    var broken = ends(root, purpose, isBroken, concerned)
    if explorer.sets.isOverfull, charge == .inputs {
      purpose.charge = .nothing
      broken = ends(root, purpose, isBroken, concerned)
    }
    guard let broken, let end = explorer.sets.cheapest(broken)?.state,
      var plan = explorer.plan(to: end, isOver: isSitting)
    else { return nil }
    plan.triesTwice = purpose.isDearest
    let library = library
    let inside = inside(guide)
    let conversation = plan.held(over: library, explorer.truths) { state in
      isSitting && state.hasVisited(GuideID(guide))
        && !(library.guide(at: state).map { inside.contains($0) } ?? true)
    }
    guard let conversation else { return nil }
    let account = Account(
      library: library,
      conversation: conversation,
      guide: guide,
      inside: inside
    )
    return account.breaks(promise, isConcerned: { isConcerned(library, $0) }) ? conversation : nil
  }

  /// The guides whose walks can be a part of a guide's.
  private func inside(_ guide: Int) -> Set<Int> {
    let parts = explorer.procedures.reached(from: guide, in: library)
    return Set(parts.map { explorer.procedures.guide(of: $0, in: library) })
  }

  /// What the walk of a guide comes to in a conversation that breaks a promise of at most so much.
  func excess(of conversation: Conversation, over promise: Promise, in guide: Int) -> String? {
    let account = Account(
      library: library,
      conversation: conversation,
      guide: guide,
      inside: inside(guide)
    )
    switch promise.form {
    case .atMostMinutes:
      return Fraction(account.time, over: Prices.minute).map { "takes \($0) minutes" }
    case .atMostQuestions: return "asks \(account.questions) questions"
    case .never, .seeAfter, .seeBefore, .seeBeforeEnd: return nil
    }
  }

  /// The states, where the verdict is given, in which both truths hold.
  private mutating func ends(
    _ root: Int,
    _ purpose: Purpose,
    _ isBroken: Int,
    _ concerned: Int
  ) -> WeightedSets<Cost>.Edge? {
    let exit = explore(root, for: purpose, from: explorer.sets.start)
    let ends = purpose.endsAtVerdict ? explorer.over : exit
    let broken = explorer.sets.restrict(ends, to: isBroken, explorer.truths.functions)
    return explorer.sets.restrict(broken, to: concerned, explorer.truths.functions)
  }
}

extension Promise {
  /// What is charged, and how much at most, if that is what is promised.
  var most: (Purpose.Charge, Fraction)? {
    switch form {
    case .atMostQuestions(let most): (.questions, most)
    case .atMostMinutes(let most):
      (.time, most.times(Fraction(Prices.minute)) ?? Fraction(Int.max))
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
