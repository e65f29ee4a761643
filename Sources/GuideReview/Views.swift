import GuideCheck
import GuideProof

/// What each of many people comes across in the old and in the new edition of a guide.
struct Views {
  private let editions: Editions
  private let views: [View]
  private let everything: (old: [Thing: Sight?], new: [Thing: Sight?])

  private struct View {
    let person: Person
    let old: Set<Thing>
    let new: Set<Thing>
  }

  init(of people: People, in editions: Editions) {
    self.editions = editions
    everything = (editions.old.things(in: editions.before), editions.new.things(in: editions.after))
    let reworded = Self.reworded(from: everything.old.keys, to: everything.new.keys)
    views = people.people.map { person in
      let was = person.held(over: editions.old, editions.before)
      let now = person.held(over: editions.new, editions.after)
      return View(
        person: person,
        old: Set(editions.old.things(on: was, in: editions.before).map { reworded[$0] ?? $0 }),
        new: editions.new.things(on: now, in: editions.after)
      )
    }
  }

  /// Lines for lists that say the same in other words: the old ones, and what they are now.
  private static func reworded(
    from old: some Sequence<Thing>,
    to new: some Sequence<Thing>
  ) -> [Thing: Thing] {
    let (was, now) = (Set(old), Set(new))
    var rest = now.subtracting(was).sorted()
    var reworded: [Thing: Thing] = [:]
    for thing in was.subtracting(now).sorted() where thing.isListLine {
      let near = rest.firstIndex {
        $0.kind == thing.kind && WordChanges.areNear($0.name, thing.name)
      }
      if let near { reworded[thing] = rest.remove(at: near) }
    }
    return reworded
  }

  /// What is proved of everybody, and the things about which nothing more need be said.
  ///
  /// The prover is asked only what the people leave open: whom somebody found misses, not everybody sees.
  func certain() -> (lines: [String], told: Set<Thing>) {
    var oldReaches = Reaches(editions.old)
    var newReaches = Reaches(editions.new)
    var told: Set<Thing> = []
    var groups: [(words: String, things: [Thing])] = []
    for thing in Set(everything.old.keys).union(everything.new.keys).sorted() {
      let missedOld = views.first { !$0.old.contains(thing) }?.person
      let missesNew = views.first { !$0.new.contains(thing) }?.person
      var was: Reach = .unknown
      var now: Reach = .unknown
      if missedOld == nil, let sight = everything.old[thing] ?? nil {
        was = oldReaches.reach(of: sight, in: editions.before)
      }
      if missesNew == nil, let sight = everything.new[thing] ?? nil {
        now = newReaches.reach(of: sight, in: editions.after)
      }
      let words: String? =
        switch (was, now) {
        case (.everybody, .everybody): nil
        case (.everybody, .notEverybody(let missing)):
          "Everybody saw this; no longer who does so (\(missing.told(in: editions.new)))"
        case (.notEverybody(let missing), .everybody):
          "Everybody sees this now, also who does so (\(missing.told(in: editions.old)))"
        case (.everybody, .unknown):
          everything.new[thing] == nil
            ? "Everybody saw this, and nobody does now"
            : missesNew.map {
              "Everybody saw this; \($0.words(in: editions.new, editions.after)), no longer does"
            }
        case (.unknown, .everybody):
          everything.old[thing] == nil
            ? "Everybody now sees"
            : missedOld.map {
              "Everybody sees this now, also \($0.words(in: editions.new, editions.after))"
            }
        default: nil
        }
      guard let words else { continue }
      told.insert(thing)
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].things.append(thing)
      } else {
        groups.append((words, [thing]))
      }
    }
    return (groups.map { "\($0.words.sentence): \(named($0.things))" }, told)
  }

  /// Who sees something in one edition and not in the other: the simplest first, each thing told once.
  func differing(_ told: Set<Thing>) -> [String] {
    var said: Set<[String]> = []
    var lines: [String] = []
    for view in views {
      for (things, words) in [
        (view.old.subtracting(view.new), "no longer sees"),
        (view.new.subtracting(view.old), "now sees"),
      ] {
        let news = things.subtracting(told).filter {
          said.insert([words, $0.kind, $0.name]).inserted
        }
        if !news.isEmpty {
          let who = view.person.words(in: editions.new, editions.after).sentence
          lines.append("\(who), \(words): \(named(news.sorted()))")
        }
      }
    }
    return lines
  }

  private func named(_ things: [Thing]) -> String {
    things.map { "\($0.kind) *\($0.name)*" }.joined(separator: ", ")
  }
}

extension String {
  /// Begun with a capital letter.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
