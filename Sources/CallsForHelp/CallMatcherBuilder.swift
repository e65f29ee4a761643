/// Turns patterns into what a matcher looks up.
struct CallMatcherBuilder {
  private(set) var lexicon = Lexicon()
  private(set) var beginnings: [[(group: Int, rest: [Int])]] = []
  private(set) var forms: [[CallMatcher.Form]] = []
  private(set) var meanings: [CallPatterns.Meaning] = []
  private(set) var parts: [CallMatcher.Part] = []
  private var meaningNumbers: [CallPatterns.Meaning: Int] = [:]
  /// The numbers of words that were looked up before.
  private var known: [String: [Int]] = [:]
  /// Single words of patterns as classes of their own.
  private var wordGroups: [String: Int] = [:]

  /// - Parameter order: The doors, the most urgent first.
  init(order: [String]) {
    // The first meaning that is found is what a line says.
    meanings = []
    for door in order { _ = number(of: .call(door: door)) }
    _ = number(of: .call(door: nil))
  }

  /// Adds the patterns of a place.
  mutating func add(_ patterns: CallPatterns) {
    lexicon.enter(slips: patterns.slips.flatMap { TypedLine.words(of: $0) })
    // Spellings of this place change what a word means.
    known = [:]
    wordGroups = [:]
    for filler in patterns.fillers {
      for letters in TypedLine.words(of: filler) where !letters.isEmpty {
        lexicon.enter(filler: letters)
      }
    }
    for (meant, typed) in patterns.spellings {
      let words = TypedLine.words(of: meant)
      for spelling in typed {
        let letters = TypedLine.words(of: spelling)
        if letters.count == 1, letters[0] != words.first || words.count > 1 {
          lexicon.enter(spelling: letters[0], of: words)
        }
      }
    }
    var groups: [String: Int] = [:]
    for (name, alternatives) in patterns.classes.sorted(by: { $0.key < $1.key }) {
      let group = newGroup()
      groups[name] = group
      for alternative in alternatives { enter(words(of: alternative), in: group) }
    }
    // Calls come before distress.
    let isDistress = { (entry: CallPatterns.Entry) in entry.meaning == .distress }
    for entry in patterns.entries.filter({ !isDistress($0) })
      + patterns.entries.filter(isDistress)
    {
      add(entry, groups)
    }
    for word in patterns.ordinary {
      for letters in TypedLine.words(of: word) where !letters.isEmpty {
        _ = lexicon.enter(letters, isOrdinary: true)
      }
    }
  }

  private mutating func newGroup() -> Int {
    forms.append([])
    return forms.count - 1
  }

  /// The numbers of the words of a text, with those that mean several words replaced.
  private mutating func words(of text: String) -> [Int] {
    if let words = known[text] { return words }
    let parts = text.split(separator: " ").map(String.init)
    let words = parts.count == 1 ? numbers(of: text) : parts.flatMap { self.words(of: $0) }
    known[text] = words
    return words
  }

  /// The numbers of what one word means.
  private mutating func numbers(of text: String) -> [Int] {
    switch text {
    case Lexicon.number: return [Lexicon.numberWord]
    case Lexicon.year: return [Lexicon.yearWord]
    case Lexicon.many: return [Lexicon.manyWord]
    default: break
    }
    if let least = Lexicon.threshold(text) { return [lexicon.enter(atLeast: least)] }
    var words: [Int] = []
    for letters in TypedLine.words(of: text) where !letters.isEmpty {
      let word = lexicon.enter(letters)
      if lexicon.isFiller[word] { continue }
      let expanded = lexicon.expansions[word]
      words += expanded.isEmpty ? [word] : expanded
    }
    return words
  }

  private mutating func enter(_ words: [Int], in group: Int) {
    guard let first = words.first else { return }
    if beginnings.count < lexicon.count {
      beginnings += Array(repeating: [], count: lexicon.count - beginnings.count)
    }
    beginnings[first].append((group, Array(words.dropFirst())))
  }

  /// The class of a word of a pattern; nil if it says nothing by itself.
  private mutating func group(of word: String) -> Int? {
    if let group = wordGroups[word] { return group }
    let words = words(of: word)
    if words.isEmpty { return nil }
    let group = newGroup()
    wordGroups[word] = group
    enter(words, in: group)
    return group
  }

  private mutating func add(_ entry: CallPatterns.Entry, _ groups: [String: Int]) {
    let meaning = number(of: entry.meaning)
    let nearby = entry.pattern.alsoNearby
    let first = parts.count
    for pattern in [entry.pattern] + nearby {
      let others =
        nearby.isEmpty ? [] : (first...(first + nearby.count)).filter { $0 != parts.count }
      parts.append(CallMatcher.Part(meaning: meaning, others: others))
      add(pattern, as: parts.count - 1, groups)
    }
  }

  private mutating func add(_ pattern: CallPattern, as partNumber: Int, _ groups: [String: Int]) {
    var variants: [[CallMatcher.Form.Part]] = [[]]
    for element in pattern.elements {
      let part: CallMatcher.Form.Part
      switch element.part {
      case .word(let word):
        guard let group = group(of: word) else { continue }
        part = .group(group)
      case .oneOf(let name):
        guard let group = groups[name] else { return }
        part = .group(group)
      case .others(let most): part = .others(most)
      }
      if element.isOptional {
        variants += variants.map { $0 + [part] }
      } else {
        for index in variants.indices { variants[index].append(part) }
      }
    }
    for variant in variants {
      guard let first = variant.firstIndex(where: { if case .group = $0 { true } else { false } }),
        case .group(let group) = variant[first]
      else { continue }
      let reach = variant[..<first].reduce(0) { sum, part in
        if case .others(let most) = part { sum + most } else { sum }
      }
      forms[group].append(
        CallMatcher.Form(
          part: partNumber,
          reach: reach,
          rest: Array(variant[(first + 1)...]),
          startsSentence: pattern.startsSentence,
          endsSentence: pattern.endsSentence
        )
      )
    }
  }

  private mutating func number(of meaning: CallPatterns.Meaning) -> Int {
    if let number = meaningNumbers[meaning] { return number }
    meanings.append(meaning)
    meaningNumbers[meaning] = meanings.count - 1
    return meanings.count - 1
  }
}
