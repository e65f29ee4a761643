public import GuideCheck
public import SourceText

/// What was proved about a guide, on every one of its walks.
public struct Proof: Sendable {
  /// The guide.
  public let guide: GuideID
  /// How many sets of states were distinguished: nodes of decision diagrams, each for all states from
  /// which the walk goes on in the same way.
  public let states: Int
  /// How much work that took, the same on every computer.
  public let effort: Effort
  /// Facts about its walks; nil if they were not requested.
  public let walks: Walks?
  /// What was proved about each promise that applies to the guide: its own, in the order written, then
  /// those of the house.
  ///
  /// None for the house itself, because its promises are proved for each of the other guides.
  public let verdicts: [(promise: PromiseID, verdict: Verdict)]

  /// The promises that are broken, each with a conversation that breaks it.
  public var broken: [BrokenPromise] {
    verdicts.compactMap { if case .broken(let broken) = $0.verdict { broken } else { nil } }
  }
}

/// How much work a proof takes, counted so that it is the same on every computer.
public struct Effort: Equatable, Sendable {
  /// The visits to nodes of decision diagrams.
  public let steps: Int
  /// The nodes made for conditions, which are made once for all guides.
  public let nodes: Int

  static func - (after: Effort, before: Effort) -> Effort {
    Effort(steps: after.steps - before.steps, nodes: after.nodes - before.nodes)
  }
}

/// Facts about the walks of a guide that begin with nothing known.
public struct Walks: Sendable {
  /// The number of walks that differ in classes of answers, or in the order in which topics are opened; nil if
  /// there are too many to count.
  public let paths: UnboundedNatural?
  /// The number of questions on the shortest and on the longest walk; nil if there is too much to measure.
  public let questions: ClosedRange<Int>?
  /// The number of minutes for the shortest and for the longest walk; nil if there is too much to measure.
  public let minutes: ClosedRange<Fraction>?
}

/// The result of proving a library.
public struct ProofResult: Sendable {
  /// Guide by guide; the house is the first.
  public let proofs: [Proof]
  /// The problems that must be fixed.
  public let diagnostics: [Diagnostic]

  /// The proof of a guide of the library that was proved.
  public subscript(_ guide: GuideID) -> Proof { proofs[guide.index] }

  /// What was proved about a promise, guide by guide: for its own guide or, if it is a promise of the
  /// house, for every other guide.
  public func verdicts(on promise: PromiseID) -> [(guide: GuideID, verdict: Verdict)] {
    proofs.flatMap { proof in
      proof.verdicts.filter { $0.promise == promise }.map { (proof.guide, $0.verdict) }
    }
  }
}

/// Explores every walk of every guide of a library, and proves what must be true on all walks of each
/// guide.
///
/// In every library, every walk ends, and help, back, and quit always work: walks only go forward,
/// and every prompt accepts them. Checking has shown that a value is known where it is printed. What is
/// explored: every step can be reached; every condition can be true, and not true; what it reads was
/// asked before on some walk; the promises of the guide and of the house are kept. Each of these from
/// every possible set of shared answers, of guides visited before, and of anything else that a
/// condition tests with `seen`.
///
/// *Exact*: choices, ticks, numbers and their sums compared with constants, counts, and products of few numbers.
/// *Free*: a condition on other products and quotients, or on too many sums to tell their outcomes apart; both
/// outcomes are assumed to be possible wherever it is read, and it is refused. A promise is kept only if the states
/// that include everyone who breaks it were computed whole, and there are none; it is broken only if the engine
/// has run a conversation that breaks it; everything else is refused.
///
/// - Parameters:
///   - library: The library.
///   - isMeasuring: Whether to count paths, and find the shortest and longest walks.
///   - tell: Receives each proof as soon as it is complete, so that proofs can be timed.
/// - Returns: The proofs, and the problems that must be fixed.
public func prove(
  _ library: Library,
  isMeasuring: Bool = false,
  tell: (Proof) -> Void = { _ in }
) -> ProofResult {
  var prover = Prover(library)
  return prover.prove(isMeasuring: isMeasuring, tell)
}
