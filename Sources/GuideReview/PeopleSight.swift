import GuideCheck
import GuideProof

/// Who sees each thing in one version of a guide.
struct PeopleSight {
  /// The words of a step.
  struct StepText: Hashable {
    let step: String
    let text: String
  }

  private(set) var items: [ReviewItem: Int] = [:]
  /// By step and text: those who read it once at least, twice at least, and so on.
  private(set) var texts: [StepText: [Int]] = [:]
  /// By text: those who read it somewhere.
  private(set) var reads: [String: Int] = [:]
  /// By words: what they cite, or the list they are for.
  private(set) var carriers: [ReviewItem: Set<ReviewItem>] = [:]
  /// By words: the steps they are in.
  private(set) var homes: [ReviewItem: Set<String>] = [:]

  /// The sight of a walk in the version with a number; `visits` are the places of both versions at which topics and
  /// guides are gone through.
  init(
    _ walk: PeopleWalk,
    _ versions: VersionPair,
    _ number: Int,
    visits: [[String: Set<String>]],
    _ people: inout People
  ) {
    let (library, guide) = versions.version(number)
    var counts: [ReviewItem: [Int]] = [:]
    func add(_ item: ReviewItem, _ set: Int) { items[item] = people.union(items[item], set) }
    func read(_ text: String, in step: StepID, _ set: Int) {
      let name = versions.name(of: step, number)
      people.count(set, in: &texts[StepText(step: name, text: text), default: []])
      reads[text] = people.union(reads[text], set)
    }
    for (place, set) in walk.reach.sorted(by: { $0.key < $1.key }) {
      switch library.instructions[place] {
      case .enter(let step) where library[step].guide == guide:
        add(versions.item(step, number), set)
        read(library[step].title, in: step, set)
      case .say(let passage) where library[library[passage].step].guide == guide:
        let (words, step) = (library[passage], library[passage].step)
        let carriers = library.itemsNamed(in: words)
        for item in carriers { add(item, set) }
        for text in library.texts(of: words) { read(text, in: step, set) }
        for item in library.itemsRepeated(in: words) {
          people.count(set, in: &counts[item, default: []])
          // A figure is told by its name, words by what they cite.
          if item.kind == "text" { self.carriers[item, default: []].formUnion(carriers) }
          homes[item, default: []].insert(versions.name(of: step, number))
        }
      case .ask(let question):
        let name = versions.name(of: question, number)
        add(ReviewItem(kind: "question", name: name), set)
        if let step = library.step(at: place), library[step].guide == guide {
          read(library[question].prompt, in: step, set)
        }
        for (option, offered) in walk.offered[question] ?? [:] {
          let names = people.optionNames(of: question, number)
          if names.indices.contains(option) {
            add(ReviewItem(kind: "answer", name: "\(name)/\(names[option])"), offered)
          }
        }
      case .begin(let other) where other != guide:
        add(ReviewItem(kind: "guide", name: library[other].name), set)
      default: break
      }
    }
    for (item, sets) in counts {
      for (time, set) in sets.enumerated() {
        let kind = time == 0 ? item.kind : "\(item.kind) again"
        add(ReviewItem(kind: kind, name: item.name), set)
      }
    }
    for (place, name, set) in versions.entries(of: walk, number) {
      // If it is always gone through at the same place, that says nothing more.
      let places = (visits[0][name] ?? []).union(visits[1][name] ?? [])
      if places.count > 1 { add(ReviewItem(kind: "visit", name: "\(name) \(place)"), set) }
    }
  }

  /// Items as they were before their words changed.
  private var formers: [ReviewItem: ReviewItem] = [:]

  /// An item as it was before its words changed.
  func former(_ item: ReviewItem) -> ReviewItem { formers[item] ?? item }

  /// Takes old words for what they are in the new version.
  mutating func reword(_ reworded: [String: String]) {
    for item in items.keys where item.reworded(reworded) != item {
      formers[item.reworded(reworded)] = item
    }
    var items: [ReviewItem: Int] = [:]
    for (item, set) in self.items { items[item.reworded(reworded)] = set }
    self.items = items
    carriers = Dictionary(
      carriers.map { ($0.reworded(reworded), Set($1.map { $0.reworded(reworded) })) }
    ) { $0.union($1) }
    homes = Dictionary(homes.map { ($0.reworded(reworded), $1) }) { $0.union($1) }
  }
}

extension People {
  /// Adds the people who read something once more to those who read it once at least, twice at least, and so on.
  fileprivate mutating func count(_ set: Int, in times: inout [Int]) {
    var more = set
    for time in times.indices {
      let again = both(times[time], more)
      times[time] = union(times[time], more)
      more = again
    }
    if !isNobody(more) || times.isEmpty { times.append(more) }
  }
}
