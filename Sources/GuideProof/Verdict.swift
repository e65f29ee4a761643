public import GuideCheck

/// What was proved about a promise on the walks of one guide.
///
/// *Kept* and *broken* cannot be said in any other way than by proof. A refused promise was not proved: it may be
/// kept or broken, and nobody should be told that it is either.
public enum Verdict: Sendable {
  /// It is kept on every walk, no matter what a person answered or saw before the guide began.
  case kept(Certificate)
  /// Someone breaks it.
  case broken(BrokenPromise)
  /// It was not proved.
  case refused(Reason)

  /// Why a promise was not proved.
  public enum Reason: Hashable, Sendable {
    /// The promise depends on too many answers to be explored completely.
    case tooEntangled
    /// The budget for all proofs of a library was spent before this promise was proved.
    case budgetSpent
  }
}

/// A broken promise.
public struct BrokenPromise: Sendable {
  /// The promise.
  public let promise: Promise
  /// The shortest conversation that breaks it.
  public let witness: Witness
  /// Whether it is kept for everyone its condition includes, and is broken only for people who skip a
  /// question the condition reads, or are not asked it.
  public let isSlip: Bool
}
