/// A typed line as words in the form used for comparison: in lowercase, without accents, apostrophes,
/// and punctuation.
struct TypedLine {
  /// A word as typed.
  struct Word {
    /// Its letters, each as a place in the alphabet; empty if it has letters of another alphabet.
    var letters: [UInt8]
    /// The number of its sentence.
    var sentence: Int
  }

  private(set) var words: [Word] = []
  private var letters: [UInt8] = []
  private var isForeign = false
  private var sentence = 0

  /// The letters of a longer word are not read.
  static let longest = 40

  /// The letters and digits of the alphabet: `a` to `z`, then `0` to `9`.
  static let alphabet = 36
  /// The first digit in the alphabet.
  static let zero: UInt8 = 26

  init(_ text: String) {
    var previous: Unicode.Scalar = " "
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      take(scalar, after: previous, before: next)
      previous = scalar
    }
    endWord()
  }

  private mutating func take(
    _ scalar: Unicode.Scalar,
    after previous: Unicode.Scalar,
    before next: Unicode.Scalar?
  ) {
    if let letter = Self.letter(scalar) {
      add(letter)
    } else if Self.isIgnored(scalar) {
      return
    } else if scalar == ";", Self.letter(previous) != nil, next.flatMap(Self.letter) != nil {
      // Next to the apostrophe on the keyboard.
      return
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      isForeign = true
    } else {
      endWord()
      if Self.endsSentence(scalar, after: previous, before: next) { sentence += 1 }
    }
  }

  private mutating func add(_ letter: UInt8) {
    // A key held down.
    if letters.count > 2, letters.suffix(3).allSatisfy({ $0 == letter }) { return }
    if letters.count < Self.longest { letters.append(letter) } else { isForeign = true }
  }

  private mutating func endWord() {
    guard !letters.isEmpty || isForeign else { return }
    words.append(Word(letters: isForeign ? [] : letters, sentence: sentence))
    letters.removeAll(keepingCapacity: true)
    isForeign = false
  }

  private static func endsSentence(
    _ scalar: Unicode.Scalar,
    after previous: Unicode.Scalar,
    before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "!", "?", ":", ";", "\n", "(", ")": true
    case ".": previous != "." && next != "." && (next == nil || next == " ")
    default: false
    }
  }

  /// Signs in a word that do not part it, such as apostrophes.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2018}", "\u{2019}", "\u{02BC}", "`", "\u{B4}", "\u{AD}": true
    default: (0x300...0x36F).contains(scalar.value) || (0x200B...0x200F).contains(scalar.value)
    }
  }

  /// The place of a letter in the alphabet; nil if it is not a Latin letter or digit.
  static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x61...0x7A: UInt8(scalar.value - 0x61)
    case 0x41...0x5A: UInt8(scalar.value - 0x41)
    case 0x30...0x39: UInt8(scalar.value - 0x30) + zero
    case 0xC0...0xFF: accented(scalar)
    default: nil
    }
  }

  private static func accented(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value | 0x20 {
    case 0xE0...0xE5: 0
    case 0xE7: 2
    case 0xE8...0xEB: 4
    case 0xEC...0xEF: 8
    case 0xF1: 13
    case 0xF2...0xF6, 0xF8: 14
    case 0xF9...0xFC: 20
    case 0xFD: 24
    default: nil
    }
  }

  /// Whether a text is one word of the alphabet, or the sign for a number.
  static func isOneWord(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return !text.isEmpty }
    if Lexicon.numbers.contains(text) || Lexicon.threshold(text) != nil { return true }
    let words = TypedLine(text).words
    return words.count == 1 && !words[0].letters.isEmpty
      && text.unicodeScalars.allSatisfy { letter($0) != nil || isIgnored($0) }
  }

  /// The words of a text that a clinician wrote, each as its letters.
  static func words(of text: String) -> [[UInt8]] { TypedLine(text).words.map(\.letters) }
}
