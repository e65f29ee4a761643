import GuideCheck
import GuideProof

/// What each simulated patient sees in the old and in the new version of a guide.
struct ScenarioComparison {
  private let versions: VersionPair
  private let comparisons: [Comparison]
  private let everything: (old: [ReviewItem: Mention?], new: [ReviewItem: Mention?])

  private struct Comparison {
    let patient: SyntheticPatient
    let old: Set<ReviewItem>
    let new: Set<ReviewItem>
  }

  init(of patients: Scenarios, in versions: VersionPair) {
    self.versions = versions
    everything = (versions.old.items(in: versions.before), versions.new.items(in: versions.after))
    let reworded = Self.reworded(from: everything.old.keys, to: everything.new.keys)
    comparisons = patients.patients.map { patient in
      let was = patient.held(over: versions.old, versions.before)
      let now = patient.held(over: versions.new, versions.after)
      return Comparison(
        patient: patient,
        old: Set(versions.old.items(on: was, in: versions.before).map { reworded[$0] ?? $0 }),
        new: versions.new.items(on: now, in: versions.after)
      )
    }
  }

  /// Lines for lists that were reworded: the old ones, and what they are now.
  private static func reworded(
    from old: some Sequence<ReviewItem>,
    to new: some Sequence<ReviewItem>
  ) -> [ReviewItem: ReviewItem] {
    let (was, now) = (Set(old), Set(new))
    var rest = now.subtracting(was).sorted()
    var reworded: [ReviewItem: ReviewItem] = [:]
    for item in was.subtracting(now).sorted() where item.isListLine {
      let near = rest.firstIndex {
        $0.kind == item.kind && WordChanges.areNear($0.name, item.name)
      }
      if let near { reworded[item] = rest.remove(at: near) }
    }
    return reworded
  }

  /// What is proved for everyone, and the items that need no further report.
  ///
  /// The prover is asked only when no simulated patient already misses the item.
  func certain() -> (lines: [String], told: Set<ReviewItem>) {
    var oldReaches = ReachabilityProver(versions.old)
    var newReaches = ReachabilityProver(versions.new)
    var told: Set<ReviewItem> = []
    var groups: [(words: String, items: [ReviewItem])] = []
    for item in Set(everything.old.keys).union(everything.new.keys).sorted() {
      let missedOld = comparisons.first { !$0.old.contains(item) }?.patient
      let missesNew = comparisons.first { !$0.new.contains(item) }?.patient
      var was: Reachability = .unknown
      var now: Reachability = .unknown
      if missedOld == nil, let mention = everything.old[item] ?? nil {
        was = oldReaches.reach(of: mention, in: versions.before)
      }
      if missesNew == nil, let mention = everything.new[item] ?? nil {
        now = newReaches.reach(of: mention, in: versions.after)
      }
      let words: String? =
        switch (was, now) {
        case (.everybody, .everybody): nil
        case (.everybody, .notEverybody(let missing)):
          "Everyone saw this; in this conversation, a person no longer does (\(missing.told(in: versions.new)))"
        case (.notEverybody(let missing), .everybody):
          "Everyone now sees this, even in this conversation (\(missing.told(in: versions.old)))"
        case (.everybody, .unknown):
          everything.new[item] == nil
            ? "Everyone saw this; now no one does"
            : missesNew.map {
              "Everyone saw this; \($0.words(in: versions.new, versions.after)), no longer does"
            }
        case (.unknown, .everybody):
          everything.old[item] == nil
            ? "Everyone now sees"
            : missedOld.map {
              "Everyone now sees this, including \($0.words(in: versions.new, versions.after))"
            }
        default: nil
        }
      guard let words else { continue }
      told.insert(item)
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].items.append(item)
      } else {
        groups.append((words, [item]))
      }
    }
    return (groups.map { "\($0.words.sentence): \(named($0.items))" }, told)
  }

  /// Who sees something in only one of the versions: the simplest patient first, each item once.
  func differing(_ told: Set<ReviewItem>) -> [String] {
    var said: Set<[String]> = []
    var lines: [String] = []
    for view in comparisons {
      for (items, words) in [
        (view.old.subtracting(view.new), "no longer sees"),
        (view.new.subtracting(view.old), "now sees"),
      ] {
        let news = items.subtracting(told).filter {
          said.insert([words, $0.kind, $0.name]).inserted
        }
        if !news.isEmpty {
          let who = view.patient.words(in: versions.new, versions.after).sentence
          lines.append("\(who), \(words): \(named(news.sorted()))")
        }
      }
    }
    return lines
  }

  private func named(_ items: [ReviewItem]) -> String {
    items.map { "\($0.kind) *\($0.name)*" }.joined(separator: ", ")
  }
}

extension String {
  /// The text with a capital first letter.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
