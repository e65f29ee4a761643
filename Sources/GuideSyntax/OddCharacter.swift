import SourceText

/// A character that nobody can see, or that looks like another one that has a meaning.
struct OddCharacter {
  enum Kind {
    /// Nobody can see it.
    case hidden
    /// It looks like a space, as an editor or a web page makes one.
    case space
    /// It is the wide form of a character of ASCII.
    case wide
  }

  let kind: Kind
  let span: Span
  /// Its scalar.
  let scalar: Unicode.Scalar

  /// What it looks like.
  var plain: UInt8 {
    kind == .wide ? UInt8(truncatingIfNeeded: scalar.value - 0xFEE0) : Byte.space
  }

  /// The odd characters of a line.
  static func all(in bytes: [UInt8], _ start: Int, _ end: Int) -> [OddCharacter] {
    var found: [OddCharacter] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[start..<end].makeIterator()
    var offset = start
    var previous: Unicode.Scalar?
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
      let scalar = Unicode.UTF8.decode(encoded)
      let span = Span(start: offset, end: offset + encoded.count)
      if let kind = kind(of: scalar, after: previous) {
        found.append(OddCharacter(kind: kind, span: span, scalar: scalar))
      }
      offset = span.end
      previous = scalar
    }
    return found
  }

  private static func kind(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Kind? {
    switch scalar.value {
    case 0x09, 0x0D, 0x20...0x7E: nil
    // An empty pattern of Braille.
    case 0x2800: .hidden
    case 0xFF01...0xFF5E: .wide
    case _ where scalar.properties.generalCategory == .spaceSeparator: .space
    case _ where scalar.properties.isNoncharacterCodePoint: .hidden
    default: scalar.isHidden(after: previous) ? .hidden : nil
    }
  }

  /// Those that stand in the marks of a line: before its words begin.
  ///
  /// A line has marks if it begins with one, once each is read as what it looks like.
  static func inMarks(
    _ characters: [OddCharacter],
    of bytes: [UInt8],
    _ start: Int,
    _ end: Int
  ) -> [OddCharacter] {
    let visible = characters.filter { $0.kind != .hidden }
    guard !visible.isEmpty else { return [] }
    var line: [UInt8] = []
    var offset = start
    for character in visible {
      line += bytes[offset..<character.span.start]
      line +=
        [character.plain]
        + [UInt8](repeating: 0, count: character.span.end - character.span.start - 1)
      offset = character.span.end
    }
    line += bytes[offset..<end]
    // A line is indented by whatever looks like a space.
    let indent = line.firstIndex { $0 != Byte.space && $0 != Byte.tab && $0 != 0 } ?? 0
    let count = max(indent, lengthOfMarks(line) ?? 0)
    return visible.filter { $0.span.start < start + count }
  }

  /// How much of a line are marks: the whole condition of a condition, and otherwise up to the first colon; nil if none.
  private static func lengthOfMarks(_ line: [UInt8]) -> Int? {
    let first = line.firstIndex { $0 != Byte.space && $0 != Byte.tab && $0 != 0 } ?? line.count
    let text = line[first...].filter { $0 != 0 }
    guard let mark = text.first else { return nil }
    let word = String(decoding: text.prefix(while: Byte.isLetter), as: UTF8.self)
    let colon = line.firstIndex(of: Byte.colon).map { $0 + 1 }
    switch word {
    case "when", "unless", "let", "promise", "show", "menu", "compare", "must": return line.count
    case _ where Keyword(rawValue: word) != nil || recordWords.contains(word): return colon
    default: break
    }
    switch mark {
    case Byte.hash, Byte.question: return colon ?? first + 2
    case Byte.leftParenthesis, Byte.leftBracket: return colon
    case Byte.minus where text.dropFirst().first == Byte.space: return first + 4
    case Byte.minus, Byte.equals: return text.dropFirst().first == Byte.greater ? line.count : nil
    default: return nil
    }
  }

  private static let recordWords: Set<String> = [
    "arm", "call", "claim", "figure", "option", "term", "title", "kind",
  ]
}
