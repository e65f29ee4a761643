/// A character of a source as it is displayed, and the bytes it came from.
struct DrawnCharacter {
  /// The text that is displayed for it.
  let text: String

  /// The number of cells that the text takes.
  let width: Int

  /// The offset of its first byte.
  let start: Int

  /// The offset after its last byte.
  let end: Int
}

/// Returns the characters of one line, with U+FFFD for bytes that are not UTF-8.
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

/// Returns the text of `bytes`, and for each of its scalars the offset after the scalar's bytes.
///
/// `String(decoding:as:)` alone does not tell which bytes a U+FFFD replaces.
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
