public import GuideCheck

/// Who sees something on the walks of a guide.
public enum Reachability: Sendable {
  /// Everyone who goes through the guide.
  case everybody
  /// Not everyone; this conversation misses it.
  case notEverybody(Witness)
  /// It could not be determined, because too many conditions depend on each other.
  case unknown
}

/// Finds out who sees something on the walks of guides, as exactly as promises are proved.
public struct ReachabilityProver: ~Copyable {
  private var prover: Prover

  /// Creates a prover for the guides of a library.
  public init(_ library: Library) { prover = Prover(library) }

  /// Who has seen something by the end of a guide.
  public mutating func reach(of mention: Mention, in guide: GuideID) -> Reachability {
    let promise = Promise(
      asking: .seeBeforeEnd(mention),
      of: prover.library[guide]
    )
    switch prover.verdict(on: promise, of: guide.index) {
    case .kept: return .everybody
    case .broken(let broken): return .notEverybody(broken.witness)
    case .refused: return .unknown
    }
  }
}
