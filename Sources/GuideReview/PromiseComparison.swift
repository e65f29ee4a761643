import GuideCheck
import GuideEngine
import GuideProof

/// What a new version of a guide changes about the promises that apply to it, matched by their words.
struct PromiseComparison {
  /// What is known about a promise in one version.
  fileprivate enum Standing {
    case kept
    /// The conversation that breaks it.
    case broken(String)
    /// It is a promise of the house, and another guide breaks it by itself, so it is reported there.
    case brokenElsewhere
    case notProved
  }

  /// A guide in one version, and what was proved about it.
  struct Version {
    let library: Library
    let guide: GuideID
    let result: ProofResult
  }

  private let old: [String: Standing]
  private let new: [String: Standing]
  private let promisesOfTheHouse: Set<String>

  init(from old: Version, to new: Version) {
    self.old = old.standings
    self.new = new.standings
    promisesOfTheHouse = Set(
      (old.library[.house].promises + new.library[.house].promises).map(\.words)
    )
  }

  /// Promises that were added, removed, newly broken, newly kept, or not proved; for those of the
  /// house, only changes in whether they are kept.
  var lines: [String] {
    Set(old.keys).union(new.keys).sorted().compactMap { line(for: $0) }
  }

  private func line(for promise: String) -> String? {
    let isOwn = !promisesOfTheHouse.contains(promise)
    switch (old[promise], new[promise]) {
    case (nil, nil), (.kept, .kept), (.brokenElsewhere, .kept), (_, .brokenElsewhere): return nil
    case (nil, .kept): return isOwn ? "New, and kept on every path: \(promise)" : nil
    case (nil, .broken(let how)): return "New, and BROKEN: \(promise) (\(how))"
    case (nil, .notProved): return "New, and NOT PROVED: \(promise)"
    case (_, nil): return isOwn ? "No longer promised: \(promise)" : nil
    case (.broken, .kept): return "Newly kept: \(promise)"
    case (.notProved, .kept): return "Not proved before, and kept now: \(promise)"
    case (.kept, .broken(let how)): return "Newly BROKEN: \(promise) (\(how))"
    case (.notProved, .broken(let how)):
      return "Not proved before, and BROKEN now: \(promise) (\(how))"
    case (.broken, .broken(let how)), (.brokenElsewhere, .broken(let how)):
      return "Still BROKEN: \(promise) (\(how))"
    case (.kept, .notProved): return "Kept before, and NOT PROVED now: \(promise)"
    case (.broken, .notProved), (.brokenElsewhere, .notProved):
      return "BROKEN before, and NOT PROVED now: \(promise)"
    case (.notProved, .notProved): return "Still NOT PROVED: \(promise)"
    }
  }
}

extension PromiseComparison.Version {
  /// What is known about each promise that applies to the guide, by its words.
  fileprivate var standings: [String: PromiseComparison.Standing] {
    var standings: [String: PromiseComparison.Standing] = [:]
    for (promise, verdict) in result[guide].verdicts {
      standings[library[promise].words] =
        switch verdict {
        case .kept: .kept
        case .refused: .notProved
        case .broken(let broken):
          isTold(promise, broken) ? .broken(broken.witness.told(in: library)) : .brokenElsewhere
        }
    }
    return standings
  }

  /// Whether a broken promise is reported for this guide.
  ///
  /// It is not if only a conversation that begins elsewhere breaks it, and it is reported for another
  /// guide that breaks it by itself.
  private func isTold(_ promise: PromiseID, _ broken: BrokenPromise) -> Bool {
    broken.isAlone(in: guide)
      || !result.verdicts(on: promise).contains { other in
        if case .broken(let broken) = other.verdict {
          broken.isAlone(in: other.guide)
        } else {
          false
        }
      }
  }
}

extension BrokenPromise {
  /// Whether a guide breaks it by itself, in a conversation that begins with that guide.
  fileprivate func isAlone(in guide: GuideID) -> Bool { witness.inputs.first == .began(guide) }
}
