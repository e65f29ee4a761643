/// Returns the number of terminal cells that `text` takes.
public func displayWidth(of text: String) -> Int {
  if text.isPrintableASCII { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Returns the number of terminal cells that `character` takes: 0, 1, or 2.
public func displayWidth(of character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    // After this selector, a terminal draws the wide emoji instead of narrow text.
    if scalar == "\u{FE0F}", width > 0 { return 2 }
    width += scalar.cells
  }
  // Joined emoji, the two halves of a flag, and the letters of a Hangul or Indic cluster share
  // cells.
  return min(width, 2)
}

extension String {
  /// Whether every byte is a character that takes one cell.
  var isPrintableASCII: Bool { utf8.allSatisfy { 0x20...0x7E ~= $0 } }
}

extension Unicode.Scalar {
  fileprivate var cells: Int {
    if (0x20...0x7E).contains(value) { return 1 }
    if isZeroWidth { return 0 }
    return value < firstWide ? 1 : isWide ? 2 : 1
  }

  private var isZeroWidth: Bool {
    switch value {
    case 0xAD: return false
    // Hangul vowels and finals, which are drawn in the cells of the consonant before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default: break
    }
    // Spacing marks take a cell. This agrees with glibc, which the line editor uses to count.
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  private var isWide: Bool {
    var low = 0
    var high = wideScalars.count
    while low < high {
      let middle = (low + high) / 2
      if wideScalars[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideScalars.count && wideScalars[low].contains(value)
  }
}

/// The first scalar that can be wide.
///
/// Everything before it needs no search.
private let firstWide: UInt32 = 0x1100
