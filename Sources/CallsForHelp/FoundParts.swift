/// The parts of patterns that are found in a line, and which of them count together.
struct FoundParts {
  /// A part of a pattern, where it is found.
  private struct Found {
    let part: Int
    let places: Range<Int>
  }

  private let parts: [CallMatcher.Part]
  private let meanings: [CallPatterns.Meaning]
  /// The number of the sentence of each place.
  private let sentences: [Int]
  private var calls: [Found] = []
  private var exceptions: [Found] = []
  /// The sentences that are about now.
  private var present: Set<Int> = []

  init(
    _ sentences: [Int],
    parts: [CallMatcher.Part],
    meanings: [CallPatterns.Meaning]
  ) {
    self.sentences = sentences
    self.parts = parts
    self.meanings = meanings
  }

  mutating func add(_ part: Int, _ places: Range<Int>) {
    let found = Found(part: part, places: places)
    switch meanings[parts[part].meaning] {
    case .call, .distress: calls.append(found)
    case .exception, .doubt: exceptions.append(found)
    case .now: present.insert(sentences[places.lowerBound])
    }
  }

  /// What the parts say together: the first meaning of which a pattern counts; nil if none does.
  func meaning() -> CallPatterns.Meaning? {
    if calls.isEmpty { return nil }
    let taken = taken()
    let counting = calls.filter { found in
      let scopes = Self.scopes(that: meanings[parts[found.part].meaning])
      return !scopes.contains { scope in
        taken[scope].map { taken in found.places.contains { taken[$0] } } ?? false
      }
    }
    return whole(counting).map { parts[$0.part].meaning }.min().map { meanings[$0] }
  }

  /// For each scope, the places that exceptions take back.
  private func taken() -> [CallPatterns.Scope: [Bool]] {
    var taken: [CallPatterns.Scope: [Bool]] = [:]
    for exception in whole(exceptions) {
      let scope: CallPatterns.Scope
      switch meanings[parts[exception.part].meaning] {
      case .exception(let taken): scope = taken
      case .doubt(let taken) where !present.contains(sentences[exception.places.lowerBound]):
        scope = taken
      default: continue
      }
      for place in exception.places {
        taken[scope, default: Array(repeating: false, count: sentences.count)][place] = true
      }
    }
    return taken
  }

  /// The parts of which all others that belong to the same pattern are close.
  private func whole(_ found: [Found]) -> [Found] {
    // For each part, where it is, in steps of the distance.
    var areas: [Int: Set<Int>] = [:]
    for part in found where !parts[part.part].others.isEmpty {
      areas[part.part, default: []].insert(part.places.lowerBound / Self.nearby)
    }
    return found.filter { part in
      let area = part.places.lowerBound / Self.nearby
      return parts[part.part].others.allSatisfy { other in
        areas[other].map { areas in (area - 1...area + 1).contains { areas.contains($0) } } ?? false
      }
    }
  }

  /// Parts are close in any case if they are at most this many words apart.
  private static let nearby = 12

  /// The exceptions that take back what has a meaning.
  private static func scopes(that meaning: CallPatterns.Meaning) -> [CallPatterns.Scope] {
    switch meaning {
    case .call(let door?): [.all, .door(door)]
    case .call(nil): [.all, .help]
    case .distress: [.all, .distress]
    case .exception, .doubt, .now: []
    }
  }
}
