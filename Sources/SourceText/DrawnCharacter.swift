/// A character of a source as it is drawn, and the bytes it came from.
struct DrawnCharacter {
  /// What is drawn in its place.
  let text: String

  /// How many cells that takes.
  let width: Int

  /// The offset of its first byte.
  let start: Int

  /// The offset after its last byte.
  let end: Int
}

/// Returns the characters of one line, with U+FFFD for what is not UTF-8.
func drawnCharacters(of bytes: ArraySlice<UInt8>) -> [DrawnCharacter] {
  var (text, ends) = decoded(bytes)
  text.makeContiguousUTF8()
  var scalar = ends.startIndex
  var start = bytes.startIndex
  return text.map { character in
    scalar += character.unicodeScalars.count
    let end = ends[scalar - 1]
    defer { start = end }
    let shown = visible(String(character))
    return DrawnCharacter(text: shown, width: displayWidth(of: shown), start: start, end: end)
  }
}

/// Returns the text of `bytes`, and for each scalar of it the offset after its bytes.
///
/// `String(decoding:as:)` alone loses which bytes a U+FFFD stands for.
private func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, ends: [Int]) {
  var scalars = String.UnicodeScalarView()
  var ends: [Int] = []
  var end = bytes.startIndex
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded):
      scalars.append(Unicode.UTF8.decode(encoded))
      end += encoded.count
    case .error(let length):
      scalars.append("\u{FFFD}")
      end += length
    case .emptyInput: return (String(scalars), ends)
    }
    ends.append(end)
  }
}
