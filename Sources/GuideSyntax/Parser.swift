public import SourceText

/// Reads a file.
///
/// Never throws and never traps: there is always a script, with a diagnostic for everything that
/// could not be read.
public func parse(_ source: SourceFile) -> (script: Script, diagnostics: [Diagnostic]) {
  var parser = Parser(source)
  let script = parser.script()
  return (script, parser.diagnostics)
}

/// A parser that works line by line: it looks ahead with `at` and consumes with `eat`.
///
/// After a problem it continues with the next line, as if the closest correct text had been written.
struct Parser {
  let source: SourceFile
  let bytes: [UInt8]
  let lines: [Line]
  var index = 0
  var depth = 0
  private(set) var diagnostics: [Diagnostic]

  init(_ source: SourceFile) {
    let scanner = LineScanner(source)
    self.source = source
    bytes = source.bytes
    lines = scanner.lines
    diagnostics = Array(scanner.diagnostics.prefix(Limits.diagnostics))
  }

  /// script = header ( record* | block* step* ) .
  mutating func script() -> Script {
    let header = header()
    let preamble = isRecordFile(header) ? [] : blocks(under: topLevel)
    let records = isRecordFile(header) ? records() : []
    var steps: [StepSyntax] = []
    while let step = step() { steps.append(step) }
    return Script(
      source: source,
      header: header,
      preamble: preamble,
      steps: steps,
      records: records
    )
  }

  private func isRecordFile(_ header: [HeaderEntry]) -> Bool {
    header.contains { entry in
      guard case .line(let line) = entry.content, line.key.text == "kind" else { return false }
      return ["evidence", "glossary", "place", "signatures"].contains(line.value.text)
    } || line.map { startsRecord($0) } ?? false
  }

  // MARK: looking

  /// The line the parser is at; nil at the end of the file.
  var line: Line? { index < lines.count ? lines[index] : nil }

  /// Skips blank lines, and returns whether there were any.
  mutating func skipBlanks() -> Bool {
    let start = index
    while index < lines.count, lines[index].isBlank { index += 1 }
    return index > start
  }

  /// The next line that is not blank; the parser does not move.
  func nextLine() -> Line? {
    var ahead = index
    while ahead < lines.count, lines[ahead].isBlank { ahead += 1 }
    return ahead < lines.count ? lines[ahead] : nil
  }

  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  func name(_ span: Span) -> Name { Name(text(span), span) }

  /// Whether the text at `offset` is `words`.
  func at(_ words: String, _ offset: Int, before end: Int) -> Bool {
    var position = offset
    for byte in words.utf8 {
      if position >= end || bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// The first offset of `byte` in a span.
  func first(_ byte: UInt8, in span: Span) -> Int? {
    var offset = span.start
    while offset < span.end {
      if bytes[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// A span without the spaces at its ends.
  func trimmed(_ span: Span) -> Span {
    var start = span.start
    var end = span.end
    while start < end, bytes[start] == Byte.space || bytes[start] == Byte.tab { start += 1 }
    while end > start, bytes[end - 1] == Byte.space || bytes[end - 1] == Byte.tab { end -= 1 }
    return Span(start: start, end: end)
  }

  /// The words of a span, split at spaces.
  func words(in span: Span) -> [Name] {
    var words: [Name] = []
    words.reserveCapacity(8)
    var offset = span.start
    while offset < span.end {
      while offset < span.end, bytes[offset] == Byte.space || bytes[offset] == Byte.tab {
        offset += 1
      }
      let start = offset
      while offset < span.end, bytes[offset] != Byte.space, bytes[offset] != Byte.tab {
        offset += 1
      }
      if offset > start { words.append(name(Span(start: start, end: offset))) }
    }
    return words
  }

  /// The parts of a span between commas, trimmed.
  func parts(of span: Span) -> [Name] {
    var parts: [Name] = []
    var start = span.start
    while start <= span.end {
      let end = first(Byte.comma, in: Span(start: start, end: span.end)) ?? span.end
      let part = trimmed(Span(start: start, end: end))
      if !part.isEmpty { parts.append(name(part)) }
      start = end + 1
    }
    return parts
  }

  /// Whether a span is a name: `[a-z][a-z0-9-]*`.
  func isName(_ span: Span) -> Bool {
    guard !span.isEmpty, Byte.isLower(bytes[span.start]) else { return false }
    return (span.start..<span.end).allSatisfy { offset in
      let byte = bytes[offset]
      return Byte.isLower(byte) || Byte.isDigit(byte) || byte == Byte.minus
    }
  }

  // MARK: reporting problems

  mutating func report(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
    // With this many problems to fix, an author stops reading, and so does the parser.
    if isFull { index = lines.count }
  }

  /// Whether there are so many problems that the rest is not read.
  var isFull: Bool { diagnostics.count >= Limits.diagnostics }

  /// Reads a name; if it is not one, reports that and returns the closest name.
  mutating func expectName(_ span: Span) -> Name {
    let written = name(span)
    if isName(span) { return written }
    let fixed = hyphenated(written.text)
    report(.badName(source, written, fixed: fixed))
    return Name(fixed, span)
  }

  /// Reads names with commas between them; if commas are missing, reports that and returns the names.
  mutating func expectNames(_ span: Span) -> [Name] {
    let parts = parts(of: span)
    let bare = parts.flatMap { words(in: $0.span) }.map(withoutAt).filter { $0.text != "and" }
    guard bare.count > parts.count, bare.allSatisfy({ isName($0.span) }) else {
      return parts.map { expectName(withoutAt($0).span) }
    }
    report(.namesWithoutComma(source, trimmed(span), bare))
    return bare
  }

  /// In a citation, each name can have its own `@`.
  private func withoutAt(_ word: Name) -> Name {
    guard byte(word.span.start) == Byte.at else { return word }
    return name(Span(start: word.span.start + 1, end: word.span.end))
  }

  /// Whether a line is under one at `indent`.
  func hasChild(under indent: Int) -> Bool { nextLine().map { $0.indent > indent } ?? false }

  /// The next line under one at `indent`; nil after the last one.
  ///
  /// Such lines are indented two columns more. The first of several that are not is reported, and they
  /// are read as they are.
  mutating func child(under indent: Int, isOdd: inout Bool) -> Line? {
    guard let next = nextLine(), next.indent > indent else { return nil }
    if next.indent != indent + 2, !isOdd { reportIndent(of: next, expected: indent + 2) }
    isOdd = next.indent != indent + 2
    return next
  }

  /// Reports a wrong indent, with a fix that moves every line that belongs to it.
  mutating func reportIndent(of line: Line, expected: Int) {
    guard !isFull else { return }
    var edits: [Edit] = []
    var ahead = index
    while ahead < lines.count, lines[ahead].origin < line.origin { ahead += 1 }
    while ahead < lines.count, lines[ahead].isBlank || lines[ahead].indent >= line.indent {
      if edits.count == Limits.movedLines {
        edits = []
        break
      }
      let moved = lines[ahead]
      if !moved.isBlank {
        let columns = max(0, moved.indent + expected - line.indent)
        edits.append(
          Edit(
            source: source,
            span: Span(start: moved.origin, end: moved.start),
            replacement: String(repeating: " ", count: columns)
          )
        )
      }
      ahead += 1
    }
    report(.oddIndent(source, line.span, found: line.indent, expected: expected, edits: edits))
  }
}

/// The indent above the top level, so that the lines of a file are under it.
let topLevel = -2

/// The closest name to a text: lowercase, with hyphens for everything that a name cannot contain.
func hyphenated(_ text: String) -> String {
  var name = ""
  for character in text.lowercased().prefix(60) {
    if character.isASCII, character.isLetter || character.isNumber {
      name.append(character)
    } else if !name.isEmpty, name.last != "-" {
      name.append("-")
    }
  }
  while name.last == "-" { name.removeLast() }
  if let first = name.first, !first.isLetter { name = "a-" + name }
  return name.isEmpty ? "name" : name
}
