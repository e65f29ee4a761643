/// A file's path, its bytes, and the positions of its lines.
///
/// The bytes do not have to be valid UTF-8.
public final class SourceFile: Sendable {
  /// The path, as people should see it.
  public let path: String

  /// The contents of the file.
  public let bytes: [UInt8]

  /// The offset at which each line starts; never empty.
  public let lineStarts: [Int]

  /// Creates a file with the contents `bytes`, found at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var lineStarts = [0]
    for (offset, byte) in bytes.enumerated() where byte == newline || byte == carriageReturn {
      // Old programs end a line with a carriage return alone.
      let isPair =
        byte == carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == newline
      if !isPair { lineStarts.append(offset + 1) }
    }
    self.lineStarts = lineStarts
  }

  /// Creates a file with the contents `text`, found at `path`.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Returns the text of `span` as it was written, with U+FFFD for bytes that are not UTF-8.
  public func text(_ span: Span) -> String {
    String(decoding: bytes[clamped(span)], as: UTF8.self)
  }

  /// Returns the line and column of `offset`.
  ///
  /// Both count from 1, and columns count characters.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = clamped(offset)
    let line = lineNumber(at: offset)
    return (line, 1 + drawnLine(line).prefix { $0.end <= offset }.count)
  }

  /// Returns line `number`, counted from 1, without control characters, so that it is safe to show.
  ///
  /// Returns an empty string if there is no such line.
  public func lineText(_ number: Int) -> String {
    drawnLine(number).map(\.text).joined()
  }
}

extension SourceFile {
  func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

  func clamped(_ span: Span) -> Range<Int> { clamped(span.start)..<clamped(span.end) }

  /// Returns the number of the line that contains `offset`, counted from 1.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Returns the offsets of line `number` without its line break, or `nil` if there is no such
  /// line.
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

  /// Hashes only the path and the size, because hashing every byte would cost more than it saves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes.count)
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
