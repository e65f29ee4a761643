public import GuideCheck
import GuideEngine
import GuideProof

/// What a new version of a guide changes for people.
public struct GuideDifference: Sendable {
  /// A heading and the lines under it.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public let title: String
    /// The lines under it, one for each change.
    public let lines: [String]
  }

  /// What changed; empty sections are omitted.
  public let sections: [Section]
  /// Why not everyone was compared exactly, so that it may say too much or too little; nil if everyone was.
  public let limit: Limit?

  /// Why people cannot be compared exactly.
  public enum Limit: Sendable {
    /// Some conditions cannot be examined.
    case conditions
    /// What people have seen before depends on other guides, which differ, too.
    case otherGuides
  }
}

/// Two versions of a library, both proved, to be compared guide by guide.
public struct VersionComparison: Sendable {
  /// The old version.
  public let old: Library
  /// The new version.
  public let new: Library
  private let proofs: (old: ProofResult, new: ProofResult)

  /// A comparison of two versions.
  public init(from old: Library, to new: Library) {
    self.old = old
    self.new = new
    proofs = (prove(old), prove(new))
  }

  /// How the new version of a guide differs from the old; nil if one of them has no guide with this name.
  public func difference(of name: String) -> GuideDifference? {
    guard let before = old.guide(named: name), let after = new.guide(named: name) else {
      return nil
    }
    let versions = VersionPair(old: old, new: new, before: before, after: after)
    var people = PeopleComparison(versions)
    let certain = people.certain()
    let sections = [
      GuideDifference.Section(title: "What everyone reads", lines: certain.lines),
      GuideDifference.Section(
        title: "Who reads something different",
        lines: people.differing(certain.told)
      ),
      GuideDifference.Section(title: "Questions", lines: versions.questions(&people)),
      GuideDifference.Section(title: "Totals", lines: versions.totals()),
      GuideDifference.Section(title: "Order", lines: people.order()),
      GuideDifference.Section(title: "Promises", lines: promises(versions).lines),
      GuideDifference.Section(title: "Words", lines: versions.words(&people)),
      GuideDifference.Section(title: "About the guide", lines: versions.details),
    ]
    return GuideDifference(
      sections: sections.filter { !$0.lines.isEmpty },
      limit: people.limit
    )
  }

  /// What changed for every guide: the promises of the house, and the shelf, the glossary, and the place.
  public var house: [GuideDifference.Section] {
    let pair = VersionPair(old: old, new: new, before: .house, after: .house)
    return [
      GuideDifference.Section(title: "Promises", lines: promisesOfHouse),
      GuideDifference.Section(title: "Around the guides", lines: pair.detailsOfHouse),
    ].filter { !$0.lines.isEmpty }
  }

  /// What the house no longer promises, and what it promises now.
  private var promisesOfHouse: [String] {
    let was = old[.house].promises.map(\.words)
    let now = new[.house].promises.map(\.words)
    return was.filter { !now.contains($0) }.map { "No longer promised: \($0)" }
      + now.filter { !was.contains($0) }.map { "Promised now: \($0)" }
  }

  private func promises(_ versions: VersionPair) -> PromiseComparison {
    PromiseComparison(
      from: PromiseComparison.Version(library: old, guide: versions.before, result: proofs.old),
      to: PromiseComparison.Version(library: new, guide: versions.after, result: proofs.new)
    )
  }
}

extension Witness {
  /// The conversation in words; a long one is shortened in the middle.
  func told(in library: Library) -> String {
    let words = words(in: library)
    guard words.count > 12 else { return words.joined(separator: "; ") }
    return (words.prefix(6) + ["…"] + words.suffix(5)).joined(separator: "; ")
  }
}
