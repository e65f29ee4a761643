import SourceText

/// One line of a file: where its words are, and how far they are indented.
struct Line {
  /// The first byte of the line itself.
  let origin: Int
  /// The first byte that is not indentation.
  let start: Int
  /// The end, without trailing spaces.
  let end: Int
  /// The indentation in columns; a tab counts as two.
  let indent: Int

  var isBlank: Bool { start == end }
  var span: Span { Span(start: start, end: end) }
}

/// The bytes the lexer looks for.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let hash: UInt8 = 0x23
  static let leftParenthesis: UInt8 = 0x28
  static let rightParenthesis: UInt8 = 0x29
  static let star: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let point: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let leftBrace: UInt8 = 0x7B
  static let bar: UInt8 = 0x7C
  static let rightBrace: UInt8 = 0x7D

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }
}

/// Splits a file into lines.
///
/// Never fails: every problem becomes a diagnostic.
struct LineScanner {
  private(set) var lines: [Line] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The bytes of the file, with what looks like a mark or a space in a mark as what it looks like.
  private(set) var bytes: [UInt8]

  init(_ source: SourceFile) {
    bytes = source.bytes
    if bytes.count > Limits.fileBytes {
      diagnostics.append(.fileTooLarge(source))
      return
    }
    if let wrong = Self.firstNotText(bytes) {
      diagnostics.append(.notText(source, wrong))
      return
    }
    lines.reserveCapacity(source.lineStarts.count)
    var origin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for next in source.lineStarts.dropFirst() {
      scanLine(origin, next - 1, in: source)
      origin = next
    }
    if origin < bytes.count { scanLine(origin, bytes.count, in: source) }
  }

  /// Adds the line from `origin` to its line break.
  private mutating func scanLine(_ origin: Int, _ lineBreak: Int, in source: SourceFile) {
    findOdd(origin, min(lineBreak, origin + Limits.lineBytes), in: source)
    var start = origin
    var indent = 0
    var hasTab = false
    while start < lineBreak, bytes[start] == Byte.space || bytes[start] == Byte.tab {
      // A character that looks like a space is one column, however many bytes it has.
      let isRest = source.bytes[start] & 0xC0 == 0x80
      indent += isRest ? 0 : bytes[start] == Byte.tab ? 2 : 1
      hasTab = hasTab || bytes[start] == Byte.tab
      start += 1
    }
    var end = lineBreak
    while end > start, [Byte.space, Byte.carriageReturn, Byte.tab].contains(bytes[end - 1]) {
      end -= 1
    }
    if end > start, end - origin > Limits.lineBytes {
      report(.lineTooLong(source, Span(start: origin, end: end)))
      // The rest of a line this long must not cost time or depth later.
      end = max(start, origin + Limits.lineBytes)
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    } else if hasTab, end > start {
      report(.tabIndent(source, Span(start: origin, end: start), columns: indent))
    }
    lines.append(Line(origin: origin, start: start, end: end, indent: indent))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Limits.diagnostics { diagnostics.append(diagnostic) }
  }

  /// Whether a line has other characters than printable ASCII; nearly none has.
  private static func isUnusual(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let line = bytes.span.extracting(start..<max(start, end))
    var farthest: UInt8 = 0
    for offset in line.indices {
      let byte = line[offset]
      farthest = max(farthest, byte == Byte.tab || byte == Byte.carriageReturn ? 0 : byte &- 0x20)
    }
    return farthest > 0x7E - 0x20
  }

  /// Reports the characters of a line that nobody can see, and those that look like others in its marks, which are
  /// then read as what they look like.
  private mutating func findOdd(_ origin: Int, _ end: Int, in source: SourceFile) {
    guard diagnostics.count < Limits.diagnostics else { return }
    guard Self.isUnusual(bytes, origin, end) else { return }
    let characters = OddCharacter.all(in: bytes, origin, end)
    let hidden = characters.filter { $0.kind == .hidden }
    if !hidden.isEmpty { report(.hiddenCharacter(source, hidden.map(\.span))) }
    let marks = OddCharacter.inMarks(characters, of: bytes, origin, end)
    guard !marks.isEmpty else { return }
    report(.lookalikeCharacter(source, marks))
    for mark in marks {
      for offset in mark.span.start..<mark.span.end { bytes[offset] = Byte.space }
      bytes[mark.span.start] = mark.plain
    }
  }

  /// The first bytes that are not UTF-8, or that show another encoding; nil if all is text.
  private static func firstNotText(_ bytes: [UInt8]) -> Span? {
    // In UTF-16, every other byte of English is zero.
    let zeros = bytes.prefix(1000).count { $0 == 0 }
    if zeros * 4 > min(bytes.count, 1000) { return Span(start: 0, end: min(2, bytes.count)) }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return firstInvalid(bytes)
    }
  }

  /// The first bytes that are not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Span {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error(let length): return Span(start: offset, end: offset + length)
      case .emptyInput: return Span(start: offset, end: offset)
      }
    }
  }
}

/// The limits on the size of a script.
enum Limits {
  /// The bytes in a file.
  static let fileBytes = 16 << 20
  /// The bytes in a line.
  static let lineBytes = 4000
  /// How deeply blocks can be nested.
  static let depth = 16
  /// The diagnostics kept for one file.
  static let diagnostics = Script.mostDiagnostics
  /// The lines that one fix can move.
  static let movedLines = 400
  /// The words and symbols in one equation: a tree this deep fits on any stack.
  static let equationWords = 120
  /// The answers of one question.
  static let options = 40
}
