/// Finds calls for help and distress in typed lines; prepared once, because that takes longer than a line.
public struct CallMatcher: Sendable {
  private let lexicon: Lexicon
  /// For each word, the classes that it begins, each with the words after it.
  private var beginnings: [[(group: Int, rest: [Int])]]
  /// For each class, the patterns that begin with it.
  private var forms: [[Form]]
  /// The parts of the patterns.
  private let parts: [Part]
  /// What the patterns mean.
  private let meanings: [CallPatterns.Meaning]

  /// A pattern, or one of its parts that can be in any order.
  struct Part: Sendable {
    /// What the pattern means.
    let meaning: Int
    /// The other parts, which must be close.
    let others: [Int]
  }

  /// A pattern in one of its forms: with or without each word that may be missing.
  struct Form: Sendable {
    /// A class, or a gap of up to some words.
    enum Part: Sendable, Hashable {
      case group(Int)
      case others(Int)
    }

    /// The part of a pattern.
    let part: Int
    /// The words before the first class that belong to it.
    let reach: Int
    /// The parts after the first class.
    let rest: [Part]
    let startsSentence: Bool
    let endsSentence: Bool
  }

  /// Prepares patterns; those of several places count together.
  ///
  /// - Parameters:
  ///   - patterns: The patterns of each place.
  ///   - order: The doors, the most urgent first; a line that several are about is about the first.
  public init(_ patterns: [CallPatterns], order: [String] = []) {
    var builder = CallMatcherBuilder(order: order)
    for place in patterns { builder.add(place) }
    lexicon = builder.lexicon
    beginnings = builder.beginnings
    beginnings += Array(repeating: [], count: max(0, lexicon.count - beginnings.count))
    forms = builder.forms
    parts = builder.parts
    meanings = builder.meanings
  }

  /// What a line says.
  ///
  /// The time it takes grows with the length of the line, and not faster.
  ///
  /// - Parameter text: The line.
  /// - Returns: What it says; nil if it is like any other line.
  public func reading(of text: String) -> CallReading? {
    let line = ReadLine(text, lexicon)
    let groups = line.readings.indices.map { self.groups(at: $0, line) }
    var found = FoundParts(line.sentences, parts: parts, meanings: meanings)
    for start in groups.indices {
      for (group, end) in groups[start] {
        for form in forms[group] {
          if let places = places(of: form, from: start, end, line, groups) {
            found.add(form.part, places)
          }
        }
      }
    }
    switch found.meaning() {
    case .call(let door)?: return .call(door: door)
    case .distress?: return .distress
    default: return nil
    }
  }

  /// The classes of which a word or words begin at a place, and where they end.
  private func groups(at place: Int, _ line: ReadLine) -> [(group: Int, end: Int)] {
    var found: [(group: Int, end: Int)] = []
    for reading in line.readings[place] {
      for (group, rest) in beginnings[reading.word] {
        if let end = end(of: rest[...], from: place + reading.length, line, line.sentences[place]) {
          found.append((group, end))
        }
      }
    }
    return found
  }

  private func end(
    of rest: ArraySlice<Int>,
    from place: Int,
    _ line: ReadLine,
    _ sentence: Int
  ) -> Int? {
    guard let word = rest.first else { return place }
    guard place < line.readings.count, line.sentences[place] == sentence else { return nil }
    for reading in line.readings[place] where reading.word == word {
      if let end = end(of: rest.dropFirst(), from: place + reading.length, line, sentence) {
        return end
      }
    }
    return nil
  }

  /// The part of a line in which a form is whose first class is found.
  private func places(
    of form: Form,
    from start: Int,
    _ end: Int,
    _ line: ReadLine,
    _ groups: [[(group: Int, end: Int)]]
  ) -> Range<Int>? {
    let sentence = line.sentences[start]
    if form.startsSentence {
      let first = max(0, start - form.reach)
      let isFirst = first == 0 || line.sentences[first - 1] != sentence
      guard isFirst || line.sentences[first] != sentence else { return nil }
    }
    guard
      let last = self.end(
        of: form.rest[...],
        from: end,
        mustEnd: form.endsSentence,
        sentence,
        line,
        groups
      )
    else { return nil }
    var first = start
    while first > 0, start - first < form.reach, line.sentences[first - 1] == sentence {
      first -= 1
    }
    return first..<last
  }

  private func end(
    of rest: ArraySlice<Form.Part>,
    from place: Int,
    mustEnd: Bool,
    _ sentence: Int,
    _ line: ReadLine,
    _ groups: [[(group: Int, end: Int)]]
  ) -> Int? {
    func isInSentence(_ place: Int) -> Bool {
      place < line.sentences.count && line.sentences[place] == sentence
    }
    guard let part = rest.first else {
      return mustEnd && isInSentence(place) ? nil : place
    }
    let after = rest.dropFirst()
    switch part {
    case .group(let wanted):
      guard isInSentence(place) else { return nil }
      for (group, next) in groups[place] where group == wanted {
        let last = end(of: after, from: next, mustEnd: mustEnd, sentence, line, groups)
        if let last { return last }
      }
      return nil
    case .others(let most):
      if after.isEmpty {
        // A gap at the end takes all words that it can.
        var last = place
        while last - place < most, isInSentence(last) { last += 1 }
        return mustEnd && isInSentence(last) ? nil : last
      }
      for skipped in 0...most {
        let last = end(
          of: after,
          from: place + skipped,
          mustEnd: mustEnd,
          sentence,
          line,
          groups
        )
        if let last { return last }
        if !isInSentence(place + skipped) { return nil }
      }
      return nil
    }
  }
}
