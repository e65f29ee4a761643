import GuideCheck
import GuideProof

/// Who sees what in the old and in the new version of a guide, for all people at once.
///
/// Two kinds of people are told apart besides their answers: those who open every topic in reading order, and those
/// who open only what must be read.
struct PeopleComparison {
  private let versions: VersionPair
  private var people: People
  /// For people who open every topic, and then for those who open only what must be read.
  private var sights: [(old: Sight, new: Sight)] = []
  /// Texts of the old version that are reworded in the new, and what they are there.
  private let reworded: [ReviewItem: ReviewItem]

  /// Who sees each thing in one version.
  private struct Sight {
    var items: [ReviewItem: Int] = [:]
    /// By step: what is read in it, as a part of the guide's words.
    var texts: [StepText: Int] = [:]
  }

  /// The words of a step.
  struct StepText: Hashable {
    let step: String
    let text: String
  }

  init(_ versions: VersionPair) {
    self.versions = versions
    var pair = [
      PeopleVersion(0, versions.old, versions.before),
      PeopleVersion(1, versions.new, versions.after),
    ]
    people = People(pair) { number, question in versions.name(of: question, number) }
    for opensAll in [true, false] {
      var walks: [PeopleWalk] = []
      for index in pair.indices {
        pair[index].opensAll = opensAll
        walks.append(people.walk(&pair[index]))
      }
      sights.append(
        (
          Self.sight(walks[0], versions.old, versions.before, &people),
          Self.sight(walks[1], versions.new, versions.after, &people)
        )
      )
    }
    reworded = Self.reworded(
      from: sights[0].old.items.keys,
      to: sights[0].new.items.keys
    )
    for index in sights.indices {
      var items: [ReviewItem: Int] = [:]
      for (item, set) in sights[index].old.items { items[reworded[item] ?? item] = set }
      sights[index].old.items = items
    }
  }

  /// Whether everything could be compared exactly.
  var isExact: Bool { people.isExact }

  // MARK: what is seen

  private static func sight(
    _ walk: PeopleWalk,
    _ library: Library,
    _ guide: GuideID,
    _ people: inout People
  ) -> Sight {
    var sight = Sight()
    func add(_ item: ReviewItem, _ set: Int) {
      sight.items[item] = people.union(sight.items[item], set)
    }
    for (place, set) in walk.reach.sorted(by: { $0.key < $1.key }) {
      switch library.instructions[place] {
      case .enter(let step) where library[step].guide == guide:
        add(library.item(step), set)
        let text = StepText(step: library[step].name, text: library[step].title)
        sight.texts[text] = people.union(sight.texts[text], set)
      case .say(let passage) where library[library[passage].step].guide == guide:
        for item in library.itemsRead(in: library[passage]) { add(item, set) }
        for words in library.texts(of: library[passage]) {
          let text = StepText(step: library[library[passage].step].name, text: words)
          sight.texts[text] = people.union(sight.texts[text], set)
        }
      case .ask(let question):
        let name = library.name(of: question, in: guide)
        add(ReviewItem(kind: "question", name: name), set)
        if let step = library.step(at: place), library[step].guide == guide {
          let text = StepText(step: library[step].name, text: library[question].prompt)
          sight.texts[text] = people.union(sight.texts[text], set)
        }
        for (option, offered) in walk.offered[question] ?? [:] {
          let label = library[question].options[option].name
          add(ReviewItem(kind: "answer", name: "\(name)/\(label)"), offered)
        }
      case .begin(let other) where other != guide:
        add(ReviewItem(kind: "guide", name: library[other].name), set)
      default: break
      }
    }
    return sight
  }

  /// Texts and lines for lists that were reworded: the old ones, and what they are now.
  private static func reworded(
    from old: some Sequence<ReviewItem>,
    to new: some Sequence<ReviewItem>
  ) -> [ReviewItem: ReviewItem] {
    let (was, now) = (Set(old), Set(new))
    var rest = now.subtracting(was).sorted()
    var reworded: [ReviewItem: ReviewItem] = [:]
    for item in was.subtracting(now).sorted() where item.isWords {
      let near = rest.firstIndex {
        $0.kind == item.kind && WordChanges.areNear($0.words, item.words)
      }
      if let near { reworded[item] = rest.remove(at: near) }
    }
    return reworded
  }

  private func sets(_ item: ReviewItem) -> [(old: Int, new: Int)] {
    sights.map { ($0.old.items[item] ?? People.nobody, $0.new.items[item] ?? People.nobody) }
  }

  // MARK: who

  /// A person in a set, in words; nil if nobody is in it.
  private func person(in set: Int, opensAll: Bool) -> Who? {
    people.simplest(in: set).map { person in
      Who(
        count: person.answers.count,
        words: versions.words(for: person, opensAll: opensAll)
      )
    }
  }

  private struct Who {
    let count: Int
    let words: String
  }

  /// The first person who is in the first of two sets and not in the second, for each kind of people.
  private mutating func first(_ pairs: [(in: Int, butNot: Int)]) -> Who? {
    for (index, pair) in pairs.enumerated() {
      let set = people.those(in: pair.in, butNot: pair.butNot)
      if let who = person(in: set, opensAll: index == 0) { return who }
    }
    return nil
  }

  /// An example of who reads something that not everyone reads; nil if everyone does.
  mutating func example(reading text: StepText, inNew isNew: Bool) -> String? {
    let sets = sights.map { (isNew ? $0.new : $0.old).texts[text] ?? People.nobody }
    return example(of: sets)
  }

  /// The same for a question.
  mutating func example(asked name: String) -> String? {
    let item = ReviewItem(kind: "question", name: name)
    return example(of: sets(item).map { people.union($0.old, $0.new) })
  }

  private mutating func example(of sets: [Int]) -> String? {
    if sets.allSatisfy({ people.isEveryone($0) }) { return nil }
    return first(sets.map { ($0, People.nobody) })?.words
  }

  // MARK: what changed for whom

  /// What is so for everyone, and the items that need no further report.
  mutating func certain() -> (lines: [String], told: Set<ReviewItem>) {
    var told: Set<ReviewItem> = []
    var groups: [(words: String, items: [ReviewItem])] = []
    for item in items.sorted() where item.kind != "answer" {
      let sets = sets(item)
      let (wasAll, isAll) = (
        sets.allSatisfy { people.isEveryone($0.old) }, sets.allSatisfy { people.isEveryone($0.new) }
      )
      let (wasNone, isNone) = (
        sets.allSatisfy { people.isNobody($0.old) }, sets.allSatisfy { people.isNobody($0.new) }
      )
      let words: String
      // What changes the other way for those who come from other guides is told by itself.
      let others = wasAll ? sets.map { ($0.new, $0.old) } : sets.map { ($0.old, $0.new) }
      if first(others) != nil { continue }
      switch (wasAll, isAll) {
      case (true, true), (false, false): continue
      case (true, false) where isNone: words = "Everyone saw this; now no one does"
      case (true, false):
        guard let who = first(sets.map { ($0.old, $0.new) }) else { continue }
        words = "Everyone saw this; \(who.words), no longer does"
      case (false, true) where wasNone: words = "Everyone now sees"
      case (false, true):
        guard let who = first(sets.map { ($0.new, $0.old) }) else { continue }
        words = "Everyone now sees this, including \(who.words)"
      }
      told.insert(item)
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].items.append(item)
      } else {
        groups.append((words, [item]))
      }
    }
    let lines = groups.map { "\($0.words): \(named($0.items))" }
    return (lines, told)
  }

  /// Who sees something in only one of the versions: for each item, the simplest person.
  mutating func differing(_ told: Set<ReviewItem>) -> [String] {
    var groups: [(count: Int, words: String, items: [ReviewItem])] = []
    for item in items.subtracting(told).sorted() {
      let sets = sets(item)
      for (pairs, verb) in [
        (sets.map { (in: $0.old, butNot: $0.new) }, "no longer sees"),
        (sets.map { (in: $0.new, butNot: $0.old) }, "now sees"),
      ] {
        guard let who = first(pairs) else { continue }
        let words = "\(who.words.sentence), \(verb)"
        if let index = groups.firstIndex(where: { $0.words == words }) {
          groups[index].items.append(item)
        } else {
          groups.append((who.count, words, [item]))
        }
      }
    }
    return groups.sorted { $0.count < $1.count }.map { "\($0.words): \(named($0.items))" }
  }

  private var items: Set<ReviewItem> {
    sights.reduce(into: []) {
      $0.formUnion($1.old.items.keys)
      $0.formUnion($1.new.items.keys)
    }
  }

  private func named(_ items: [ReviewItem]) -> String {
    let shown = items.filter { item in
      // The words of a step, and the answers to a question, are told with it.
      guard let whole = item.whole else { return true }
      return !items.contains { $0.name == whole && $0.whole == nil }
    }
    return shown.map { "\($0.kind) *\($0.words)*" }.joined(separator: ", ")
  }

  // MARK: order

  /// What comes in another order, for people who read both.
  mutating func order() -> [String] {
    let was = versions.old.sequence(in: versions.before)
    let now = versions.new.sequence(in: versions.after)
    let common = Set(was).intersection(now)
    let (first, second) = (was.filter(common.contains), now.filter(common.contains))
    var lines: [String] = []
    for case .insert(let place, let text, .some) in second.difference(from: first)
      .inferringMoves()
    {
      guard let before = first.firstIndex(of: text) else { continue }
      let passed = Set(first[..<before]).symmetricDifference(second[..<place])
      let sets = sights[0].new.texts
      let isRead = passed.contains { other in
        let both = people.both(sets[text] ?? People.nobody, sets[other] ?? People.nobody)
        return !people.isNobody(people.those(in: both, butNot: People.nobody))
      }
      if !isRead { continue }
      let destination =
        place == 0 ? "first" : "after \u{201C}\(second[place - 1].text.shortened)\u{201D}"
      lines.append("\u{201C}\(text.text.shortened)\u{201D} now comes \(destination)")
    }
    return lines
  }
}

extension String {
  /// The text with a capital first letter.
  var sentence: String { prefix(1).uppercased() + dropFirst() }

  /// Its first words.
  fileprivate var shortened: String {
    let words = split(separator: " ")
    return words.count <= 8 ? self : words.prefix(8).joined(separator: " ") + " …"
  }
}
