/// Where the spaces of a line belong.
enum Spacing {
  /// `- words`, `1. words`: one space after the mark.
  case item
  /// `keyword name: text`: the text is not changed.
  case named
  /// `word: a, b`
  case list
  /// `keyword a b c:`: single words.
  case words
  /// `let name = (a + b) * c`
  case equation
  /// `[scale 0 to 10, low … high]`
  case field

  /// Returns `line` with its spaces corrected and every other byte unchanged.
  func applied(to line: ArraySlice<UInt8>) -> [UInt8] {
    if case .field = self { return spacedField(line) }
    let keyword = line.prefix(markLength(line))
    let rest = trimmed(line.dropFirst(keyword.count))
    let spaced =
      switch self {
      case .item: Array(rest)
      case .named: joined(rest, at: Byte.colon, after: ":") { Array($0) }
      case .list: joined(rest, at: Byte.colon, after: ":", spacedWords)
      case .equation: joined(rest, at: Byte.equals, after: " =", spacedWords)
      case .words, .field: spacedWords(rest)
      }
    if keyword.isEmpty || spaced.isEmpty { return keyword + spaced }
    return keyword + [Byte.space] + spaced
  }

  /// The number of bytes of the mark before the first word of a line: `#`, `?`, `( )`, `->`.
  private func markLength(_ line: ArraySlice<UInt8>) -> Int {
    let next = line.dropFirst().first
    switch line.first {
    case Byte.hash: return line.prefix { $0 == Byte.hash }.count
    case Byte.question: return 1
    case Byte.leftParenthesis, Byte.leftBracket: return 3
    case Byte.equals where next == Byte.greater: return 2
    case Byte.minus: return next == Byte.greater ? 2 : 1
    default:
      let digits = line.prefix(while: Byte.isDigit).count
      return digits > 0 ? digits + 1 : 0
    }
  }
}

/// Spaces the text before the first `sign` as words, and the text after it with `right`.
private func joined(
  _ line: ArraySlice<UInt8>,
  at sign: UInt8,
  after written: String,
  _ right: (ArraySlice<UInt8>) -> [UInt8]
) -> [UInt8] {
  guard let place = line.firstIndex(of: sign) else { return spacedWords(line) }
  let text = right(trimmed(line[(place + 1)...]))
  return spacedWords(line[..<place]) + Array(written.utf8) + (text.isEmpty ? [] : [Byte.space])
    + text
}

/// Puts one space between words, and none inside parentheses, before a comma, or before a final colon.
private func spacedWords(_ line: ArraySlice<UInt8>) -> [UInt8] {
  var words: [UInt8] = []
  var hasSpace = false
  for (index, byte) in zip(line.indices, line) {
    if byte == Byte.space || byte == Byte.tab {
      hasSpace = true
      continue
    }
    let isLastColon = byte == Byte.colon && index == line.endIndex - 1
    let closes = byte == Byte.comma || byte == Byte.rightParenthesis || isLastColon
    let opens = words.last == Byte.leftParenthesis || words.isEmpty
    let needsSpace = hasSpace || words.last == Byte.comma || words.last == Byte.rightParenthesis
    if needsSpace || byte == Byte.leftParenthesis, !closes, !opens { words.append(Byte.space) }
    words.append(byte)
    hasSpace = false
  }
  return words
}

private func spacedField(_ line: ArraySlice<UInt8>) -> [UInt8] {
  let inside = trimmed(line.dropFirst().dropLast())
  var field = [Byte.leftBracket]
  if let comma = inside.firstIndex(of: Byte.comma) {
    let ends = trimmed(inside[(comma + 1)...])
    field += spacedWords(inside[..<comma]) + [Byte.comma] + (ends.isEmpty ? [] : [Byte.space])
    field += spacedEnds(ends)
  } else {
    field += spacedWords(inside)
  }
  return field + [Byte.rightBracket]
}

/// Puts one space on each side of the dots between the ends of a scale.
private func spacedEnds(_ ends: ArraySlice<UInt8>) -> [UInt8] {
  let dots = ends.indices.first { index in
    ends[index...].starts(with: "…".utf8) || ends[index...].starts(with: "...".utf8)
  }
  // Both ways to write the dots are three bytes long.
  guard let dots else { return Array(ends) }
  let parts = [trimmed(ends[..<dots]), ends[dots..<(dots + 3)], trimmed(ends[(dots + 3)...])]
  return Array(parts.filter { !$0.isEmpty }.joined(separator: [Byte.space]))
}

private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let isSpace = { (byte: UInt8) in byte == Byte.space || byte == Byte.tab }
  guard let first = line.firstIndex(where: { !isSpace($0) }),
    let last = line.lastIndex(where: { !isSpace($0) })
  else { return [] }
  return line[first...last]
}
