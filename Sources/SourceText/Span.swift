/// A range of UTF-8 byte offsets in a source.
///
/// The end is not included.
public struct Span: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int

  /// The offset after the last byte.
  public let end: Int

  /// Creates a span that covers `range`.
  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// Creates a span between two offsets.
  ///
  /// It is empty if `end` is before `start`.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// An empty span at the start of a file, for values that were not written in any file.
  public static let empty = Span(0..<0)

  /// Whether the span contains no bytes.
  public var isEmpty: Bool { start == end }

  /// Returns the smallest span that covers both spans; `empty` does not count.
  public func union(_ other: Span) -> Span {
    // A missing part must not extend the span to the start of the file.
    if other == .empty { return self }
    if self == .empty { return other }
    return Span(start: min(start, other.start), end: max(end, other.end))
  }
}
