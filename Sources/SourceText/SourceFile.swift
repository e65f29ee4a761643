/// A file's path and bytes, and the lines in them; the bytes need not be valid UTF-8.
public final class SourceFile: Sendable {
  /// Where it came from, as people are to read it.
  public let path: String

  /// Everything in it.
  public let bytes: [UInt8]

  /// The offset at which each line begins; never empty.
  public let lineStarts: [Int]

  /// A file of `bytes`, found at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var lineStarts = [0]
    for (offset, byte) in bytes.enumerated() where byte == newline { lineStarts.append(offset + 1) }
    self.lineStarts = lineStarts
  }

  /// A file of `text`, found at `path`.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Returns the text of `span` as it was written, U+FFFD for what is not UTF-8.
  public func text(_ span: Span) -> String {
    String(decoding: bytes[clamped(span)], as: UTF8.self)
  }

  /// Returns the line and the column of `offset`, both from 1, the column in characters.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = clamped(offset)
    let line = lineNumber(at: offset)
    return (line, 1 + drawnLine(line).prefix { $0.end <= offset }.count)
  }

  /// Returns line `number`, from 1, as it is safe to show: no control character is left in it.
  ///
  /// A number that no line has gives the empty string.
  public func lineText(_ number: Int) -> String {
    drawnLine(number).map(\.text).joined()
  }
}

extension SourceFile {
  func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

  func clamped(_ span: Span) -> Range<Int> { clamped(span.start)..<clamped(span.end) }

  /// Returns the number of the line that holds `offset`, from 1.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Returns the offsets of line `number` without its line break, or `nil` if there is none.
  func lineRange(_ number: Int) -> Range<Int>? {
    guard lineStarts.indices.contains(number &- 1) else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end < bytes.count, end > start, bytes[end - 1] == carriageReturn { end -= 1 }
    return start..<end
  }

  func drawnLine(_ number: Int) -> [DrawnCharacter] {
    guard let range = lineRange(number) else { return [] }
    return drawnCharacters(of: bytes[range])
  }
}

extension SourceFile: Hashable {
  /// Whether two files have the same path and the same bytes.
  public static func == (first: SourceFile, second: SourceFile) -> Bool {
    first === second || (first.path == second.path && first.bytes == second.bytes)
  }

  /// Feeds the path and the size, for hashing every byte would cost more than it saves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes.count)
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
