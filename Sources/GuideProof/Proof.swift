public import GuideCheck
public import SourceText

/// What was proved of a guide, on every one of its walks.
public struct Proof: Sendable {
  /// The guide.
  public let guide: GuideID
  /// How many sets of states were told apart: nodes of decision diagrams, each for all states from which
  /// the walk goes on alike.
  public let states: Int
  /// What its walks are like; nil if it was not asked for, or the guide is too entangled.
  public let walks: Walks?
  /// What was proved of each promise that concerns the guide: of its own, in the order written, then of
  /// the house's.
  ///
  /// None for the house itself: what it promises is proved of each of the other guides.
  public let verdicts: [(promise: PromiseID, verdict: Verdict)]

  /// The promises that are broken, each with a conversation that breaks it.
  public var broken: [BrokenPromise] {
    verdicts.compactMap { if case .broken(let broken) = $0.verdict { broken } else { nil } }
  }
}

/// What the walks of a guide are like that begin with nothing known.
public struct Walks: Sendable {
  /// How many there are, told apart by classes of answers and by the order in which topics are opened.
  public let paths: UnboundedNatural
  /// How many questions the shortest and the longest ask.
  public let questions: ClosedRange<Int>
  /// How many minutes the shortest and the longest take.
  public let minutes: ClosedRange<Fraction>
}

/// What proving a library has come to.
public struct ProofResult: Sendable {
  /// Guide by guide; the house is the first.
  public let proofs: [Proof]
  /// What must be mended.
  public let diagnostics: [Diagnostic]

  /// The proof of a guide of the library that was proved.
  public subscript(_ guide: GuideID) -> Proof { proofs[guide.index] }

  /// What was proved of a promise, guide by guide: of its own guide, or for a promise of the house of every
  /// other guide.
  public func verdicts(on promise: PromiseID) -> [(guide: GuideID, verdict: Verdict)] {
    proofs.flatMap { proof in
      proof.verdicts.filter { $0.promise == promise }.map { (proof.guide, $0.verdict) }
    }
  }
}

/// Explores every walk of every guide of a library, and proves of each guide what must hold on all walks.
///
/// That every walk ends, and keeps help, back and quit, is so in every library: walks only go forward,
/// and every prompt takes them. That a value is known where it is printed, checking has shown. What is
/// explored: every step can be reached; every condition can hold, and not hold; what it reads was asked
/// before on some walk; the promises of the guide and of the house are kept. Each from every possible
/// set of shared answers, of guides visited before and of what else a condition calls seen.
///
/// *Exact*: choices, ticks, numbers compared with constants, lines over one answer, counts, and sums of few
/// numbers. *Free*: a condition over numbers that are too many to be told apart; both outcomes are taken
/// to be possible wherever it is read. A breach is reported only after the engine has held the
/// conversation; what free conditions leave undecided is refused.
///
/// - Parameters:
///   - library: The library.
///   - isMeasuring: Whether paths are counted, and the shortest and longest walks found.
///   - tell: Is given each proof as soon as it stands, for those who look at the clock.
/// - Returns: The proofs, and what must be mended.
public func prove(
  _ library: Library,
  isMeasuring: Bool = false,
  tell: (Proof) -> Void = { _ in }
) -> ProofResult {
  var prover = Prover(library)
  return prover.prove(isMeasuring: isMeasuring, tell)
}
