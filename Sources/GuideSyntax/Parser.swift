public import SourceText

/// Reads a file.
///
/// Never throws and never traps: there is always a script, with a diagnostic for everything that
/// could not be read.
///
/// - Parameters:
///   - source: The file.
///   - clinic: What the clinic says about itself, to be printed where the file names it. Without it, nothing is known
///     of the clinic, and nothing about it is reported.
/// - Returns: The script, and the problems.
public func parse(
  _ source: SourceFile,
  clinic: ClinicDetails? = nil
) -> (script: Script, diagnostics: [Diagnostic]) {
  if let language = ForeignLanguage(source) {
    let script = Script(source: source, header: [], preamble: [], steps: [], records: [])
    return (script, [.foreignFile(source, language)])
  }
  var parser = Parser(source, clinic: clinic)
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
  /// The words that lines use as names; nil before they are needed.
  var usedNames: Set<String>?

  /// What the clinic says about itself, if it is known.
  let clinic: ClinicDetails?

  init(_ source: SourceFile, clinic: ClinicDetails? = nil) {
    self.clinic = clinic
    let scanner = LineScanner(source)
    self.source = source
    bytes = scanner.bytes
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
      return ["clinic", "evidence", "glossary", "place", "signatures"].contains(line.value.text)
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

  /// Skips blank lines, and comments with less indent than what follows them under one at `indent`: they end nothing.
  ///
  /// - Returns: Whether there were any blank lines.
  mutating func skipBlanks(under indent: Int) -> Bool {
    let hasBlank = skipBlanks()
    guard let line, line.indent <= indent, isComment(line) else { return hasBlank }
    var ahead = index
    while ahead < lines.count, lines[ahead].isBlank || isComment(lines[ahead]) { ahead += 1 }
    guard ahead < lines.count, lines[ahead].indent > indent else { return hasBlank }
    let hasMore = lines[index..<ahead].contains(where: \.isBlank)
    index = ahead
    return hasBlank || hasMore
  }

  func isComment(_ line: Line) -> Bool { at("//", line.start, before: line.end) }

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

  // MARK: reporting problems

  mutating func report(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
    // With this many problems to fix, an author stops reading, and so does the parser.
    if isFull { index = lines.count }
  }

  /// Whether there are so many problems that the rest is not read.
  var isFull: Bool { diagnostics.count >= Limits.diagnostics }
}

/// The indent above the top level, so that the lines of a file are under it.
let topLevel = -2
