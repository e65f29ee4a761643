/// A typed line as words of a lexicon.
///
/// At a place there can be several words: what was typed, what it is a spelling or a slip of, and a word
/// that was typed in two parts.
struct ReadLine {
  /// A word, and how many places it takes.
  struct Reading {
    let word: Int
    let length: Int
  }

  /// What can be read at each place.
  private(set) var readings: [[Reading]] = []
  /// The number of the sentence of each place.
  private(set) var sentences: [Int] = []

  init(_ text: String, _ lexicon: Lexicon) {
    let typed = TypedLine(text).words
    // Where the letters of each place end in the tree, to read a word in two parts.
    var ends: [Int?] = []
    var place = 0
    while place < typed.count {
      if let (words, count) = Self.spacedOut(typed, from: place, lexicon) {
        for word in words { add(word, typed[place].sentence, lexicon, &ends) }
        place += count
        continue
      }
      let word = typed[place]
      let count = readings.count
      readWord(word.letters, word.sentence, lexicon, &ends)
      if readings.count == count + 1, !word.letters.isEmpty { join(word.letters, lexicon, ends) }
      place += 1
    }
  }

  /// Letters with spaces between them, such as `h e l p`.
  private static func spacedOut(
    _ typed: [TypedLine.Word],
    from start: Int,
    _ lexicon: Lexicon
  ) -> (words: [Int], count: Int)? {
    guard typed[start].letters.count == 1 else { return nil }
    var letters: [UInt8] = []
    var end = start
    while end < typed.count, typed[end].letters.count == 1, letters.count <= 30 {
      letters += typed[end].letters
      end += 1
    }
    guard letters.count >= 3, !letters.contains(where: { $0 >= TypedLine.zero }) else { return nil }
    let whole = lexicon.word(letters).map { [$0] } ?? lexicon.parts(of: letters)
    return whole.map { ($0, end - start) }
  }

  private mutating func readWord(
    _ letters: [UInt8],
    _ sentence: Int,
    _ lexicon: Lexicon,
    _ ends: inout [Int?]
  ) {
    if letters.isEmpty { return append([], sentence, end: nil, &ends) }
    let end = lexicon.walk(letters)
    if let word = end.flatMap({ lexicon.word(endingAt: $0) }) {
      if lexicon.isFiller[word] { return }
      if lexicon.isOrdinary[word] { return append([], sentence, end: end, &ends) }
      return add(word, sentence, lexicon, &ends)
    }
    let digits = letters.prefix { $0 >= TypedLine.zero }
    if digits.count == letters.count {
      append(Self.numbers(letters[...], lexicon), sentence, end: nil, &ends)
    } else if !digits.isEmpty, let unit = lexicon.word(Array(letters[digits.count...])) {
      append(Self.numbers(digits, lexicon), sentence, end: nil, &ends)
      add(unit, sentence, lexicon, &ends)
    } else if letters.suffix(2) == Self.shortEnding,
      let word = lexicon.word(letters + Self.longEnding)
    {
      add(word, sentence, lexicon, &ends)
    } else if let word = lexicon.released(letters) {
      add(word, sentence, lexicon, &ends)
    } else {
      let slips = lexicon.meant(by: letters, most: 1)
      if !slips.isEmpty {
        add(slips, sentence, lexicon, end: end, &ends)
      } else if let parts = lexicon.parts(of: letters) {
        for word in parts { add(word, sentence, lexicon, &ends) }
      } else {
        add(lexicon.meant(by: letters, most: 2), sentence, lexicon, end: end, &ends)
      }
    }
  }

  /// `in` for `ing`, as in `killin`.
  private static let shortEnding: [UInt8] = [8, 13]
  private static let longEnding: [UInt8] = [6]

  /// The signs that a number in digits can be.
  private static func numbers(_ digits: ArraySlice<UInt8>, _ lexicon: Lexicon) -> [Int] {
    let values = digits.map { $0 - TypedLine.zero }
    let isYear = values.count == 4 && (values.prefix(2) == [1, 9] || values.prefix(2) == [2, 0])
    if isYear { return [Lexicon.numberWord, Lexicon.yearWord, Lexicon.manyWord] }
    let value = values.prefix(9).reduce(0) { 10 * $0 + Int($1) }
    let thresholds = lexicon.thresholds.filter { $0.least <= value }.map(\.word)
    let isMany = values.count > 1 || values.contains { $0 >= 5 }
    return [Lexicon.numberWord] + (isMany ? [Lexicon.manyWord] : []) + thresholds
  }

  private mutating func add(
    _ word: Int,
    _ sentence: Int,
    _ lexicon: Lexicon,
    _ ends: inout [Int?]
  ) {
    add([word], sentence, lexicon, end: lexicon.walk(lexicon.words[word]), &ends)
  }

  private mutating func add(
    _ words: [Int],
    _ sentence: Int,
    _ lexicon: Lexicon,
    end: Int?,
    _ ends: inout [Int?]
  ) {
    // Of several that a slip can mean, one word comes before several.
    let single = words.filter { lexicon.expansions[$0].isEmpty }
    if single.isEmpty, let first = words.first {
      for word in lexicon.expansions[first] { append([word], sentence, end: nil, &ends) }
      return
    }
    append(single.flatMap { [$0] + lexicon.others[$0] }, sentence, end: end, &ends)
  }

  /// Adds the word that the last word makes with the one before it, such as `my self`.
  private mutating func join(_ letters: [UInt8], _ lexicon: Lexicon, _ ends: [Int?]) {
    let last = readings.count - 1
    guard last > 0, sentences[last - 1] == sentences[last], let before = ends[last - 1],
      let place = lexicon.walk(letters, from: before),
      let whole = lexicon.word(endingAt: place), lexicon.words[whole].count >= 5,
      !lexicon.isOrdinary[whole], lexicon.allowsSlips(whole)
    else { return }
    readings[last - 1] += ([whole] + lexicon.others[whole]).map { Reading(word: $0, length: 2) }
  }

  private mutating func append(
    _ words: [Int],
    _ sentence: Int,
    end: Int?,
    _ ends: inout [Int?]
  ) {
    readings.append(words.map { Reading(word: $0, length: 1) })
    sentences.append(sentence)
    ends.append(end)
  }
}
