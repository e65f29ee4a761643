import SourceText

/// Text for a terminal that has only ASCII: characters are converted if possible, and the rest become
/// `?`.
func ascii(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  for character in text {
    if character.isASCII {
      result.append(character)
    } else if let spelled = spellings[character] ?? plainLetter(character) {
      result += spelled
    } else {
      result += String(repeating: "?", count: max(1, displayWidth(of: character)))
    }
  }
  return result
}

private let spellings: [Character: String] = [
  "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2013}": "-",
  "\u{2014}": "-", "\u{2212}": "-", "\u{2026}": "...", "\u{A0}": " ", "\u{2022}": "*",
  "\u{BD}": "1/2",
  "\u{20AC}": "EUR", "\u{A3}": "GBP", "\u{2265}": ">=", "\u{2264}": "<=", "\u{B0}": " degrees",
]

/// The letters from U+00C0 to U+00FF without their marks.
private let letters = Array("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty")

private func plainLetter(_ character: Character) -> String? {
  // A letter and its mark can also be two scalars.
  guard let first = character.unicodeScalars.first else { return nil }
  if (0xC0...0xFF).contains(first.value) { return String(letters[Int(first.value) - 0xC0]) }
  return first.isASCII && character.isLetter ? String(first) : nil
}
