import GuideCheck
import GuideProof
import SourceText

extension VersionPair {
  /// Whether other guides, the house, or what claims are about differ.
  var othersDiffer: Bool {
    func texts(_ library: Library) -> [String: [UInt8]] {
      Dictionary(library.guides.map { ($0.name, Array($0.source.bytes)) }) { first, _ in first }
    }
    func subjects(_ library: Library) -> [String: [String]] {
      Dictionary(library.claims.map { ($0.name, $0.about) }) { first, _ in first }
    }
    var (was, now) = (texts(old), texts(new))
    was[old[before].name] = nil
    now[new[after].name] = nil
    return was != now || subjects(old) != subjects(new)
  }

  /// The library and the guide of the old version, which has the number 0, or of the new.
  func version(_ number: Int) -> (Library, GuideID) {
    number == 0 ? (old, before) : (new, after)
  }

  /// The name of a question of a version, as it is in the new.
  func name(of question: QuestionID, _ number: Int) -> String {
    number == 0
      ? names.present(ofQuestion: old.name(of: question, in: before))
      : new.name(of: question, in: after)
  }

  /// The name of a step of a version, as it is in the new.
  func name(of step: StepID, _ number: Int) -> String {
    number == 0 ? names.present(ofStep: old[step].name) : new[step].name
  }

  /// A step or topic of a version as an item.
  func item(_ step: StepID, _ number: Int) -> ReviewItem {
    let isTopic = version(number).0[step].isTopic
    return ReviewItem(kind: isTopic ? "topic" : "step", name: name(of: step, number))
  }

  // MARK: where topics and guides are gone through

  /// Where a walk goes through topics and other guides: the place in words, the name, and who does.
  func entries(of walk: PeopleWalk, _ number: Int) -> [(place: String, name: String, set: Int)] {
    let (library, guide) = version(number)
    return walk.entered.sorted { $0.key < $1.key }.flatMap { place, entries in
      guard let step = library.step(at: place), library[step].guide == guide else {
        return [(place: String, name: String, set: Int)]()
      }
      var words = "from \(name(of: step, number))"
      if case .offer = library.instructions[place] {
        words = "from the menu of \(name(of: step, number))"
      }
      return entries.map { entry, set in (words, name(of: entry, number), set) }
        .sorted { $0.1 < $1.1 }
    }
  }

  private func name(of entry: Menu.Entry, _ number: Int) -> String {
    switch entry {
    case .topic(let step): name(of: step, number)
    case .guide(let guide): version(number).0[guide].name
    }
  }

  /// By topic or guide, the places at which a walk goes through it.
  func visitPlaces(_ walk: PeopleWalk, _ number: Int) -> [String: Set<String>] {
    entries(of: walk, number).reduce(into: [:]) { $0[$1.name, default: []].insert($1.place) }
  }

  // MARK: order

  /// What is read in the steps of a version, and in each of its topics, in the order of the guide; a topic is its title
  /// where it is first gone through.
  func sequences(_ number: Int) -> [String: [String]] {
    let (library, guide) = version(number)
    var sequences: [String: [String]] = [:]
    for step in library[guide].steps {
      let part = library[step].isTopic ? name(of: step, number) : ""
      for instruction in library.instructions(of: step) {
        let texts: [String] =
          switch instruction {
          case .enter(let step): part.isEmpty ? [library[step].title] : []
          case .say(let passage): library.texts(of: library[passage])
          case .ask(let question): [library[question].prompt]
          case .visit(let entry, _): [library.title(of: entry)]
          case .offer(let menu): library[menu].entries.map { library.title(of: $0) }
          case .begin, .go, .leave, .test: []
          }
        for text in texts where !(sequences[part]?.contains(text) ?? false) {
          sequences[part, default: []].append(text)
        }
      }
    }
    return sequences
  }
}
