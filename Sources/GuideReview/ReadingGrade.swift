/// How hard a text is to read, as a US school grade.
///
/// The formula is Flesch–Kincaid (Kincaid, Fishburne, Rogers, and Chissom, Derivation of New Readability
/// Formulas, Naval Technical Training Command, Research Branch Report 8-75, 1975):
/// 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Syllables are counted as runs of vowels,
/// without a silent *e* at the end; a number is a word of one syllable. Like every such formula, it does not
/// measure meaning: it finds long words and long sentences, not whether people understand them.
public struct ReadingGrade: Hashable, Sendable {
  /// The number of words.
  public private(set) var words = 0
  /// The number of sentences; each text ends one.
  public private(set) var sentences = 0
  /// The number of syllables.
  public private(set) var syllables = 0

  /// The grade of an empty text.
  public init() {}

  /// The grade of some texts together.
  public init(of texts: some Sequence<String>) {
    for text in texts { add(text) }
  }

  /// The grade, in tenths; nil without words.
  public var tenths: Int? {
    guard words > 0, sentences > 0 else { return nil }
    let grade =
      0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    return Int((grade * 10).rounded())
  }

  /// The grade as text, such as `5.8`; a grade below zero is zero.
  public var description: String? {
    tenths.map { max($0, 0) }.map { "\($0 / 10).\($0 % 10)" }
  }

  private mutating func add(_ text: String) {
    var hasWord = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      let letters = word.filter { $0.isLetter || $0.isNumber }
      guard !letters.isEmpty else { continue }
      for part in word.split(separator: "-")
      where part.contains(where: { $0.isLetter || $0.isNumber }) {
        words += 1
        syllables += Self.syllables(of: part)
      }
      hasWord = true
      let end = word.last { !"\")”’*".contains($0) }
      if let end, ".!?:".contains(end) {
        sentences += 1
        hasWord = false
      }
    }
    if hasWord { sentences += 1 }
  }

  private static func syllables(of word: Substring) -> Int {
    let letters = Array(word.lowercased().filter(\.isLetter))
    var count = 0
    var isInVowels = false
    for letter in letters {
      let isVowel = "aeiouyáéíóúü".contains(letter)
      if isVowel, !isInVowels { count += 1 }
      isInVowels = isVowel
    }
    let endsInSilentE =
      letters.count > 2 && letters.last == "e" && !"aeiouyl".contains(letters[letters.count - 2])
    if endsInSilentE, count > 1 { count -= 1 }
    return max(count, 1)
  }
}
