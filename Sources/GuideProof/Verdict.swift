public import GuideCheck

/// What was proved of a promise on the walks of one guide.
///
/// Only the prover can say *kept*. A refused promise was not proved: it may be kept or broken, and nobody may
/// be told that it is either.
public enum Verdict: Sendable {
  /// It holds on every walk, whatever a person answered or saw before the guide began.
  case kept(Certificate)
  /// Somebody breaks it.
  case broken(BrokenPromise)
  /// It was not proved.
  case refused(Reason)

  /// Why a promise was not proved.
  public enum Reason: Hashable, Sendable {
    /// The promise depends on too much to be explored completely.
    case tooEntangled
    /// Too much in the guide depends on too much, so its promises were not looked at.
    case guideTooEntangled
    /// A promise before it was given up, so it was not looked at.
    case earlierPromiseTooEntangled
    /// The states in which the guide can begin are too many to be told apart; from those that were found, it
    /// holds.
    case beginningsTooEntangled
  }
}

/// A broken promise.
public struct BrokenPromise: Sendable {
  /// The promise.
  public let promise: Promise
  /// The shortest conversation that breaks it.
  public let witness: Witness
  /// Whether it holds for everyone its condition speaks of, and is broken only for people who skip a
  /// question the condition reads, or are not asked it.
  public let isSlip: Bool
}
