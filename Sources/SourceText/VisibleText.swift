/// Returns `text` with every character visible that would hide, move, or reorder what a terminal
/// shows.
///
/// A control character becomes its symbol (U+2400 to U+2421). Any other such scalar becomes its
/// number in brackets, as in `[U+202E]`. A line break becomes a space, or stays one `\n` if
/// `keepingNewlines` is true.
public func visible(_ text: String, keepingNewlines: Bool = false) -> String {
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
  let lineBreak: Unicode.Scalar = keepingNewlines ? "\n" : " "
  var shown = String.UnicodeScalarView()
  for character in text {
    if character == "\n" || character == "\r\n" {
      shown.append(lineBreak)
      continue
    }
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      shown.append(contentsOf: picture(of: scalar, after: previous).unicodeScalars)
      previous = scalar
    }
  }
  return String(shown)
}

private func picture(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
  guard scalar.isHidden(after: previous) else { return String(scalar) }
  let picture: UInt32? =
    switch scalar.value {
    case 0...0x1F: 0x2400 + scalar.value
    case 0x7F: 0x2421
    default: nil
    }
  if let picture = picture.flatMap(Unicode.Scalar.init) { return String(picture) }
  return "[\(scalar.codePoint)]"
}

/// Returns `number` in uppercase hexadecimal digits, at least four.
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Unicode.Scalar {
  /// Its number as Unicode writes it, such as `U+00A0`.
  public var codePoint: String { "U+\(hexadecimal(value))" }

  /// Whether nobody can see it, and it has no purpose after `previous` either.
  public func isHidden(after previous: Unicode.Scalar?) -> Bool {
    isHidden && !belongs(after: previous)
  }

  /// Whether a terminal would treat it as a command, or show nothing for it.
  var isHidden: Bool {
    if (0x20...0x7E).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
    }
  }

  /// Whether it has a purpose after `previous`, so that replacing it would damage ordinary text.
  fileprivate func belongs(after previous: Unicode.Scalar?) -> Bool {
    guard let previous else { return false }
    switch value {
    // Joiners make emoji, and shape the scripts from Hebrew on. In Latin, Greek, and Cyrillic, all
    // they do is make two names different that look the same.
    case 0x200C, 0x200D: return previous.value >= 0x0590
    case 0xFE00...0xFE0F: return previous.value >= 0x0590 || previous.properties.isEmoji
    default: return false
    }
  }
}
