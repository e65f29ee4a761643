/// A replacement of one stretch of a source.
public struct Edit: Hashable, Sendable {
  /// The file to change.
  public let source: SourceFile

  /// The bytes to remove; an empty span only inserts.
  public let span: Span

  /// The text to insert in their place.
  public let replacement: String

  /// Creates an edit that replaces `span` of `source`.
  public init(source: SourceFile, span: Span, replacement: String) {
    self.source = source
    self.span = span
    self.replacement = replacement
  }
}
