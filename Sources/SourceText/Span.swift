/// A stretch of a source: UTF-8 byte offsets, the end not included.
public struct Span: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int

  /// The offset after the last byte.
  public let end: Int

  /// A span over the offsets of `range`.
  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// A span between two offsets, empty where `end` stands before `start`.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Nowhere: what a value that was never written has for a span.
  public static let empty = Span(0..<0)

  /// Whether there is no byte in it.
  public var isEmpty: Bool { start == end }

  /// Returns the smallest span that covers both; `empty` adds nothing.
  public func union(_ other: Span) -> Span {
    // A missing part must not stretch its whole back to the top of the file.
    if other == .empty { return self }
    if self == .empty { return other }
    return Span(start: min(start, other.start), end: max(end, other.end))
  }
}
