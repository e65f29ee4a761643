public import GuideCheck

/// Who comes across something on the walks of a guide.
public enum Reachability: Sendable {
  /// Everybody who goes through the guide.
  case everybody
  /// Not everybody; somebody who does this does not.
  case notEverybody(Witness)
  /// Too much depends on too much for it to be said.
  case unknown
}

/// Finds out who comes across things on the walks of guides: exactly, as promises are proved.
public struct ReachabilityProver: ~Copyable {
  private var prover: Prover

  /// What can be asked about the guides of a library.
  public init(_ library: Library) { prover = Prover(library) }

  /// Who comes across something by the end of a guide.
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
