import GuideCheck

// What people read around the steps of a guide.
extension VersionPair {
  /// What changed about a guide besides its steps: its title and the rest of its header, its options, and the claims
  /// it cites.
  var details: [String] {
    header + changes(texts(of: old[before].options), texts(of: new[after].options), "option")
      + changes(claims(0), claims(1), "claim")
  }

  private var header: [String] {
    changes(Array(old[before].header), Array(new[after].header), nil)
  }

  private func texts(of options: [(name: String, label: String)]) -> [(String, String)] {
    options.map { ($0.name, $0.label) }
  }

  /// What a version says of the claims that the guide cites, by name.
  private func claims(_ number: Int) -> [(String, String)] {
    let (library, guide) = version(number)
    let cited = Set(
      library.passages.filter { library[$0.step].guide == guide }.flatMap(\.claims)
    )
    return cited.map { library.claims[$0] }.map { claim in
      let sources = claim.sources.map { library.sources[$0]?.title ?? $0 }
      let parts =
        [claim.statement, "Certainty: \(claim.certainty)."]
        + [claim.sponsor].compactMap(\.self) + sources
      return (claim.name, parts.joined(separator: " "))
    }
  }

  /// What changed for everyone, whatever guide they read: the shelf, the glossary, and the place.
  var detailsOfHouse: [String] {
    let words = wordChanges.map { "\($0.step): \($0.change.line)" }
    let (was, now) = (sequences(0), sequences(1))
    let moves = now.sorted { $0.key < $1.key }.flatMap { part, second in
      Move.all(from: was[part] ?? [], to: second).compactMap { move in
        move.passed.first.map { move.words(passing: $0) }
      }
    }
    let places = [old, new].map { library in library.locality.map(Self.words(for:)) ?? [] }
    return header + words + moves
      + changes(
        old.terms.map { ($0.word, $0.meaning) },
        new.terms.map { ($0.word, $0.meaning) },
        "define"
      )
      + WordChanges(places[0], places[1]).changes.map { "place: \($0.line)" }
  }

  private static func words(for place: Locality) -> [String] {
    let contacts = place.helpContacts.flatMap { [$0.title] + $0.kiosk + $0.say + $0.lines }
    return [
      "currency: \(place.currency)", "emergency: \(place.emergency)", "language: \(place.language)",
    ] + [place.crisis, place.findALine].compactMap(\.self) + contacts
  }

  /// The texts that differ, by name.
  private func changes(
    _ old: [(key: String, value: String)],
    _ new: [(key: String, value: String)],
    _ kind: String?
  ) -> [String] {
    let was = Dictionary(old.map { ($0.key, $0.value) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.key, $0.value) }) { first, _ in first }
    let lead = kind.map { "\($0) " } ?? ""
    return Set(was.keys).union(now.keys).sorted().compactMap { name in
      switch (was[name], now[name]) {
      // A claim that is only in one of the versions is told with those who read it.
      case (nil, _?), (_?, nil): if kind == "claim" { return nil }
      default: break
      }
      let (first, second) = (was[name] ?? "", now[name] ?? "")
      if first == second { return nil }
      return "\(lead)\(name): \(wordDifference(from: first, to: second))"
    }
  }
}

/// A text that comes at another place among others.
struct Move {
  let text: String
  /// What it came before and now comes after, in the new order.
  let nowAfter: [String]
  /// What it came after and now comes before, in the new order.
  let nowBefore: [String]

  /// The moves that make one sequence of texts into another, of those that are in both.
  static func all(from old: [String], to new: [String]) -> [Move] {
    let common = Set(old).intersection(new)
    let (first, second) = (old.filter(common.contains), new.filter(common.contains))
    return second.difference(from: first).inferringMoves().compactMap { change in
      guard case .insert(let place, let text, .some) = change,
        let before = first.firstIndex(of: text)
      else { return nil }
      let (was, now) = (Set(first[..<before]), Set(second[..<place]))
      return Move(
        text: text,
        nowAfter: second[..<place].filter { !was.contains($0) },
        nowBefore: second[(place + 1)...].filter { was.contains($0) && !now.contains($0) }
      )
    }
  }

  /// The move in words, by one of the texts that it passed.
  func words(passing other: String) -> String {
    let place = nowAfter.contains(other) ? "after" : "before"
    return "\u{201C}\(text.shortened)\u{201D} now comes \(place) \u{201C}\(other.shortened)\u{201D}"
  }

  /// The texts that it passed, the farthest first.
  var passed: [String] { nowAfter.reversed() + nowBefore }
}

extension String {
  /// Its first words.
  fileprivate var shortened: String {
    let words = split(separator: " ")
    return words.count <= 8 ? self : words.prefix(8).joined(separator: " ") + " …"
  }
}
