extension Verdict {
  /// What a verdict of *kept* requires: sets of states that include everyone who breaks the promise were computed
  /// whole, and are empty.
  ///
  /// Only this file can make one.
  public struct Certificate: Sendable {
    fileprivate init() {}

    /// The same for several groups of people together.
    static func both(_ first: Certificate, _ second: Certificate) -> Certificate { first }
  }
}

/// A set of states that includes everyone who breaks a promise, after it was explored.
enum Breaking {
  /// It was computed whole, and is empty.
  case nobody(Verdict.Certificate)
  /// It was computed whole, and is not empty; the states in it may be more than those that occur.
  case somebody(WeightedDiagrams<Cost>.Edge)
  /// There was too much to compute.
  case unknown
}

extension Explorer<Cost> {
  /// Whether anyone breaks a promise, once all states that matter have been computed.
  ///
  /// - Parameters:
  ///   - states: The states where the promise is decided.
  ///   - truths: What is true of those who break it.
  ///   - least: Those who break it cost less than this, if that matters.
  /// - Returns: What is known about those who break it.
  mutating func breaking(_ states: Edge?, _ truths: [Int], costingLessThan least: Int?) -> Breaking
  {
    var states = states
    for truth in truths {
      states = sets.restrict(states, to: truth, conditionDiagrams.diagrams)
    }
    if isExhausted { return .unknown }
    guard let states, least.map({ states.weight.value < $0 }) ?? true else {
      return .nobody(Verdict.Certificate())
    }
    return .somebody(states)
  }
}
