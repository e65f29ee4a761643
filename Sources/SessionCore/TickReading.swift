import Phrases

/// Several typed choices from a list: `1 3`, `1, 3 and 4`, `2-4`, `first and third`, `all`, or labels.
struct TickReading {
  private let choices: ChoiceReading
  private let words: any TypedWords
  /// The places of the choices that rule out all others.
  private let exclusive: Set<Int>

  init(_ labels: [String], exclusive: Set<Int>, _ words: any TypedWords) {
    choices = ChoiceReading(labels, words)
    self.words = words
    self.exclusive = exclusive
  }

  /// What a line means.
  enum Reading: Equatable {
    /// The choices at these places.
    case choices(Set<Int>)
    /// The person wants none of the choices, and the list has no choice for that.
    case nothing
    /// A number that no choice has.
    case noSuchNumber(String)
    /// A part of the line that is none of the choices, or more than one.
    case unknown(String)
  }

  func read(_ line: String) -> Reading {
    let plain = Understanding.plain(line)
    if words.allWords.contains(plain) {
      return .choices(Set(choices.labels.indices).subtracting(exclusive))
    }
    switch choices.read(line) {
    case .choice(let place), .slip(let place): return .choices([place])
    case .inside, .noSuchNumber, .none, .several: break
    }
    if words.noneWords.contains(plain) { return none }
    if let listed = numbers(in: line) { return listed }
    return labels(in: line)
  }

  /// What *none* means: the only choice that rules out all others, or the only such choice that begins so.
  private var none: Reading {
    if exclusive.count == 1 { return .choices(exclusive) }
    let nones = exclusive.filter { place in
      let label = Understanding.plain(choices.labels[place])
      return words.noneWords.contains { label == $0 || label.hasPrefix("\($0) ") }
    }
    return nones.count == 1 ? .choices(nones) : .nothing
  }

  // MARK: a list of numbers

  /// The choices by number; nil if something in the line is not a number or a word between numbers.
  private func numbers(in line: String) -> Reading? {
    var places: Set<Int> = []
    var last: Int?
    var isRange = false
    let parts = parts(of: line)
    // `1.5` and `1 or 3` are not lists, and `first 3` counts from the first.
    if isUnclear(line, parts) { return nil }
    if let counted = counted(parts) { return counted }
    for part in parts {
      switch part {
      case "-": isRange = last != nil
      case let word where words.listWords.contains(word): isRange = false
      case let word where words.rangeWords.contains(word): isRange = last != nil
      default:
        switch choices.read(part) {
        case .choice(let place) where isNumber(part):
          if isRange, let last { places.formUnion(min(last, place)...max(last, place)) }
          places.insert(place)
          (last, isRange) = (place, false)
        case .noSuchNumber(let number): return .noSuchNumber(number)
        case .choice, .inside, .none, .several, .slip: return nil
        }
      }
    }
    return places.isEmpty ? nil : .choices(places)
  }

  private func isUnclear(_ line: String, _ parts: [String]) -> Bool {
    let characters = Array(line)
    let hasPoint = characters.indices.dropFirst().dropLast().contains { place in
      characters[place] == "." && characters[place - 1].isNumber && characters[place + 1].isNumber
    }
    return hasPoint || parts.contains { words.eitherWords.contains($0) }
  }

  /// The first or the last few choices, as in `first 3`; nil if the line is not that.
  private func counted(_ parts: [String]) -> Reading? {
    let isLast = parts.first.map { words.lastWords.contains($0) } ?? false
    guard parts.count == 2, isLast || words.ordinals[parts[0]] != nil,
      let count = Int(parts[1]) ?? words.smallNumbers[parts[1]]
    else { return nil }
    guard isLast || words.ordinals[parts[0]] == 1, (1...choices.labels.count).contains(count) else {
      return .unknown(parts.joined(separator: " "))
    }
    let places = choices.labels.indices
    return .choices(Set(isLast ? places.suffix(count) : places.prefix(count)))
  }

  private func isNumber(_ part: String) -> Bool {
    part.allSatisfy(\.isNumber) || words.ordinals[part] != nil || words.smallNumbers[part] != nil
      || words.lastWords.contains(part)
  }

  /// Words and numbers, and dashes between them.
  private func parts(of line: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in line {
      if character.isLetter || character.isNumber {
        part.append(character)
        continue
      }
      if !part.isEmpty { parts.append(part) }
      part = ""
      if "-\u{2013}\u{2014}".contains(character) { parts.append("-") }
    }
    return part.isEmpty ? parts : parts + [part]
  }

  // MARK: a list of labels

  private func labels(in line: String) -> Reading {
    var places: Set<Int> = []
    for part in line.split(whereSeparator: { ",;+&".contains($0) }) {
      if Understanding.plain(String(part)).isEmpty { continue }
      switch choices.read(String(part)) {
      case .choice(let place), .slip(let place): places.insert(place)
      case .noSuchNumber(let number): return .noSuchNumber(number)
      case .inside, .none, .several:
        guard let joined = numbers(in: String(part)) ?? joined(String(part)) else {
          return .unknown(part.trimming { $0 == " " })
        }
        guard case .choices(let more) = joined else { return joined }
        places.formUnion(more)
      }
    }
    return places.isEmpty ? .unknown(line) : .choices(places)
  }

  /// Labels with a word such as `and` between them; nil if a part is not a label.
  private func joined(_ text: String) -> Reading? {
    let typed = text.split(separator: " ")
    guard let place = typed.firstIndex(where: { words.listWords.contains(String($0)) }),
      place > 0, place + 1 < typed.count
    else { return nil }
    let first = typed[..<place].joined(separator: " ")
    let rest = typed[(place + 1)...].joined(separator: " ")
    guard case .choice(let start) = choices.read(first) else { return nil }
    if case .choice(let end) = choices.read(rest) { return .choices([start, end]) }
    guard case .choices(let more)? = joined(rest) else { return nil }
    return .choices(more.union([start]))
  }
}

extension Substring {
  fileprivate func trimming(while isOuter: (Character) -> Bool) -> String {
    String(self).trimming(while: isOuter)
  }
}
