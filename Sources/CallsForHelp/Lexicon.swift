/// Every word that a pattern can have, found by its letters.
struct Lexicon {
  /// A number in digits, in a class or a pattern.
  static let number = "#"
  /// A year in digits.
  static let year = "#year"
  /// A number of five or more in digits.
  static let many = "#many"
  static let numbers: Set<String> = [number, year, many]
  static let numberWord = 0
  static let yearWord = 1
  static let manyWord = 2

  /// For each place in the tree of letters, the places of the letters after it; 0 for none.
  private var children = [Int32](repeating: 0, count: TypedLine.alphabet)
  /// For each place in the tree, the word that ends there; -1 for none.
  private var endings: [Int32] = [-1]
  /// The letters of each word; the first words are signs for numbers.
  private(set) var words: [[UInt8]] = [[], [], []]
  /// For each word, the letters that it has, as bits.
  private(set) var masks: [UInt64] = [0, 0, 0]
  /// The words of each length of which another word can be a slip.
  private(set) var byLength = [[Int]](repeating: [], count: TypedLine.longest + 1)
  /// What a word can stand for besides itself.
  private(set) var others: [[Int]] = [[], [], []]
  /// Words that stand for several words.
  private(set) var expansions: [[Int]] = [[], [], []]
  /// The words in which slips count, and which can be typed without spaces around them; all, if there are
  /// none.
  private var slips: Set<[UInt8]> = []
  /// Whether a word is ordinary: no slip, and in no pattern.
  private(set) var isOrdinary = [false, false, false]

  /// Whether a word says nothing by itself.
  private(set) var isFiller = [false, false, false]

  /// The number of words.
  var count: Int { words.count }

  /// Enters a word.
  ///
  /// - Returns: Its number.
  mutating func enter(_ letters: [UInt8], isOrdinary ordinary: Bool = false) -> Int {
    var place = 0
    for letter in letters {
      let index = place * TypedLine.alphabet + Int(letter)
      if children[index] == 0 {
        children[index] = Int32(endings.count)
        endings.append(-1)
        children.append(contentsOf: repeatElement(0, count: TypedLine.alphabet))
      }
      place = Int(children[index])
    }
    if endings[place] >= 0 { return Int(endings[place]) }
    endings[place] = Int32(words.count)
    words.append(letters)
    masks.append(Self.mask(letters))
    others.append([])
    expansions.append([])
    isOrdinary.append(ordinary)
    isFiller.append(false)
    if !ordinary, letters.count >= 4, !letters.contains(where: { $0 >= TypedLine.zero }),
      slips.isEmpty || slips.contains(letters)
    {
      byLength[letters.count].append(words.count - 1)
    }
    return words.count - 1
  }

  /// Whether slips count in a word.
  func allowsSlips(_ word: Int) -> Bool { slips.isEmpty || slips.contains(words[word]) }

  /// The signs for numbers of at least a value, such as `#180`.
  private(set) var thresholds: [(least: Int, word: Int)] = []

  /// Enters the sign for numbers of at least a value.
  ///
  /// - Returns: Its number as a word.
  mutating func enter(atLeast least: Int) -> Int {
    if let known = thresholds.first(where: { $0.least == least }) { return known.word }
    words.append([])
    masks.append(0)
    others.append([])
    expansions.append([])
    isOrdinary.append(false)
    isFiller.append(false)
    thresholds.append((least, words.count - 1))
    return words.count - 1
  }

  /// The least value in a sign such as `#180`; nil if it is not such a sign.
  static func threshold(_ text: String) -> Int? {
    guard text.utf8.first == UInt8(ascii: "#"), text.utf8.count <= 6 else { return nil }
    return Int(text.dropFirst())
  }

  /// Enters the words in which a slip counts.
  mutating func enter(slips words: [[UInt8]]) {
    slips.formUnion(words)
    for word in words { _ = enter(word) }
  }

  /// Enters a word that says nothing by itself.
  mutating func enter(filler letters: [UInt8]) { isFiller[enter(letters)] = true }

  /// Enters a word with its other spellings.
  mutating func enter(spelling typed: [UInt8], of meant: [[UInt8]]) {
    let word = enter(typed)
    let meantWords = meant.map { enter($0) }
    if meantWords.count == 1 {
      others[word].append(meantWords[0])
    } else if expansions[word].isEmpty {
      expansions[word] = meantWords
    }
  }

  /// Returns the place in the tree after a letter; nil if no word goes on that way.
  func step(from place: Int, _ letter: UInt8) -> Int? {
    let next = children[place * TypedLine.alphabet + Int(letter)]
    return next == 0 ? nil : Int(next)
  }

  /// Returns the place in the tree after letters; nil if no word begins with them.
  func walk(_ letters: [UInt8], from start: Int = 0) -> Int? {
    var place = start
    for letter in letters {
      guard let next = step(from: place, letter) else { return nil }
      place = next
    }
    return place
  }

  /// The word that ends at a place in the tree; nil if none does.
  func word(endingAt place: Int) -> Int? {
    endings[place] < 0 ? nil : Int(endings[place])
  }

  /// The word with these letters; nil if there is none.
  func word(_ letters: [UInt8]) -> Int? { walk(letters).flatMap { word(endingAt: $0) } }

  /// The letters of a word, as bits.
  static func mask(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | (1 << UInt64($1)) }
  }
}
