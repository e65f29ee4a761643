import GuideCheck
import GuideProof

/// Who sees what in the old and in the new version of a guide, for all people at once: whatever they answer, whatever
/// they open in menus, and whatever they have gone through before.
struct PeopleComparison {
  let versions: VersionPair
  var people: People
  let old: PeopleSight
  let new: PeopleSight
  /// Whether other guides differ in what people have seen or answered when they come from there.
  private let othersDiffer: Bool

  init(_ versions: VersionPair) {
    self.versions = versions
    func begin(_ othersDiffer: Bool) -> ([PeopleVersion], People) {
      let pair = [0, 1].map { number in
        let (library, guide) = versions.version(number)
        return PeopleVersion(number, library, guide, othersDiffer: othersDiffer) { step in
          versions.name(of: step, number)
        }
      }
      return (pair, People(pair) { number, question in versions.name(of: question, number) })
    }
    var (pair, people) = begin(false)
    othersDiffer = versions.othersDiffer && !people.beginsAlike
    if othersDiffer { (pair, people) = begin(true) }
    let walks = [people.walk(&pair[0]), people.walk(&pair[1])]
    let places = [0, 1].map { versions.visitPlaces(walks[$0], $0) }
    var old = PeopleSight(walks[0], versions, 0, visits: places, &people)
    new = PeopleSight(walks[1], versions, 1, visits: places, &people)
    old.reword(versions.reworded)
    self.old = old
    self.people = people
  }

  /// What could not be compared exactly; nil if everything could.
  var limit: GuideDifference.Limit? {
    if !people.isExact { return .conditions }
    return othersDiffer ? .otherGuides : nil
  }

  private func sets(_ item: ReviewItem) -> (old: Int, new: Int) {
    (old.items[item] ?? People.nobody, new.items[item] ?? People.nobody)
  }

  // MARK: who

  private struct Who {
    let count: Int
    let words: String
  }

  /// The simplest person who is in the first of two sets and not in the second; nil if nobody is.
  private mutating func someone(in first: Int, butNot second: Int) -> Who? {
    let set = people.those(in: first, butNot: second)
    return people.simplest(in: set).map { person in
      let count = person.answers.count + person.pasts.count + person.unopened.count
      return Who(count: count, words: versions.words(for: person))
    }
  }

  /// An example of who is in a set in which not everyone is; nil if everyone is.
  mutating func example(of set: Int) -> String? {
    people.isEveryNewcomer(set) ? nil : someone(in: set, butNot: People.nobody)?.words
  }

  /// An example of who reads something that not everyone reads; nil if everyone does.
  mutating func example(reading text: PeopleSight.StepText, inNew isNew: Bool) -> String? {
    // If it is there more than once, what was added or removed is the last of them.
    example(of: (isNew ? new : old).texts[text]?.last ?? People.nobody)
  }

  /// The same for a question.
  mutating func example(asked name: String) -> String? {
    let sets = sets(ReviewItem(kind: "question", name: name))
    return example(of: people.union(sets.old, sets.new))
  }

  /// Whether the same people read a text in a step in both versions, as often.
  func isReadAlike(_ text: PeopleSight.StepText) -> Bool { old.texts[text] == new.texts[text] }

  // MARK: what changed for whom

  /// The items of both versions; words that are cited only if they are not told by what they cite.
  private var items: [ReviewItem] {
    Set(old.items.keys).union(new.items.keys).sorted().filter { item in
      let carriers = (old.carriers[item] ?? []).union(new.carriers[item] ?? [])
      return !carriers.contains { sets($0) == sets(item) }
    }
  }

  /// What is so for everyone, and the items that need no further report.
  mutating func certain() -> (lines: [String], told: Set<ReviewItem>) {
    var told: Set<ReviewItem> = []
    var groups: [(words: String, items: [ReviewItem])] = []
    for item in items where item.kind != "answer" {
      guard let words = certain(item) else { continue }
      told.insert(item)
      // If everyone goes through it at another place, that is told as another order.
      if item.kind == "visit", people.isNobody(sets(item).old) || people.isNobody(sets(item).new) {
        continue
      }
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].items.append(item)
      } else {
        groups.append((words, [item]))
      }
    }
    let lines = groups.compactMap { group in
      named(group.items, asBefore: group.words.contains(" saw this; ")).map {
        "\(group.words): \($0)"
      }
    }
    return (lines, told)
  }

  /// What is so for everyone about an item; nil if nothing is.
  private mutating func certain(_ item: ReviewItem) -> String? {
    let sets = sets(item)
    let (wasAll, isAll) = (people.isEveryNewcomer(sets.old), people.isEveryNewcomer(sets.new))
    if wasAll == isAll { return nil }
    let (more, less) = wasAll ? (sets.old, sets.new) : (sets.new, sets.old)
    // What changes the other way for those who come from other guides is told by itself.
    if someone(in: less, butNot: more) != nil { return nil }
    let all = people.isEveryone(more) ? "Everyone" : "Everyone who begins with this guide"
    if people.isNobody(less) {
      return wasAll ? "\(all) saw this; now no one does" : "\(all) now sees"
    }
    guard let who = someone(in: more, butNot: less) else { return nil }
    return wasAll
      ? "\(all) saw this; \(who.words), no longer does"
      : "\(all) now sees this, including \(who.words)"
  }

  /// Who sees something in only one of the versions: for each item, the simplest person.
  mutating func differing(_ told: Set<ReviewItem>) -> [String] {
    var groups: [(count: Int, words: String, items: [ReviewItem])] = []
    for item in items where !told.contains(item) {
      let sets = sets(item)
      for (first, second, verb) in [
        (sets.old, sets.new, "no longer sees"), (sets.new, sets.old, "now sees"),
      ] {
        guard let who = someone(in: first, butNot: second) else { continue }
        let words = "\(who.words.sentence), \(verb)"
        if let index = groups.firstIndex(where: { $0.words == words }) {
          groups[index].items.append(item)
        } else {
          groups.append((who.count, words, [item]))
        }
      }
    }
    return groups.sorted { $0.count < $1.count }.compactMap { group in
      named(group.items, asBefore: group.words.hasSuffix("no longer sees")).map {
        "\(group.words): \($0)"
      }
    }
  }

  /// The names of items; of reworded ones, the words of the version in which they are seen.
  private func named(_ items: [ReviewItem], asBefore: Bool) -> String? {
    let shown = items.filter { item in
      // The words of a step, and the answers to a question, are told with it.
      var wholes = (old.homes[item] ?? []).union(new.homes[item] ?? [])
      if let whole = item.whole { wholes.insert(whole) }
      return !items.contains { $0.isWhole && wholes.contains($0.name) }
    }
    return shown.isEmpty
      ? nil
      : shown.map { item in
        "\(item.kind) *\(asBefore ? old.former(item).name : item.name)*"
      }.joined(separator: ", ")
  }

  // MARK: order

  /// What comes in another order, for people who read both.
  mutating func order() -> [String] {
    let (was, now) = (versions.sequences(0), versions.sequences(1))
    var lines: [String] = []
    for (part, second) in now.sorted(by: { $0.key < $1.key }) {
      for move in Move.all(from: was[part] ?? [], to: second) {
        for other in move.passed {
          let both = people.both(
            new.reads[move.text] ?? People.nobody,
            new.reads[other] ?? People.nobody
          )
          let readers = people.those(in: both, butNot: People.nobody)
          if people.isNobody(readers) { continue }
          let whom = example(of: readers).map { " (for example, for \($0))" } ?? ""
          lines.append(move.words(passing: other) + whom)
          break
        }
      }
    }
    return lines
  }
}

extension String {
  /// The text with a capital first letter.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}
